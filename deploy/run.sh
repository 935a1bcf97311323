#!/bin/sh
# Runs a program of the image by its name: newsroom, desk, archive, or cli with a command.
set -eu
name=${1:-newsroom}
[ $# -eq 0 ] || shift
case "$name" in
  newsroom | desk | archive)
    # Most objects are short-lived. Without this limit V8 lets them take 150 MB more.
    exec node --max-semi-space-size=8 "dist/apps/$name/main.js" "$@"
    ;;
  cli) exec node dist/apps/cli/main.js "$@" ;;
  *)
    echo "There is no program \"$name\". There are: newsroom, desk, archive, cli." >&2
    exit 64
    ;;
esac

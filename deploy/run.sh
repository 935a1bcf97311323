#!/bin/sh
# What the image runs, by its name: newsroom, desk, archive, or cli with a command of the command line.
set -eu
name=${1:-newsroom}
[ $# -eq 0 ] || shift
case "$name" in
  newsroom | desk | archive)
    # Young objects die young here: without a bound V8 lets them take 150 MB that nobody needs.
    exec node --max-semi-space-size=8 "dist/apps/$name/main.js" "$@"
    ;;
  cli) exec node dist/apps/cli/main.js "$@" ;;
  *)
    echo "There is no program \"$name\". There are: newsroom, desk, archive, cli." >&2
    exit 64
    ;;
esac

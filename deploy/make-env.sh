#!/bin/sh
# Writes deploy/.env with a random password for each user of the database. An existing file is left as it is: the
# passwords in it are those that the cluster has.
set -eu
cd "$(dirname "$0")"
if [ -e .env ]; then
  echo "deploy/.env is there already, and the cluster may have its passwords: nothing was changed." >&2
  exit 1
fi
umask 077
# 32 letters and digits: some 190 bits.
password() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 32; }
sed -E '/^#/d; /^$/d' .env.example | while IFS='=' read -r name _; do
  printf '%s=%s\n' "$name" "$(password)"
done >.env.new
mv .env.new .env
echo "deploy/.env is written, for you alone to read. Keep a copy where you keep passwords."

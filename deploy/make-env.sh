#!/bin/sh
# Writes deploy/.env with a random password for each user of the database. It does not change an existing file, because the
# cluster has the passwords in it.
set -eu
cd "$(dirname "$0")"
if [ -e .env ]; then
  echo "deploy/.env exists, and the cluster may have its passwords: nothing was changed." >&2
  exit 1
fi
umask 077
# 32 letters and digits: some 190 bits.
password() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 32; }
sed -E '/^#/d; /^$/d' .env.example | while IFS='=' read -r name _; do
  printf '%s=%s\n' "$name" "$(password)"
done >.env.new
mv .env.new .env
echo "deploy/.env is written; only you can read it. Keep a copy where you keep passwords."

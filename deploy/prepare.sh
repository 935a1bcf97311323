#!/bin/sh
# Prepares the cluster. Repeats until the cluster has a leader and knows its administrator.
set -u
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12; do
  node dist/apps/cli/main.js cluster prepare --one-cluster && exit 0
  code=$?
  echo "Attempt $attempt of 12 failed; the next is in 5 seconds." >&2
  sleep 5
done
exit "$code"

#!/bin/sh
# Prepares the cluster, again until it has a leader and knows its administrator.
set -u
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12; do
  node dist/apps/cli/main.js cluster prepare --one-cluster && exit 0
  code=$?
  echo "Attempt $attempt of 12 did not succeed; the next follows in 5 seconds." >&2
  sleep 5
done
exit "$code"

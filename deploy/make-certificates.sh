#!/bin/bash
# Makes a certificate authority for this installation, and a certificate for each node, once. Runs in the vendor's image.
# `renew` makes new node certificates from the same authority.
#
# /authority   the authority's key; no other service has it
# /trust       the authority's certificate, for everything that connects
# /node1 …     the certificate and key of that node, for that node only
# /data1 …     the data of that node
set -euo pipefail

nodes='1 2 3'
# The user of the database's images.
owner=1000:1000

if [ ! -f /authority/ca.key ]; then
  es-gencert-cli create-ca -days 3650 -out /tmp/ca
  cp -f /tmp/ca/ca.crt /trust/ca.crt
  chmod 444 /trust/ca.crt
  cp -f /tmp/ca/ca.crt /authority/ca.crt
  # Last, so that its presence means that everything is there.
  cp -f /tmp/ca/ca.key /authority/ca.key
  chmod 400 /authority/ca.key
fi

for n in $nodes; do
  chown "$owner" "/data$n"
  if [ -f "/node$n/node.crt" ] && [ "${1:-}" != renew ]; then continue; fi
  es-gencert-cli create-node -days 825 \
    -ca-certificate /authority/ca.crt -ca-key /authority/ca.key \
    -ip-addresses 127.0.0.1 -dns-names "node$n,localhost" -out "/tmp/node$n"
  rm -f "/node$n/node.key" "/node$n/node.crt"
  cp "/tmp/node$n/node.key" "/tmp/node$n/node.crt" "/node$n/"
  chmod 400 "/node$n/node.key"
  chmod 444 "/node$n/node.crt"
  chown "$owner" "/node$n/node.key" "/node$n/node.crt"
done
echo "The certificates are ready. Those of the nodes are valid for 825 days after they were made."

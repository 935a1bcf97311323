#!/usr/bin/env bash
# Expected: A cache that must not serve stale text does not. `must-revalidate` (RFC 9111, section 5.2.2.2) says that a
# stale answer must not be used before the origin was asked.
# Observed: Varnish 7.1.1 with its built-in rules reads `max-age`, not `must-revalidate`. For its default grace of 10 s
# after the lifetime it gives the old answer. Age shows that. It asks the origin in the background.
# Affected: A desk that withdraws or corrects a story and relies on `max-age=1, must-revalidate`. The next reader still
# gets the withdrawn words. Setting `beresp.grace = 0s` for such answers helps; the second part shows it.
# Needs Debian 12, Node.js and, because Varnish compiles its rules, gcc.
set -euo pipefail
room=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$room"' EXIT
cd "$room"
apt-get download -qq -o APT::Sandbox::User=root varnish=7.1.1-2+deb12u1 libvarnishapi3=7.1.1-2+deb12u1 \
  libjemalloc2=5.3.0-1 libedit2=3.1-20221030-2
for package in *.deb; do dpkg -x "$package" unpacked; done
libraries=("$PWD"/unpacked/usr/lib/*-linux-gnu*)
export LD_LIBRARY_PATH="${libraries[0]}:${libraries[0]}/varnish"
varnishd="$room/unpacked/usr/sbin/varnishd"
"$varnishd" -V 2>&1 | sed -n 1p
cat >origin.mjs <<'JS'
import { createServer } from 'node:http';
let answers = 0;
createServer((request, response) => {
  answers += 1;
  response.setHeader('Cache-Control', 'max-age=1, must-revalidate').end(`version ${answers}`);
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
JS
free_port() {
  node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })'
}
until_there() { for _ in $(seq 200); do "$@" && return; sleep 0.1; done; echo "It did not start: $*" >&2; return 1; }
ask() {
  node -e 'fetch(process.argv[1]).then(async (r) => console.log(`${await r.text()}, Age ${r.headers.get("age")}`))' "$1"
}
listens() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

failed=0
try_with() { # the name of the trial, and what the second answer should be (a pattern)
  local name=$1 wanted=$2 port found
  node origin.mjs >"$name.port" & pids+=($!)
  until_there test -s "$name.port"
  echo "vcl 4.1; backend default { .host = \"127.0.0.1\"; .port = \"$(cat "$name.port")\"; }" >"$name.vcl"
  [ "$name" = builtin ] || echo 'sub vcl_backend_response { set beresp.grace = 0s; }' >>"$name.vcl"
  port=$(free_port)
  "$varnishd" -F -j none -n "$room/$name" -a "127.0.0.1:$port" -f "$room/$name.vcl" >"$name.log" 2>&1 & pids+=($!)
  until_there listens "$port"
  echo "$name, first: $(ask "http://127.0.0.1:$port/story")"
  sleep 3 # the lifetime of one second is over, the grace is not
  found=$(ask "http://127.0.0.1:$port/story")
  echo "$name, 3 s later: $found"
  [[ "$found" =~ ^$wanted$ ]] || failed=1
}
try_with builtin 'version 1, Age [3-9]'
try_with no-grace 'version 2, Age 0'
[ "$failed" = 0 ] || { echo 'This has changed: look again.' >&2; exit 1; }

#!/usr/bin/env bash
# Expected: A shared cache keeps an answer for each value of the request fields in `Vary` (RFC 9111, section 4.1).
# HAProxy even has an option to process `Vary`.
# Observed: The cache of HAProxy 2.6 knows three fields: Accept-Encoding, Referer and Origin. It never keeps an answer
# whose `Vary` names another field, even if the answer is public and has a lifetime. Nothing in the answer shows this.
# Without the option `process-vary on` it keeps no answer with `Vary` at all.
# Affected: Anyone who puts HAProxy in front of a site in several languages (`Vary: Accept-Language`) to carry the load
# of a big story. Every request goes to the origin, as if there were no cache. (Needs Debian 12 and Node.js.)
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
apt-get download -qq -o APT::Sandbox::User=root haproxy=2.6.12-1+deb12u4 liblua5.3-0=5.3.6-2 \
  libopentracing-c-wrapper0=1.1.3-3+b1 libopentracing1=1.6.0-4
for package in *.deb; do dpkg -x "$package" unpacked; done
libraries=("$PWD"/unpacked/usr/lib/*-linux-gnu*)
export LD_LIBRARY_PATH="${libraries[0]}"
unpacked/usr/sbin/haproxy -v | sed -n 1p
site() { # a cache, and where its readers come in
  printf '%s\n' "cache stories-$1" ' total-max-size 4' " process-vary $1" "frontend readers-$1" " bind unix@$PWD/$1.socket" \
    " http-request cache-use stories-$1" " http-response cache-store stories-$1" ' default_backend origin'
}
printf '%s\n' defaults ' mode http' "$(site off)" "$(site on)" 'backend origin' " server one unix@$PWD/origin.socket" \
  >haproxy.cfg
cat >look.mjs <<'JS'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

let answers = 0;
const origin = createServer(({ url }, response) => {
  const vary = new URL(url, 'http://origin').searchParams.get('vary');
  if (vary) response.setHeader('Vary', vary);
  response.setHeader('Cache-Control', 'public, max-age=60').end(`version ${(answers += 1)}`);
});
await once(origin.listen('origin.socket'), 'listening');
const haproxy = spawn('unpacked/usr/sbin/haproxy', ['-db', '-f', 'haproxy.cfg'], { stdio: 'ignore' });
process.on('exit', () => haproxy.kill());
for (let tries = 0; tries < 200 && !existsSync('on.socket'); tries += 1) await pause(50);
const headers = { 'Accept-Language': 'kk', 'Accept-Encoding': 'gzip' };
const ask = async (option, vary) => {
  const path = `/story?vary=${encodeURIComponent(vary)}`;
  const [response] = await once(get({ socketPath: `${option}.socket`, path, headers }), 'response');
  return text(response);
};
let changed = false;
const expected = { off: [''], on: ['', 'Accept-Encoding'] };
for (const option of ['off', 'on'])
  for (const vary of ['', 'Accept-Encoding', 'Accept-Language', 'Accept', 'Accept-Encoding, Accept-Language']) {
    const kept = (await ask(option, vary)) === (await ask(option, vary));
    console.log(`process-vary ${option}, Vary: ${vary || '(none)'}: ${kept ? 'kept' : 'not kept'}`);
    changed ||= kept !== expected[option].includes(vary);
  }
if (changed) console.error('This has changed: look again.');
process.exit(changed ? 1 : 0);
JS
node look.mjs

#!/usr/bin/env bash
# Expected: A tool that turns a table into JSON gives JSON (RFC 8259), and a quoted cell gives a string.
# Observed: Miller 6.6.0 takes each cell that looks like a number for one, quoted or not, and writes it into the JSON
# unchanged: `0x10`, `.5`, `5.`, `0b101`. These are not JSON numbers. Not even Miller can read the file that it wrote.
# Affected: Data desks whose tables have codes or shares in such a form. Everything works until the first such cell;
# then the next program refuses the whole file. Miller's exit code was 0. The option -S (everything is text) helps.
# Needs Debian 12 and Node.js: JSON.parse judges beside Miller.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
apt-get download -qq -o APT::Sandbox::User=root miller=6.6.0-2+b3
dpkg -x miller_*.deb unpacked
mlr="$room/unpacked/usr/bin/mlr"
"$mlr" --version
changed=0
expect() { # the options, the cell in quotes, what Miller should write, and who should be able to read that
  local found readers=''
  found=$(printf 'value\n"%s"\n' "$2" | "$mlr" --icsv --ojsonl $1 cat)
  if node -e 'JSON.parse(process.argv[1])' "$found" 2>/dev/null; then readers+=' JSON.parse'; fi
  if "$mlr" --json cat <<<"$found" >/dev/null 2>&1; then readers+=' Miller'; fi
  echo "mlr --icsv --ojsonl${1:+ $1} cat, of the cell \"$2\": $found, read by:${readers:- nobody}"
  [ "$found" = "$3" ] && [ "$readers" = "$4" ] || changed=1
}
expect '' 'A flood' '{"value": "A flood"}' ' JSON.parse Miller'
expect '' '16' '{"value": 16}' ' JSON.parse Miller'
expect '' '0x10' '{"value": 0x10}' ''
expect '' '0b101' '{"value": 0b101}' ''
expect '' '.5' '{"value": .5}' ''
expect '' '5.' '{"value": 5.}' ''
expect '-S' '0x10' '{"value": "0x10"}' ' JSON.parse Miller'
[ "$changed" = 0 ] || { echo 'This has changed: look again.' >&2; exit 1; }

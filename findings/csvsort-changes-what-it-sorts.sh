#!/usr/bin/env bash
# Expected: A tool that sorts the rows of a table by one column does not change the cells, above all those in quotes.
# Observed: csvsort of csvkit 1.0.7 guesses a type for each column and rewrites all cells. An edition `1/2` becomes a
# day in 2001. `n` and the country code `NO` become `False`. The country code `NA` (Namibia) and the headline `None`
# become empty. With -I (no inference) the last two are still emptied; only `-I --blanks` changes nothing.
# Affected: Data desks that sort or join tables of stories, or turn them into JSON (csvjoin and csvjson guess too). The
# exit code is 0, and each cell alone looks plausible.
# Needs Debian 12 and Python.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
apt-get download -qq -o APT::Sandbox::User=root csvkit=1.0.7-1 python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 \
  python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 python3-isodate=0.6.1-1 python3-leather=0.3.4-2 \
  python3-parsedatetime=2.6-3 python3-pytimeparse=1.1.5-3 python3-six=1.16.0-4 python3-slugify=4.0.0-2 \
  python3-tz=2022.7.1-4 python3-unidecode=1.3.6-1
for package in *.deb; do dpkg -x "$package" unpacked; done
export PYTHONPATH="$PWD/unpacked/usr/lib/python3/dist-packages"
csvsort() { python3 unpacked/usr/bin/csvsort "$@"; }
csvsort --version
cat >stories.csv <<'CSV'
"id","country","edition","live","headline"
"b","NA","1/2","n","A flood"
"a","NO","2/2","y","None"
CSV
changed=0
expect() { # the options, and the two rows that should follow the header
  local found
  found=$(csvsort -c id $1 stories.csv | tail -n +2)
  printf 'csvsort -c id %s\n%s\n' "$1" "$found"
  [ "$found" = "$2" ] || changed=1
}
expect '' 'a,False,2001-02-02,True,
b,,2001-01-02,False,A flood'
expect '-I' 'a,NO,2/2,y,
b,,1/2,n,A flood'
expect '-I --blanks' 'a,NO,2/2,y,None
b,NA,1/2,n,A flood'
[ "$changed" = 0 ] || { echo 'This has changed: look again.' >&2; exit 1; }

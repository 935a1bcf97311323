#!/usr/bin/env bash
# Expected: In SPARQL 1.1 a plain string is not comparable with an `xsd:dateTime`. So `?date > "2030-…"^^xsd:dateTime`
# is an error for it, and FILTER drops the row (sections 17.2 and 17.3). No answer contains stories without a typed
# date.
# Observed: For `<` and `<=`, rdflib 6.1.1 does that. For `>` and `>=` the row remains: the string of 2016 is "after"
# 2030. The same happens with the year `"2016"^^xsd:gYear`.
# Affected: Anyone who asks for news "since" a day in pages with schema.org JSON-LD and `@vocab` only, where every date
# is a plain string. All stories are in the answer, and none are "before" that day. Write xsd:dateTime(?date) in the
# filter.
# Needs Debian 12 and Python.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
apt-get download -qq -o APT::Sandbox::User=root python3-rdflib=6.1.1-1 python3-isodate=0.6.1-1 \
  python3-pyparsing=3.0.9-1 python3-six=1.16.0-4
for package in *.deb; do dpkg -x "$package" unpacked; done
export PYTHONPATH="$PWD/unpacked/usr/lib/python3/dist-packages"
cat >look.py <<'PY'
import sys
import rdflib

print("rdflib", rdflib.__version__)
graph = rdflib.Graph()
graph.parse(format="json-ld", data="""[
  {"@context": {"@vocab": "https://schema.org/"},
   "@id": "urn:example:untyped-2016", "datePublished": "2016-12-01T09:05:00Z"},
  {"@context": {"@vocab": "https://schema.org/", "xsd": "http://www.w3.org/2001/XMLSchema#",
                "datePublished": {"@type": "xsd:dateTime"}},
   "@id": "urn:example:typed-2016", "datePublished": "2016-12-01T09:05:00Z"},
  {"@context": {"@vocab": "https://schema.org/"}, "@id": "urn:example:year-2016",
   "datePublished": {"@type": "http://www.w3.org/2001/XMLSchema#gYear", "@value": "2016"}}
]""")
changed = False
for condition, wanted in [
    ("?date < ?then", "typed-2016"),
    ("?date > ?then", "untyped-2016, year-2016"),
    ("xsd:dateTime(?date) < ?then", "typed-2016, untyped-2016"),
    ("xsd:dateTime(?date) > ?then", ""),
]:
    rows = graph.query(f"""
        PREFIX schema: <https://schema.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT ?story {{
          ?story schema:datePublished ?date . BIND("2030-01-01T00:00:00Z"^^xsd:dateTime AS ?then)
          FILTER({condition})
        }}""")
    found = ", ".join(sorted(str(row.story)[len("urn:example:"):] for row in rows))
    print(f"{condition}, where ?then is 2030: {found or 'none'}")
    changed = changed or found != wanted
if changed:
    sys.exit("This has changed: look again.")
PY
python3 look.py

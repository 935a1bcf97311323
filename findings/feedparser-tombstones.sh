#!/usr/bin/env bash
# Expected: A feed reader that does not know Atom tombstones (`at:deleted-entry`, RFC 6721) skips them with their
# content, or gives each of them. RFC 4287, section 6.3, allows the former for unknown markup.
# Observed: feedparser 6.0.10 gives no entry for them, but keeps one. Each replaces the one before in the feed's
# `at_deleted-entry`, so of three withdrawn stories only the last is visible. The content of a tombstone is taken for
# the feed's: its comment, and its link, which becomes the link of the whole feed. No error is reported (`bozo` is
# false).
# Affected: Newsrooms that withdraw by tombstones, and readers built on feedparser. Withdrawn words remain, and the
# feed's home page becomes the page about one withdrawal.
# Needs Debian 12 and Python.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
apt-get download -qq -o APT::Sandbox::User=root python3-feedparser=6.0.10-1 python3-sgmllib3k=1.0.0-4
for package in *.deb; do dpkg -x "$package" unpacked; done
export PYTHONPATH="$PWD/unpacked/usr/lib/python3/dist-packages"
cat >look.py <<'PY'
import sys
import feedparser

print("feedparser", feedparser.__version__)
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
  <id>urn:example:desk</id><title>The desk</title><updated>2016-12-01T12:00:00Z</updated>
  <author><name>The desk</name></author><link href="https://news.example.org/"/>
  <entry><id>urn:example:1</id><title>A flood</title><updated>2016-12-01T09:05:00Z</updated><summary>Water</summary></entry>
  %s
</feed>"""
TOMBSTONE = """<at:deleted-entry ref="urn:example:%d" when="2016-12-01T10:00:00Z">
  <at:comment>Withdrawn</at:comment><link href="https://news.example.org/withdrawn/%d"/></at:deleted-entry>"""
changed = False


def look(numbers, wanted):
    global changed
    read = feedparser.parse(FEED % "".join(TOMBSTONE % (number, number) for number in numbers))
    found = {
        "bozo": read.bozo,
        "entries": [entry.id for entry in read.entries],
        "tombstones": read.feed.get("at_deleted-entry", {}).get("ref"),
        "comment of the feed": read.feed.get("at_comment"),
        "link of the feed": read.feed.link,
    }
    print("tombstones in the feed:", len(numbers), *(f"\n  {name}: {value}" for name, value in found.items()))
    changed = changed or list(found.values()) != [False, ["urn:example:1"], *wanted]


look([], [None, None, "https://news.example.org/"])
look([2, 3, 4], ["urn:example:4", "Withdrawn", "https://news.example.org/withdrawn/4"])
if changed:
    sys.exit("This has changed: look again.")
PY
python3 look.py

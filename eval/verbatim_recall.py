#!/usr/bin/env python3
"""How many verbatim quotations that two outlets print in one week a ledger takes for one utterance.

Usage: eval/verbatim_recall.py LEDGER [--missed]

LEDGER holds the articles of ../shared/data/news. A quotation is a passage between quotation marks, inside one paragraph, of eight
words or more; two are the same when their words are, but for case and marks. Of the quotations that stand in articles of two outlets
at most six days apart, 100 are drawn, one pair of articles each (the seed is fixed; the draw depends on the articles alone). A pair
counts as merged when a statement in one article and one in the other hold at least half of the quotation and are one utterance.
--missed lists the others, by the articles' ids.
"""
import collections
import datetime
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import sys

project = pathlib.Path(__file__).resolve().parent.parent
drawn, least_words, days = 100, 8, 6
quotation = re.compile(r'“([^“”\n]+)”|"([^"\n]+)"')
word = re.compile(r"\w+(?:['’]\w+)*")


def words_of(text):
    return tuple(one.replace("’", "'") for one in word.findall(text.lower()))


def day(published):
    return datetime.date.fromisoformat(published).toordinal() if published and len(published) == 10 else None


def pairs(articles):
    """For every quotation, the two articles of different outlets that are printed closest together."""
    places = collections.defaultdict(list)
    for handle, outlet, published, text in articles:
        if not outlet or day(published) is None:
            continue
        for found in quotation.finditer(text):
            words = words_of(found.group(1) or found.group(2))
            if len(words) >= least_words:
                places[words].append((day(published), handle, outlet, found.span()))
    for words, printed in sorted(places.items()):
        printed.sort()
        near = [(b[0] - a[0], a, b) for i, a in enumerate(printed) for b in printed[i + 1:] if a[2] != b[2]]
        if near and min(near)[0] <= days:
            yield words, min(near)[1:]


def utterances(ledger, articles, place):
    """The utterances of the statements that hold at least half of the quotation."""
    _, handle, _, (begin, end) = place
    text = articles[handle]
    begin, end = len(text[:begin].encode()), len(text[:end].encode())
    shown = subprocess.run([project / "build" / "onrecord", "show", "--ledger", ledger, handle, "--json"],
                           capture_output=True, text=True, check=True)
    return {one["utterance"] for one in json.loads(shown.stdout)["statements"]
            if 2 * sum(max(0, min(end, span["end"]) - max(begin, span["begin"])) for span in one["content"]) >= end - begin}


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--missed"]
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).exists():
        sys.exit(__doc__.split("\n\n")[1])
    with sqlite3.connect(f"file:{arguments[0]}?mode=ro", uri=True) as opened:
        rows = opened.execute("SELECT handle, outlet, published, text FROM article").fetchall()
    texts = {handle: text for handle, _, _, text in rows}
    found = list(pairs(rows))
    merged = unread = 0
    for words, places in random.Random(5).sample(found, min(drawn, len(found))):
        a, b = (utterances(arguments[0], texts, place) for place in places)
        merged += bool(a & b)
        unread += not (a and b)
        if not a & b and "--missed" in sys.argv:
            why = "apart" if a and b else "no statement"
            print(f"{why:13}{places[0][1]} {places[1][1]} {len(words)} words")
    count = min(drawn, len(found))
    print(f"quotations in two outlets of one week: {len(found)}, drawn {count}")
    print(f"merged {merged} of {count} ({100 * merged / count:.1f} %); in no statement on one side: {unread}; "
          f"of those in statements on both {merged} of {count - unread}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How many of a ledger's surest ties between articles are right, by the verdicts of a person who read both texts.

Usage: eval/score_judged.py LEDGER [--unjudged]

LEDGER holds the articles of ../shared/data/news. Three samples of 100 are drawn from it, the surest first: "relations", relations
across articles; "acts", the same with one relation for each later statement, so that a denial of what many papers reported counts
once; "merges", ties of one utterance between two outlets. eval/judged.json has the verdicts, by a relation's id or the two
statements' ids: "right", or the class of the mistake. --unjudged lists what has none yet, by its id.
"""
import collections
import json
import pathlib
import sqlite3
import sys

project = pathlib.Path(__file__).resolve().parent.parent
drawn = 100
relations = """SELECT x.handle, x.from_statement FROM across_relation x
               WHERE x.nature = 'reported' AND NOT EXISTS
                     (SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = x.number)
               ORDER BY x.confidence DESC, x.handle"""
merges = f"""SELECT p.handle || '-s' || a.ordinal, q.handle || '-s' || b.ordinal
             FROM utterance_tie t JOIN statement a ON a.number = t.a JOIN statement b ON b.number = t.b
             JOIN article p ON p.number = a.article JOIN article q ON q.number = b.article
             WHERE p.outlet <> q.outlet AND NOT EXISTS
                   (SELECT 1 FROM tie_withdrawal w WHERE w.what = 'utterance_tie' AND w.row = t.number)
             ORDER BY t.score DESC, min(p.handle, q.handle), max(p.handle, q.handle), a.ordinal, b.ordinal LIMIT {drawn}"""


def samples(ledger):
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as opened:
        found = opened.execute(relations).fetchall()
        yield "relations", [handle for handle, _ in found[:drawn]]
        first = {}
        for handle, statement in found:
            first.setdefault(statement, handle)
        yield "acts", list(first.values())[:drawn]
        yield "merges", [" ".join(sorted(pair)) for pair in opened.execute(merges)]


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--unjudged"]
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).exists():
        sys.exit(__doc__.split("\n\n")[1])
    verdicts = json.loads((project / "eval" / "judged.json").read_text())
    for name, ids in samples(arguments[0]):
        judged = collections.Counter(verdicts.get(one) for one in ids)
        unjudged = judged.pop(None, 0)
        right, count = judged.pop("right", 0), len(ids) - unjudged
        classes = ", ".join(f"{what} {times}" for what, times in judged.most_common())
        print(f"{name:10}right {right} of {count} ({100 * right / max(1, count):.1f} %); unjudged {unjudged}; wrong: {classes}")
        if "--unjudged" in sys.argv:
            print("\n".join(one for one in ids if one not in verdicts))


if __name__ == "__main__":
    main()

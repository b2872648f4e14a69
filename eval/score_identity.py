#!/usr/bin/env python3
"""How many of the judged pairs of speakers a ledger takes for one person where they are, and for two where they are not.

Usage: eval/score_identity.py LEDGER [--wrong]

LEDGER holds the articles of ../shared/data/news. eval/identity.json has the pairs: two speakers, each by its article's id and
its name in that article, whether a person who read what both articles say took them for one, and how it was drawn: "same" (one
name in two articles), "forms" and, earlier, "sound" (two forms of a name of one sound), "near" (one last name, or last names alike
behind one first name, that a ledger kept apart); from names alone that namesakes are expected of, and not counted under "all", "common" (one
name in two articles, taken for one) and "namesakes" (one name in two articles, taken for two). A pair of which one side is not in the ledger under that name is left out and
counted. --wrong lists the pairs that come out wrong.
"""
import collections
import json
import pathlib
import subprocess
import sys

hard = {"common", "namesakes"}
project = pathlib.Path(__file__).resolve().parent.parent


def shown(ledger, what, known={}):
    if what not in known:
        told = subprocess.run([project / "build" / "onrecord", "show", "--ledger", ledger, what, "--json"],
                              capture_output=True, text=True)
        known[what] = json.loads(told.stdout) if told.returncode == 0 else {}
    return known[what]


def speaker(ledger, article, name):
    """The ledger-wide id of the speaker whom the article calls `name`; None where it has none."""
    for one in shown(ledger, article).get("speakers", []):
        # Asked only of those who may be meant: a form of a name keeps one of its words.
        if set(one["name"].lower().split()) & set(name.lower().split()):
            if name in shown(ledger, one["id"]).get("names", []):
                return one["id"]
    return None


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--wrong"]
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).exists():
        sys.exit(__doc__.split("\n\n")[1])
    counts = collections.Counter()
    missing = 0
    for pair in json.loads((project / "eval" / "identity.json").read_text()):
        # An id of a speaker in many articles leads from each of them to the same.
        ids = [speaker(arguments[0], article, name) for article, name in (pair["a"], pair["b"])]
        if None in ids:
            missing += 1
            continue
        taken = ids[0] == ids[1]
        counts[pair["one"], taken, pair["drawn"]] += 1
        if taken != pair["one"] and "--wrong" in sys.argv:
            print("one taken for two:" if pair["one"] else "two taken for one:", pair["a"], pair["b"])
    for taken, what in ((True, "merges"), (False, "non-merges")):
        drawn = sorted({how for _, as_taken, how in counts if as_taken == taken})
        for ways in ([how] for how in drawn), [[how for how in drawn if how not in hard]]:
            for names in ways:
                right = sum(counts[taken, taken, how] for how in names)
                all_of_them = right + sum(counts[not taken, taken, how] for how in names)
                print(f"{what:11}{' '.join(names) if len(names) == 1 else 'all':6} right {right} of {all_of_them} "
                      f"({100 * right / max(1, all_of_them):.1f} %)")
    print(f"pairs not in this ledger: {missing}")


if __name__ == "__main__":
    main()

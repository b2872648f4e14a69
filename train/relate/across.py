#!/usr/bin/env python3
"""How likely a relation across articles is right, learned from people's verdicts: prints src/relate/across_weights.inc.

Usage: train/relate/across.py LEDGER... --program build/train/utterances/dump_ties [--out src/relate/across_weights.inc]

Each LEDGER holds articles of ../shared/data/news as some build's `onrecord add --model accurate` read them; eval/judged.json has the verdicts, by the relations' ids.
What is seen of a relation is what src/relate/across_relation.cpp sees. Prints how far the likelihoods hold for later statements that they were not
learned from, six parts, and how many of the surest relations are judged. Needs numpy and scikit-learn.
"""
import argparse
import collections
import hashlib
import json
import math
import pathlib
import re
import sqlite3
import subprocess

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

project = pathlib.Path(__file__).resolve().parent.parent.parent
TYPES = ("retracts", "clarifies", "reaffirms", "denies", "disputes", "supports", "responds")   # as RelationType
BY_RULES = {"retracts": 0.24, "reaffirms": 0.28, "disputes": 0.12}                             # as held_share
OTHER_RULES = 0.2
MOST_SHARED = 7
PARTS, SUREST = 6, 100


class Ledger:
    def __init__(self, path):
        self.opened = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.known = {}

    def relations(self):
        """[(id, type, from, to, shared words)], sorted by id."""
        return self.opened.execute(
            "SELECT x.handle, x.type, x.from_statement, x.to_statement, x.shared FROM across_relation x WHERE x.nature = 'reported' AND NOT EXISTS "
            "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = x.number) ORDER BY x.handle").fetchall()

    def statement(self, number):
        """(words of its content, its speaker's name, their kind)"""
        if number not in self.known:
            text, content, name, kind = self.opened.execute(
                "SELECT a.text, s.content, p.name, p.kind FROM statement s JOIN article a ON a.number = s.article LEFT JOIN speaker p ON p.number = s.speaker "
                "WHERE s.number = ?", (number,)).fetchone()
            self.known[number] = cut(text, json.loads(content)), name or "", kind or ""
        return self.known[number]

    def inside(self, statement, kind):
        """(how often such hold, the words of the target) of the surest relation of that type inside the article."""
        text, found = self.opened.execute("SELECT a.text, s.article FROM statement s JOIN article a ON a.number = s.article WHERE s.number = ?", (statement,)).fetchone()
        best = (0.0, "")
        for confidence, by, to, span in self.opened.execute(
                "SELECT confidence, decided_by, to_statement, to_span FROM relation WHERE article = ? AND from_statement = ? AND type = ?", (found, statement, kind)):
            held = BY_RULES.get(kind, OTHER_RULES) if by == "cue-rules" else confidence
            best = max(best, (held, self.statement(to)[0] if to else cut(text, [json.loads(span)])))
        return best


def cut(text, spans):
    raw = text.encode()
    return " ".join(raw[begin:end].decode(errors="replace") for begin, end in spans).replace("\n", " ")


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def odds(likely):
    bounded = min(max(likely, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def features(kind, held, shared, of_earlier, of_about, accused, somebody):
    return [float(kind == one) for one in TYPES] + [odds(held), math.sqrt(of_earlier * of_about), min(shared, MOST_SHARED) / MOST_SHARED,
                                                    float(kind == "denies" and accused), float(kind == "denies" and not somebody)]


def read(path, program):
    """(a ledger's relations, what is seen of each)"""
    ledger = Ledger(path)
    found = ledger.relations()
    abouts = [ledger.inside(source, kind) for _, kind, source, _, _ in found]
    lines = [ledger.statement(to)[0] for _, _, _, to, _ in found] + [about for _, about in abouts]
    stems = subprocess.run([program, "--stems"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout.splitlines()
    rows = []
    for number, ((_, kind, source, to, shared), (held, _)) in enumerate(zip(found, abouts)):
        common = len(json.loads(shared))
        name, who = ledger.statement(source)[1:]
        last = (words(name) or [""])[-1]
        accused = bool(last) and last in words(ledger.statement(to)[0])
        rows.append(features(kind, held, common, common / max(1, len(stems[number].split())), common / max(1, len(stems[len(found) + number].split())),
                             accused, who in ("person", "group")))
    return found, rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", nargs="+")
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    verdicts = json.loads((project / "eval" / "judged.json").read_text())
    found, rows = [], []
    for path in options.ledger:
        told, seen = read(path, options.program)
        fresh = [n for n, one in enumerate(told) if one[0] not in {other[0] for other in found}]
        found += [(told[n][0], told[n][1], (path, told[n][2])) for n in fresh]     # numbers are a ledger's own
        rows += [seen[n] for n in fresh]
    rows = numpy.array(rows)
    judged = [n for n, one in enumerate(found) if one[0] in verdicts]
    right = numpy.array([verdicts[found[n][0]] == "right" for n in judged])
    times = collections.Counter(found[n][2] for n in judged)
    weight = numpy.array([times[found[n][2]] ** -0.5 for n in judged])        # one statement's relations share a fate
    part = numpy.array([int(hashlib.md5(str(found[n][2]).encode()).hexdigest(), 16) % PARTS for n in judged])
    unseen = numpy.zeros(len(judged))
    for p in range(PARTS):
        model = LogisticRegression(C=1.0, max_iter=2000).fit(rows[judged][part != p], right[part != p], sample_weight=weight[part != p])
        unseen[part == p] = model.predict_proba(rows[judged][part == p])[:, 1]
    print(f"{len(judged)} judged of {len(found)}, {int(right.sum())} right; area under the curve {roc_auc_score(right, unseen):.3f}")
    for least in (0.5, 0.6, 0.7, 0.8):
        sure = unseen >= least
        print(f"likely by {least} or more: {int(sure.sum())}, of which right {100 * right[sure].mean() if sure.any() else 0:.1f} %")
    model = LogisticRegression(C=1.0, max_iter=2000).fit(rows[judged], right, sample_weight=weight)
    likely = model.predict_proba(rows)[:, 1]
    surest = collections.Counter(verdicts.get(found[n][0], "not judged") for n in sorted(range(len(found)), key=lambda n: (-likely[n], found[n][0]))[:SUREST])
    print(f"of the {SUREST} surest:", dict(surest))
    made = "// Made by train/relate/across.py: never edit.\n" + f"{model.intercept_[0]:.4f}f,\n" + "".join(f"{weight:.4f}f,\n" for weight in model.coef_[0])
    if options.out:
        options.out.write_text(made)
    else:
        print(made, end="")


if __name__ == "__main__":
    main()

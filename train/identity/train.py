#!/usr/bin/env python3
"""Prints the weights of `likelihood` (src/ledger/namesakes.cpp) and how often two bearers of one name are two persons.

Usage: train/identity/train.py --program build/train/identity/dump_bearers LEDGER

LEDGER is one of many articles; it is only read. Nobody judges pairs for this: two bearers of a name that is expected once (its
first name and its last are rarely seen with others) are one person, two bearers of different names are two. The logistic
regression over the two kinds, weighed alike, gives ln(how often one person's look so / how often two persons' do). Then one pair
of each name is weighed, by how many namesakes are expected: what is unlike more often than one person's are must be two
persons', and the share of those is printed. Seeded; the same ledger gives the same numbers.
"""
import argparse
import collections
import math
import random
import sqlite3
import subprocess

import numpy

most_bearers = 30
sampled = 3000
rare = 1 / 128
unlike = -1.0


def likenesses(program, ledger, pairs):
    lines = "".join(f"{a} {b}\n" for a, b in pairs)
    out = subprocess.run([program, ledger], input=lines, capture_output=True, text=True, check=True).stdout
    return numpy.array([[float(value) for value in line.split()] for line in out.splitlines()])


def fit(ones, twos):
    x = numpy.vstack([ones, twos])
    y = numpy.array([1] * len(ones) + [0] * len(twos))
    share = numpy.where(y == 1, 1.0, len(ones) / len(twos))
    weights = numpy.zeros(x.shape[1])
    for _ in range(40):  # Newton's steps
        p = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (share * (p - y)) + weights
        curve = (x * (share * p * (1 - p))[:, None]).T @ x + numpy.eye(len(weights))
        weights -= numpy.linalg.solve(curve, slope)
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("ledger")
    options = parser.parse_args()
    database = sqlite3.connect(f"file:{options.ledger}?mode=ro", uri=True)
    sounds = dict(database.execute("SELECT n.name_key, s.sound FROM named_sound s JOIN named n ON n.number = s.named"))
    firsts, lasts = collections.Counter(), collections.Counter()
    for sound in set(sounds.values()):
        first, last = sound.split(" ", 1)
        firsts[first] += 1
        lasts[last] += 1
    bearers = collections.defaultdict(dict)  # of a name: one row an article
    for name, article, number in database.execute("SELECT name_key, article, number FROM speaker WHERE merges = 1 AND kind = 'person' ORDER BY handle"):
        if name in sounds:
            bearers[name].setdefault(article, number)

    def expected(name):
        first, last = sounds[name].split(" ", 1)
        return (firsts[first] - 1) * (lasts[last] - 1) / len(set(sounds.values()))

    random.seed(1)
    told = sorted(name for name in bearers if len(bearers[name]) <= most_bearers)
    twice = [name for name in told if len(bearers[name]) > 1]
    one_of_each = {name: tuple(random.sample(sorted(bearers[name].values()), 2)) for name in twice}
    ones = [pair for name, pair in one_of_each.items() if expected(name) < rare]
    ones = random.sample(ones, min(sampled, len(ones)))
    twos = []
    while len(twos) < sampled:
        a, b = random.sample(told, 2)
        if sounds[a] != sounds[b]:
            twos.append(tuple(random.choice(sorted(bearers[name].values())) for name in (a, b)))
    ones, twos = (likenesses(options.program, options.ledger, pairs) for pairs in (ones, twos))
    weights = fit(ones, twos)
    print("weights:", ", ".join(f"{weight:.2f}" for weight in weights))
    below_one, below_two = ((kind @ weights < unlike).mean() for kind in (ones, twos))
    print(f"below {unlike}: of one person's pairs {below_one:.3f}, of two persons' {below_two:.3f}")

    steps = collections.defaultdict(list)
    for name in twice:
        if (of_this := expected(name)) >= rare:
            steps[min(0, math.floor(math.log2(of_this)))].append(name)
    for step, names in sorted(steps.items()):
        below = (likenesses(options.program, options.ledger, [one_of_each[name] for name in names]) @ weights < unlike).mean()
        two = (below - below_one) / (below_two - below_one)
        print(f"namesakes expected {2.0 ** step:.3f} and more: {len(names)} names, below {below:.3f}, two persons {100 * two:.0f} %, "
              f"{two / max(1e-9, 1 - two) / numpy.mean([expected(name) for name in names]):.2f} times the expected")


if __name__ == "__main__":
    main()

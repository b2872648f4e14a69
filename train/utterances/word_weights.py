#!/usr/bin/env python3
"""Writes src/relate/word_weights.inc: how rare each frequent stem is in English news.

Usage: train/utterances/word_weights.py --program build/train/utterances/dump_ties NEWS.jsonl.gz... > src/relate/word_weights.inc

The stems are those of the program itself (`dump_ties --stems`), every third article is read.
"""
import argparse
import collections
import gzip
import json
import math
import subprocess
import sys
import tempfile

kept = 4096
share = 3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("news", nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as texts:
        for path in options.news:
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for number, line in enumerate(lines):
                    if number % share == 0:
                        texts.write(" ".join((json.loads(line).get("text") or "").split()) + "\n")
        texts.seek(0)
        stems = subprocess.run([options.program, "--stems"], stdin=texts, capture_output=True, text=True, check=True).stdout
    articles, holds = 0, collections.Counter()
    for line in stems.splitlines():
        articles += 1
        holds.update(line.split())
    for stem, count in sorted(holds.most_common(kept)):
        if '"' in stem or "\\" in stem:
            sys.exit(f"word_weights: a stem that is no word: {stem}")
        print(f'{{"{stem}", {min(255, round(16 * math.log((articles + 1) / (count + 1))))}}},')


if __name__ == "__main__":
    main()

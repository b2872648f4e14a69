#!/usr/bin/env python3
"""Puts the articles' texts into what was extracted from them, and in place of its relations those that rules alone find:
records.py BASE DUMP_PAIRS reads BASE.articles.jsonl and BASE.extract.jsonl and writes BASE.records.jsonl."""
import json
import os
import subprocess
import sys


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    base, dump = sys.argv[1:]
    texts = {article["id"]: article for article in map(json.loads, open(f"{base}.articles.jsonl", encoding="utf-8"))}
    made, half = f"{base}.records.jsonl", f"{base}.records.half"
    with open(half, "w", encoding="utf-8") as out:
        for record in map(json.loads, open(f"{base}.extract.jsonl", encoding="utf-8")):
            article = texts[record["article"]["id"]]
            record["article"].update(text=article["text"], title=article["title"])
            out.write(json.dumps(record) + "\n")
    with open(half, encoding="utf-8") as records:
        rules = subprocess.run([dump, "--rules"], stdin=records, capture_output=True, text=True, check=True).stdout.splitlines()
    with open(half, encoding="utf-8") as records, open(made, "w", encoding="utf-8") as out:
        for record, relations in zip(records, rules, strict=True):
            out.write(json.dumps(json.loads(record) | {"relations": json.loads(relations)}) + "\n")
    os.remove(half)


if __name__ == "__main__":
    main()

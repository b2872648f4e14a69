#!/usr/bin/env python3
"""The attributions that the tagger found, in place of the annotators': tagged.py BASE reads BASE.given.jsonl and what was extracted from it,
BASE.extract.jsonl, and writes BASE.tagged.jsonl for `dump_choices`."""
import json
import sys


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    base = sys.argv[1]
    given = {article["id"]: article for article in map(json.loads, open(f"{base}.given.jsonl", encoding="utf-8"))}
    with open(f"{base}.tagged.jsonl", "w", encoding="utf-8") as out:
        for record in map(json.loads, open(f"{base}.extract.jsonl", encoding="utf-8")):
            found = [{role: [[span["begin"], span["end"]] for span in statement[role]] for role in ("source", "cue", "content")}
                     | {"communicated": statement["communicated"]} for statement in record["statements"]]
            out.write(json.dumps(given[record["article"]["id"]] | {"attributions": found}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

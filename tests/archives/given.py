#!/usr/bin/env python3
"""Archives that others made, sound and damaged, give what can be saved of them, and say what was wrong.

    given.py PROGRAM FOLDER

FOLDER holds the archives that given.json names; it tells of each how many records and articles there are, how many places are
damaged, and how many records of which kind are no page. Every damaged place must have its line, with the number of the record,
for whoever reads the archive. Nothing else than the standard library is needed."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent


def given(program, archive):
    """What the program tells of an archive, as its manifest tells it, and its lines about damaged places."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = pathlib.Path(folder) / "manifest.jsonl"
        done = subprocess.run([program, "add", "--model", "fast", "--ledger", pathlib.Path(folder) / "made.ledger", "--manifest",
                               manifest, archive], capture_output=True, text=True, timeout=60)
        told = json.loads(manifest.read_text().splitlines()[-1])
    lines = [line for line in done.stderr.splitlines() if re.search(re.escape(archive.name) + r":\d+: .+; .+; .+", line)]
    return {key: told[key] for key in ("records", "articles", "damaged", "skipped")}, lines


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    known = json.loads((here / "given.json").read_text())
    there = {file.name for file in folder.iterdir() if file.is_file()}
    failures = [f"{name}: given.json does not tell what it gives" for name in sorted(there - known.keys())]
    failures += [f"{name}: is not in {folder}" for name in sorted(known.keys() - there)]
    for name in sorted(there & known.keys()):
        found, lines = given(program, folder / name)
        if found != known[name]:
            failures.append(f"{name}: gives {json.dumps(found)}, not {json.dumps(known[name])}")
        if len(lines) != found["damaged"]:
            failures.append(f"{name}: {found['damaged']} damaged places and {len(lines)} lines about them")
    if failures:
        sys.exit("\n".join(failures))
    print(f"{len(known)} archives: {sum(one['records'] for one in known.values())} records, "
          f"{sum(one['articles'] for one in known.values())} articles, "
          f"{sum(one['damaged'] for one in known.values())} damaged places, each with its line")


if __name__ == "__main__":
    main()

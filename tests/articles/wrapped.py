#!/usr/bin/env python3
"""Text that is set in lines says what it said before: each article.txt here is wrapped at several columns, blanks becoming line ends and
nothing else changing, and what `onrecord extract` finds must stand at the same bytes.

    wrapped.py PROGRAM [FOLDER COLUMN]    FOLDER: other texts than the examples, of which it is counted how many statements are the same
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

patience = int(os.environ.get("ONRECORD_TEST_PATIENCE", "1"))  # sanitized builds are slow
here = pathlib.Path(__file__).resolve().parent
COLUMNS = (60, 72)
LONG = 200       # a text with no longer line is not wrapped: a short one may be no running text


def wrapped(text, column):
    out = []
    for line in text.split("\n"):
        made, start = list(line), 0
        for at, char in enumerate(line):
            if char != " " or at == start:
                continue
            end = line.find(" ", at + 1)
            if (len(line) if end < 0 else end) - start > column:
                made[at], start = "\n", at + 1
        out.append("".join(made))
    return "\n".join(out)


def statements(program, texts):
    """{name: {content: what is said of the statement}}"""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            pathlib.Path(folder, f"{name}.txt").write_bytes(text.encode())
        run = subprocess.run([program, "extract", "--model", "fast", folder], capture_output=True, text=True, check=True, timeout=300 * patience)
    out = {}
    for record in map(json.loads, run.stdout.splitlines()):
        names = {one["id"]: " ".join(one["name"].split()) for one in record["speakers"]}
        place = lambda spans: tuple((span["begin"], span["end"]) for span in spans or [])
        mine = out[pathlib.Path(record["source"]["path"]).stem] = {}
        for one in record["statements"]:
            said, told = one["said"] or {}, one["told"] or {}
            mine[place(one["content"])] = (place(one["source"]), place(one["cue"]), names.get(one["speaker"]), said.get("from"), said.get("to"),
                                          place([told["phrase"]]) if told.get("phrase") else None)
    return out


def main():
    program = sys.argv[1]
    if len(sys.argv) > 2:
        texts = {path.stem: path.read_bytes().decode() for path in sorted(pathlib.Path(sys.argv[2]).glob("*.txt"))}
        columns = [int(sys.argv[3])]
    else:
        texts = {path.parent.name: path.read_bytes().decode() for path in sorted(here.glob("*/article.txt"))}
        texts = {name: text for name, text in texts.items() if max(map(len, text.split("\n"))) >= LONG}
        columns = COLUMNS
    before = statements(program, texts)
    total = same = 0
    for column in columns:
        after = statements(program, {name: wrapped(text, column) for name, text in texts.items()})
        for name, mine in before.items():
            for content, told in mine.items():
                total += 1
                if after.get(name, {}).get(content) == told:
                    same += 1
                elif len(sys.argv) <= 2:
                    print(f"{name}, {column} columns: {content}: {told}\n    became {after.get(name, {}).get(content)}")
    print(f"wrapped: {same} of {total} statements of {len(texts)} texts are the same")
    return 0 if total and (same == total or len(sys.argv) > 2) else 1


if __name__ == "__main__":
    sys.exit(main())

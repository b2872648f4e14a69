#!/usr/bin/env python3
"""Print articles with their gold attributions as JSON Lines for `onrecord-evaluate given`.

Usage: given_attributions.py [--half 0|1] speakers | annotated | polnear-train | polnear-dev

  speakers       the 112 articles of ../shared/data/speakers (source, cue and content of each record)
  annotated      the 725 PolNeAR articles of train/resolve/annotated, in the same format: for learning only
  polnear-*      all articles of that part of PolNeAR, the last annotator's attributions

--half keeps one half of the articles, told by a hash of the name: rules are made on half 0 and reported on half 1."""
import argparse, collections, csv, glob, hashlib, json, os, re

here = os.path.dirname(os.path.abspath(__file__))


def half_of(name):
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 2


def brat(path, text):
    """The attributions of a brat file, as byte spans."""
    offsets, at = [0], 0
    for character in text:
        at += len(character.encode())
        offsets.append(at)
    entities, attributions = {}, {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("T"):
            key, rest, _ = line.rstrip("\n").split("\t", 2)
            kind, places = rest.split(" ", 1)
            entities[key] = (kind, [[offsets[int(n)] for n in part.split()] for part in places.split(";")])
        elif line.startswith("E"):
            parts = line.split("\t")[1].split()
            found = collections.defaultdict(list)
            for part in parts:
                role, key = part.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if key in entities and role in ("source", "cue", "content"):
                    found[role] += entities[key][1]
            attributions[line.split("\t")[0]] = {r: sorted(found[r]) for r in ("source", "cue", "content")}
    return list(attributions.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=["speakers", "annotated", "polnear-train", "polnear-dev"])
    parser.add_argument("--half", type=int, choices=[0, 1])
    parser.add_argument("--data", default=os.path.join(here, "../../shared/data"))
    options = parser.parse_args()
    data = options.data
    with open(os.path.join(data, "polnear/metadata.tsv"), encoding="utf-8") as f:
        meta = {row["filename"]: row for row in csv.DictReader(f, delimiter="\t")}
    wanted = {}
    part = "train"
    records = {"speakers": os.path.join(data, "speakers/polnear-train.jsonl"),
               "annotated": os.path.join(here, "../train/resolve/annotated/who.jsonl")}
    if options.which in records:
        for line in open(records[options.which], encoding="utf-8"):
            record = json.loads(line)
            wanted.setdefault(record["file"], []).append({r: record[r] for r in ("source", "cue", "content", "communicated")})
    else:
        part = options.which.split("-")[1]
        for path in sorted(glob.glob(os.path.join(data, f"polnear/{part}/attributions/*.ann"))):
            name = os.path.basename(path)[:-4].rsplit("_", 1)[0] + ".txt"
            text = open(os.path.join(data, f"polnear/{part}/text", name), encoding="utf-8").read()
            wanted[name] = brat(path, text)
    for name, attributions in wanted.items():
        if options.half is not None and half_of(name) != options.half:
            continue
        row = meta.get(name[:-4], {})
        text = open(os.path.join(data, f"polnear/{part}/text", name), encoding="utf-8").read()
        print(json.dumps({"id": name, "outlet": row.get("publisher"), "published": row.get("publication_date"),
                          "title": row.get("title"), "byline": row.get("author"), "text": text,
                          "attributions": attributions}, ensure_ascii=False))


if __name__ == "__main__":
    main()

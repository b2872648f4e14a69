#!/usr/bin/env python3
"""Prints articles of the corpora beside the project as JSON Lines for `onrecord extract`: texts.py SHARED FILES.txt

FILES.txt holds a name a line: YEAR-NNNNNN.txt is line NNNNNN, counted from 1, of data/news/YEAR.jsonl.gz; any other is an article of
PolNeAR train. The `id` is the name; offsets are bytes of `text`."""
import csv
import gzip
import json
import pathlib
import re
import sys


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, wanted = pathlib.Path(sys.argv[1]) / "data", set(open(sys.argv[2]).read().split())
    of_news = {name for name in wanted if re.fullmatch(r"\d{4}-\d{6}\.txt", name)}
    with open(data / "polnear/metadata.tsv", encoding="utf-8") as handle:
        about = {row["filename"]: row for row in csv.DictReader(handle, delimiter="\t")}
    for name in sorted(wanted - of_news):
        row, text = about[name[:-4]], (data / "polnear/train/text" / name).read_text(encoding="utf-8")
        print(json.dumps({"id": name, "outlet": row["publisher"], "published": row["publication_date"], "title": row["title"],
                          "byline": row["author"], "text": text}, ensure_ascii=False))
    for year in sorted({name[:4] for name in of_news}):
        with gzip.open(data / f"news/{year}.jsonl.gz", "rt", encoding="utf-8") as handle:
            for number, line in enumerate(handle, 1):
                if (name := f"{year}-{number:06d}.txt") in of_news:
                    print(json.dumps({**json.loads(line), "id": name}, ensure_ascii=False))


if __name__ == "__main__":
    main()

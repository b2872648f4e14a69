#!/usr/bin/env python3
"""A ledger's statements as columns: an Arrow stream, a Parquet file, or both, in bounded memory.

    onrecord export --ledger city.ledger --format rows | scripts/columns.py --parquet city.parquet --arrow city.arrows

Needs pyarrow (pip install pyarrow). An Arrow stream goes to standard output where FILE is -."""
import argparse
import datetime
import json
import sys

import pyarrow
import pyarrow.parquet

BATCH = 10_000  # statements a record batch
DAYS = {"said_from", "said_to", "published"}
COLUMNS = ["statement", "utterance", "article_id", "outlet", "published", "title", "url", "speaker_id", "speaker", "kind", "roles",
           "said_from", "said_to", "told", "form", "act", "polarity", "communicated", "content", "cue", "source", "within",
           "relations", "decided_by", "confidence"]
TYPES = {"communicated": pyarrow.bool_(), "confidence": pyarrow.float32(), "roles": pyarrow.list_(pyarrow.string()),
         "relations": pyarrow.list_(pyarrow.string()), "kind": pyarrow.dictionary(pyarrow.int8(), pyarrow.string()),
         **{name: pyarrow.date32() for name in DAYS}}
SCHEMA = pyarrow.schema([(name, TYPES.get(name, pyarrow.string())) for name in COLUMNS]
                        # Of a day of which only the month or the year is known: the whole of it, as text.
                        + [(name + "_as_told", pyarrow.string()) for name in sorted(DAYS)])


def day(text):
    """The day; nothing where only its month or year is known."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def row_of(line):
    row = json.loads(line)
    if list(row) != COLUMNS:
        sys.exit("columns: these are not rows of `onrecord export --format rows`")
    for name in DAYS:
        row[name + "_as_told"] = row[name]
        row[name] = day(row[name])
    row["communicated"] = row["communicated"] == "yes"
    row["confidence"] = float(row["confidence"])
    for name in ("roles", "relations"):
        row[name] = row[name].split("; ") if row[name] else []
    return row


def batches(lines):
    rows = []
    for line in lines:
        rows.append(row_of(line))
        if len(rows) == BATCH:
            yield pyarrow.RecordBatch.from_pylist(rows, SCHEMA)
            rows = []
    if rows:
        yield pyarrow.RecordBatch.from_pylist(rows, SCHEMA)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--arrow", metavar="FILE")
    parser.add_argument("--parquet", metavar="FILE")
    options = parser.parse_args()
    if not (options.arrow or options.parquet):
        parser.error("name a file: --arrow FILE, --parquet FILE")
    writers = []
    if options.arrow:
        # Dictionaries may differ between batches of a stream.
        sink = sys.stdout.buffer if options.arrow == "-" else options.arrow
        writers.append(pyarrow.ipc.new_stream(sink, SCHEMA))
    if options.parquet:
        writers.append(pyarrow.parquet.ParquetWriter(options.parquet, SCHEMA, compression="zstd"))
    for batch in batches(sys.stdin.buffer):
        for writer in writers:
            writer.write_batch(batch)
    for writer in writers:
        writer.close()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""A ledger's statements as columns: an Arrow stream, a Parquet file, or both, in bounded memory.

    onrecord export --ledger city.ledger --format rows | scripts/columns.py --parquet city.parquet --arrow city.arrows

Needs pyarrow (pip install pyarrow). An Arrow stream goes to standard output where FILE is -."""
import argparse
import json
import pathlib
import sys

import pyarrow
import pyarrow.parquet

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python" / "onrecord"))
from columns import SCHEMA, batches  # noqa: E402


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
    try:
        for batch in batches(map(json.loads, sys.stdin.buffer)):
            for writer in writers:
                writer.write_batch(batch)
    except ValueError as wrong:
        sys.exit(f"columns: {wrong}")
    for writer in writers:
        writer.close()


if __name__ == "__main__":
    main()

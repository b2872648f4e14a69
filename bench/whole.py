#!/usr/bin/env python3
"""Whole runs of build/onrecord over a large archive: articles a second, memory, ledger size, the share of each stage.

Usage: bench/whole.py ARCHIVE... [--threads N]... [--model NAME] [--keep FILE]

  ARCHIVE    files for `onrecord add`, for example ../shared/data/news/*.jsonl.gz
  --threads  repeat for several runs; 1 and 2 unless told
  --keep     leave the last ledger here

Speeds depend on the machine and on what else it does; compare them inside one run only. Counts and shares are stable.
"""
import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

program = pathlib.Path(__file__).resolve().parent.parent / "build" / "onrecord"


def add(archives, threads, model, ledger):
    command = [str(program), "add", "--ledger", str(ledger), "--threads", str(threads), "--times", *model, *map(str, archives)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done, wall, cpu, after.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", nargs="+")
    parser.add_argument("--threads", type=int, action="append")
    parser.add_argument("--model")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    if not program.exists():
        sys.exit("bench: build/onrecord is not there; run make build")
    model = ["--model", options.model] if options.model else []
    for threads in options.threads or [1, 2]:
        with tempfile.TemporaryDirectory() as folder:
            ledger = pathlib.Path(folder) / "whole.ledger"
            done, wall, cpu, peak = add(options.archive, threads, model, ledger)
            print(f"== {threads} thread(s): exit {done.returncode}, {wall:.1f} s of wall, {cpu:.1f} s of processor, peak {peak:.0f} MiB")
            print(done.stdout.rstrip())
            print(done.stderr.rstrip())
            size = sum(f.stat().st_size for f in pathlib.Path(folder).iterdir()) / 2**20
            print(f"ledger {size:.0f} MiB")
            count = re.search(r"([\d,]+) (?:articles? )?added", done.stdout + done.stderr) or re.search(r"added:? ([\d,]+)", done.stdout + done.stderr)
            if count:
                print(f"{int(count.group(1).replace(',', '')) / wall:.1f} articles a second")
            if options.keep:
                ledger.replace(options.keep)


if __name__ == "__main__":
    main()

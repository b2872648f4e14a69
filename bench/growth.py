#!/usr/bin/env python3
"""What adding to a ledger costs, and that its export does not depend on how the articles came.

Usage: bench/growth.py cost LARGE.ledger FOLDER DAY ARCHIVE...     bench/growth.py orders N TIMES ARCHIVE...

  cost    adds 50 texts of FOLDER, as published on DAY, one by one, each by a run of its own, to a ledger of 1,000 articles of the archives and to
          LARGE, which holds all of these and none of FOLDER; prints rows read, steps of SQLite's machine, and time
  orders  adds N articles TIMES times, each time in another order, in other batches and with one or two threads, and compares the exports

ARCHIVE is JSON Lines, also gzipped. Everything is drawn by a fixed seed and extracted with --model fast. Times depend on the
machine, counts do not. LARGE is copied before it is added to.
"""
import gzip
import hashlib
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
program = here.parent / "build" / "onrecord"
ADDED, SMALL = 50, 1000


def lines_of(archives):
    for archive in archives:
        with (gzip.open if archive.endswith(".gz") else open)(archive, "rb") as file:
            yield from file


def add(ledger, path, environment=None, threads=1, more=()):
    start = time.monotonic()
    done = subprocess.run([program, "add", "--ledger", ledger, "--model", "fast", "--threads", str(threads), *more, path],
                          capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"growth: adding {path} failed: {done.stderr}")
    return time.monotonic() - start, done.stderr


def cost(large, texts, day, archives):
    articles = list(lines_of(archives))
    random.Random(5).shuffle(articles)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        counter = folder / "rows_read.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", counter, here / "rows_read.c", "-ldl", "-lsqlite3"], check=True)
        some = folder / "some.jsonl"
        some.write_bytes(b"".join(articles[:SMALL]))
        small = folder / "small.ledger"
        add(small, some, threads=2)
        copy = folder / "large.ledger"
        shutil.copy(large, copy)
        told = {}
        for name, ledger in (("small", small), ("large", copy)):
            rows, steps, seconds = [], [], []
            for text in texts:
                took, messages = add(ledger, text, {"LD_PRELOAD": str(counter), "PATH": "/usr/bin:/bin"}, more=("--published", day))
                counts = re.search(r"rows read (\d+), steps (\d+)", messages)
                rows.append(int(counts[1]))
                steps.append(int(counts[2]))
                seconds.append(took)
            told[name] = [sum(rows), sum(steps), sum(seconds)]
            print(f"{name}: rows read {sum(rows)} ({statistics.median(rows):.0f} in the middle), steps {sum(steps)} "
                  f"({statistics.median(steps):.0f}), {sum(seconds):.2f} s")
        print("large / small:", " ".join(f"{what} {a / b:.2f}" for what, a, b in zip(("rows", "steps", "time"), told["large"], told["small"])))


def orders(count, times, archives):
    articles = list(lines_of(archives))
    random.Random(7).shuffle(articles)
    articles = articles[:count]
    hashes = set()
    for number in range(times):
        chance = random.Random(100 + number)
        chance.shuffle(articles)
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            at, runs = 0, 0
            while at < len(articles):
                size = chance.choice((1, 17, 200, 700, len(articles)))
                part = folder / "part.jsonl"
                part.write_bytes(b"".join(articles[at:at + size]))
                add(folder / "one.ledger", part, threads=chance.choice((1, 2)))
                at += size
                runs += 1
            out = subprocess.run([program, "export", "--ledger", folder / "one.ledger"], capture_output=True, check=True).stdout
            hashes.add(hashlib.sha256(out).hexdigest())
            print(f"order {number}: {runs} runs, {len(out)} bytes, {hashlib.sha256(out).hexdigest()[:16]}", flush=True)
    print("all exports are equal" if len(hashes) == 1 else f"{len(hashes)} different exports")
    sys.exit(len(hashes) != 1)


def main():
    if not program.exists():
        sys.exit("growth: build/onrecord is not there; run make build")
    if len(sys.argv) >= 6 and sys.argv[1] == "cost":
        texts = sorted(pathlib.Path(sys.argv[3]).iterdir())
        random.Random(6).shuffle(texts)
        cost(pathlib.Path(sys.argv[2]), texts[:ADDED], sys.argv[4], sys.argv[5:])
    elif len(sys.argv) >= 5 and sys.argv[1] == "orders":
        orders(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()

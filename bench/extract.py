#!/usr/bin/env python3
"""Articles a second of `onrecord extract` on one thread, whole process, by model, with the share of each stage.

Usage: bench/extract.py FOLDER [--model NAME]... [--runs N] [--program FILE]

  FOLDER     one article a file, for example ../shared/data/polnear/dev/text
  --model    repeat for several; accurate and fast unless told
  --program  build/onrecord unless told; repeat to compare two, whose runs then take turns

Speeds depend on the machine and on what else it does; compare them inside one run only. Time is that of the processor.
"""
import argparse
import pathlib
import re
import resource
import statistics
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent


def run(program, model, folder):
    """(seconds of processor, seconds by stage) of one whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "extract", "--model", model, "--threads", "1", "--times", folder],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"bench: {program} ended with {done.returncode}: {done.stderr.strip()}")
    stages = {name: float(seconds) for name, seconds in re.findall(r"^(\w+) +([\d.]+) s", done.stderr, re.M)}
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, stages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--model", action="append")
    parser.add_argument("--program", action="append")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    articles = sum(1 for file in options.folder.iterdir() if file.is_file())
    programs = options.program or [str(root / "build" / "onrecord")]
    for model in options.model or ["accurate", "fast"]:
        turns = [[run(program, model, options.folder) for program in programs] for _ in range(options.runs)]
        for n, program in enumerate(programs):
            spent = [turn[n][0] for turn in turns]
            middle = statistics.median(spent)
            stages = turns[spent.index(sorted(spent)[len(spent) // 2])][n][1]
            shares = ", ".join(f"{name} {100 * stages[name] / stages['elapsed']:.1f} %" for name in stages
                               if name not in ("stages", "elapsed"))
            print(f"{model:9}{program}: {articles / middle:.1f} articles a second ({articles} in {middle:.2f} s, "
                  f"{min(spent):.2f} to {max(spent):.2f}); {shares}")
        if len(programs) == 2:
            ratios = [turn[1][0] / turn[0][0] for turn in turns]
            print(f"{model:9}second takes {statistics.median(ratios):.3f} of the first's time")


if __name__ == "__main__":
    main()

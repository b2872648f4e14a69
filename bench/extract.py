#!/usr/bin/env python3
"""How fast `onrecord extract` is on one thread, by model and by stage: articles, words and bytes a second, peak memory, and on
request the instructions a word.

Usage: bench/extract.py FOLDER [--model NAME]... [--runs N] [--program FILE]... [--instructions N] [--keep]

  FOLDER          one article a file, for example ../shared/data/polnear/dev/text
  --model         repeat for several; accurate and fast unless told
  --program       build/onrecord unless told; repeat to compare two, whose runs then take turns
  --instructions  also count, on the first N articles, the instructions a word (needs valgrind; it shows the program a
                  processor without AVX-512, and 8 articles take it about two minutes)
  --keep          write what does not depend on the machine's speed (counts, shares, ratios) to bench/extract.json

Speeds depend on the machine and on what else it does; compare them inside one run only. Time is that of the processor, for
the whole process: the start, and the model's loading and self-test, are part of it ("start"), as are reading and writing.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
kept = root / "bench" / "extract.json"


def command(program, model, paths):
    return [program, "extract", "--model", model, "--threads", "1", "--times", *map(str, paths)]


def run(program, model, paths):
    """(seconds of processor, peak MiB, share of the time behind the start by stage) of one whole process."""
    with tempfile.TemporaryFile("w+") as said:
        child = subprocess.Popen(command(program, model, paths), stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        said.seek(0)
        told = said.read()
    if status != 0:
        sys.exit(f"bench: {program} ended with {status}: {told.strip()}")
    stages = {name: float(seconds) for name, seconds in re.findall(r"^(\w+) +([\d.]+) s", told, re.M)}
    stages.pop("stages", None)
    elapsed = stages.pop("elapsed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, {name: seconds / elapsed for name, seconds in stages.items()}


def instructions(program, model, paths):
    """Of one whole process, with the inner loops for AVX2."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "counts"
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command(program, model, paths)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return int(re.search(r"^(?:summary|totals): (\d+)", out.read_text(), re.M).group(1))


def words_of(files):
    return sum(len(file.read_text(encoding="utf-8").split()) for file in files)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--model", action="append")
    parser.add_argument("--program", action="append")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--instructions", type=int, default=0)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    files = sorted(file for file in options.folder.iterdir() if file.is_file())
    words, size = words_of(files), sum(file.stat().st_size for file in files)
    if options.instructions and not shutil.which("valgrind"):
        sys.exit("bench: --instructions needs valgrind")
    programs = options.program or [str(root / "build" / "onrecord")]
    models = options.model or ["accurate", "fast"]
    print(f"{len(files)} articles, {words} words, {size} bytes; one thread, the median of {options.runs} runs")
    told = {"articles": len(files), "words": words, "bytes": size, "models": {}}
    with tempfile.TemporaryDirectory() as folder:
        short = pathlib.Path(folder) / "short.txt"
        short.write_text("It rained.\n", encoding="utf-8")
        for model in models:
            turns = [[run(program, model, [options.folder]) for program in programs] for _ in range(options.runs)]
            for n, program in enumerate(programs):
                start = statistics.median(run(program, model, [short])[0] for _ in range(options.runs))
                spent, peak, stages = sorted(turn[n] for turn in turns)[options.runs // 2]
                parts = {"start": start, **{name: share * (spent - start) for name, share in stages.items()}}
                parts["read and write"] = spent - sum(parts.values())
                print(f"\n{model}, {program}: {len(files) / spent:.1f} articles a second, peak {peak:.0f} MiB"
                      f"\n{'':16}{'seconds':>10}{'share':>8}{'articles/s':>12}{'words/s':>12}{'kB/s':>10}")
                for name, seconds in [*parts.items(), ("all", spent)]:
                    rate = "" if seconds <= 0 else f"{len(files) / seconds:12.1f}{words / seconds:12.0f}{size / seconds / 1000:10.0f}"
                    print(f"{name:16}{seconds:10.3f}{100 * seconds / spent:7.1f}%{rate}")
                if n == 0:
                    told["models"][model] = {"peak MiB": round(peak), "shares": {name: round(100 * seconds / spent, 1) for name, seconds in parts.items()},
                                             "seconds": spent}
                if options.instructions:
                    few = files[:options.instructions]
                    count = (instructions(program, model, few) - instructions(program, model, [short])) / words_of(few)
                    print(f"{count:.0f} instructions a word, with the inner loops for AVX2")
                    if n == 0:
                        told["models"][model]["instructions a word, AVX2"] = round(count)
            if len(programs) == 2:
                ratios = [turn[1][0] / turn[0][0] for turn in turns]
                print(f"\n{model}: the second takes {statistics.median(ratios):.3f} of the first's time ({min(ratios):.3f} to {max(ratios):.3f})")
    if options.keep:
        spent = {model: row.pop("seconds") for model, row in told["models"].items()}
        least = min(spent.values())
        told["time, as a multiple of the fastest"] = {model: round(seconds / least, 2) for model, seconds in spent.items()}
        kept.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Scores build/onrecord on the development corpora beside the project and compares with eval/floors.json.

Usage: eval/run.py [--shared DIR] [--work DIR] [--raise-floors] [--model NAME] [PART...]
  PART: polnear, speakers, relations, utterances (all unless told)

Every figure that falls below its floor by more than the tolerance is named and the exit status is 1. --raise-floors
writes the figures that rose into eval/floors.json; a floor never falls by this command.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import attributions

project = pathlib.Path(__file__).resolve().parent.parent
program = project / "build" / "onrecord"
floors_file = project / "eval" / "floors.json"
tolerance = 0.05  # per cent; figures are deterministic on one machine, the last bits of a model are not on another


def run(command, stdout=None):
    done = subprocess.run([str(part) for part in command], stdout=stdout, cwd=project)
    if done.returncode not in (0, 1):
        sys.exit(f"eval: {' '.join(map(str, command))} ended with {done.returncode}")


def scored(shared, script, *arguments):
    answer = subprocess.run([sys.executable, str(shared / "eval" / script), *map(str, arguments), "--json"],
                            capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f"eval: {script}: {answer.stderr.strip()}")
    return json.loads(answer.stdout)


def extract(options, inputs, out, published=()):
    model = ["--model", options.model] if options.model else []
    with open(out, "wb") as file:
        run([program, "extract", "--threads", "2", *model, *published, *inputs], stdout=file)


def articles(options, which):
    path = options.work / f"{which}.jsonl"
    with open(path, "wb") as file:
        run([sys.executable, options.shared / "data" / "relations" / "texts.py", which], stdout=file)
    return path


def speaker_articles(options):
    """The articles that the speakers' gold speaks of, as JSON Lines with their dates."""
    import csv
    polnear = options.shared / "data" / "polnear"
    with open(polnear / "metadata.tsv", encoding="utf-8") as file:
        about = {row["filename"]: row for row in csv.DictReader(file, delimiter="\t")}
    gold = options.shared / "data" / "speakers" / "polnear-train.jsonl"
    names = sorted({json.loads(line)["file"] for line in open(gold, encoding="utf-8")})
    path = options.work / "speakers.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for name in names:
            row = about[name[:-4]]
            text = (polnear / "train" / "text" / name).read_text(encoding="utf-8")
            record = {"id": name, "outlet": row["publisher"], "published": row["publication_date"], "title": row["title"],
                      "byline": row["author"], "text": text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def polnear(options):
    out = options.work / "polnear-dev.out.jsonl"
    gold = options.shared / "data" / "polnear" / "dev"
    extract(options, [gold / "text"], out)
    score = scored(options.shared, "score_polnear.py", "--gold", gold, "--pred", out)
    figures = {f"{kind} {role}": score[kind][role]["f1"] for kind in ("exact", "overlap") for role in score[kind]}
    figures |= {f"linked {kind}": row["f1"] for kind, row in score["linked"].items()}
    kinds = attributions.figures(list(attributions.read(options.shared, gold, out)))
    return figures | {f"soft, {'cue ' * (kind not in attributions.FORMS)}{kind}": row["f1"] for kind, row in kinds.items()}


def speakers(options):
    out = options.work / "speakers.out.jsonl"
    extract(options, [speaker_articles(options)], out)
    score = scored(options.shared, "score_speakers.py", "--pred", out,
                   "--gold", options.shared / "data" / "speakers" / "polnear-train.jsonl")
    figures = {name: score[name] for name in ("found", "speaker", "kind", "communicated", "end to end")}
    figures["named"] = round(100 - score["unknown"], 1)
    return figures | {f"{fact} {side}": score[fact][side] for fact in ("role", "said", "told") for side in ("p", "r")}


def relations(options):
    figures = {}
    for which, gold in (("polnear", "polnear-train.jsonl"), ("news", "news.jsonl")):
        out = options.work / f"relations-{which}.out.jsonl"
        extract(options, [articles(options, which)], out)
        score = scored(options.shared, "score_relations.py", "--pred", out,
                       "--gold", options.shared / "data" / "relations" / gold)
        figures[f"{which} typed"] = score["typed"]["all"]["f1"]
        figures[f"{which} untyped"] = score["untyped"]["all"]["f1"]
        for kind in ("retracts", "denies"):
            row = score["typed"].get(kind, {"p": 0.0, "r": 0.0})
            figures[f"{which} {kind} p"], figures[f"{which} {kind} r"] = row["p"], row["r"]
    return figures


def utterances(options):
    data = options.shared / "data" / "utterances"
    ledger, out = options.work / "utterances.ledger", options.work / "utterances.export.jsonl"
    for left in options.work.glob("utterances.ledger*"):
        left.unlink()
    model = ["--model", options.model] if options.model else []
    run([program, "add", "--ledger", ledger, "--threads", "2", *model, data / "basil-dev.articles.jsonl"], stdout=subprocess.DEVNULL)
    with open(out, "wb") as file:
        run([program, "export", "--ledger", ledger], stdout=file)
    score = scored(options.shared, "score_utterances.py", "--pred", out, "--gold", data / "basil-dev.jsonl")
    return {"pair f1": score["f1"], "pair p": score["p"], "pair r": score["r"]}


parts = {"polnear": polnear, "speakers": speakers, "relations": relations, "utterances": utterances}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=project.parent / "shared")
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--model")
    parser.add_argument("part", nargs="*", choices=[*parts, []])
    options = parser.parse_args()
    if not (options.shared / "eval").is_dir():
        sys.exit(f"eval: the corpora and scorers are not at {options.shared}; name their folder with --shared")
    if not program.exists():
        sys.exit("eval: build/onrecord is not there; run make build")
    floors = json.loads(floors_file.read_text()) if floors_file.exists() else {}
    mode = options.model or "default"
    fell = False
    with tempfile.TemporaryDirectory() as folder:
        options.work = options.work or pathlib.Path(folder)
        options.work.mkdir(parents=True, exist_ok=True)
        for part in options.part or parts:
            mine = floors.setdefault(mode, {}).setdefault(part, {})
            for name, value in parts[part](options).items():
                floor = mine.get(name)
                below = floor is not None and value < floor - tolerance
                fell |= below
                said = "" if floor is None else f"  floor {floor:5.1f}{'  FELL' if below else ''}"
                print(f"{part:11}{name:24}{value:6.1f}{said}", flush=True)
                if options.raise_floors and (floor is None or value > floor):
                    mine[name] = value
    if options.raise_floors:
        floors_file.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    sys.exit(1 if fell else 0)


if __name__ == "__main__":
    main()

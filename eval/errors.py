#!/usr/bin/env python3
"""What is still wrong on PolNeAR dev: the classes of errors with their shares, then the costliest as pictures.

Usage: eval/errors.py [--model NAME] [--count 50] [--class NAME] [--predicted FILE] [--gold DIR] [--shared DIR]

  --class      only pictures of one class, by the beginning of its name
  --predicted  what `onrecord extract` printed, instead of running it
  --gold       a folder with text/ and attributions/ (../shared/data/polnear/dev unless told)

An error is an attribution of one annotator that we do not give as it is, or one that we give and the annotator does not. It costs
as many words as are taken wrongly or missed in its source, cue and content. The picture shows the passage with the annotator's
spans (gold) and ours below each line: ~ source, ^ cue, - content.
"""
import argparse
import collections
import dataclasses
import pathlib
import subprocess
import sys
import tempfile

import attributions

project = pathlib.Path(__file__).resolve().parent.parent
program = project / "build" / "onrecord"
SIGNS = {"content": "-", "cue": "^", "source": "~"}
width = 100


@dataclasses.dataclass
class Wrong:
    kind: str
    cost: int
    where: attributions.Annotated
    gold: attributions.Attribution = None
    ours: attributions.Attribution = None


def differing(gold, ours):
    """How two attributions that match softly differ, by role, and the words at stake."""
    said = []
    for role in attributions.ROLES:
        g, p = gold.spans[role], ours.spans[role]
        if g == p:
            continue
        if role == "source" and not (g and p):
            said.append("source missing" if g else "source where there is none")
        elif role == "content" and len(g) != len(p):
            said.append("content in other pieces")
        elif role == "content":
            begins, ends = g[0][0] != p[0][0], g[-1][1] != p[-1][1]
            said.append("content begins and ends elsewhere" if begins and ends else "content begins elsewhere" if begins
                        else "content ends elsewhere" if ends else "content in other pieces")
        else:
            said.append(role + " cut otherwise")
    return said


def words_between(gold, ours):
    empty = {role: set() for role in attributions.ROLES}
    g, p = (one.tokens if one else empty for one in (gold, ours))
    return sum(len(g[role] ^ p[role]) for role in attributions.ROLES)


def errors(one):
    """Every error of one annotation file."""
    found = {i: j for i, j in one.pairs}
    taken = set(found.values())
    for i, j in one.pairs:
        said = differing(one.gold[i], one.ours[j])
        if said:
            kind = said[0] if len(said) == 1 else "several: content and others" if any(s.startswith("content") for s in said) else "several: source and cue"
            yield Wrong(kind, words_between(one.gold[i], one.ours[j]), one, one.gold[i], one.ours[j])
    for i, gold in enumerate(one.gold):
        if i in found:
            continue
        near = [j for j in range(len(one.ours)) if j not in taken and one.ours[j].tokens["content"] & gold.tokens["content"]]
        if near:
            j = max(near, key=lambda j: len(one.ours[j].tokens["content"] & gold.tokens["content"]))
            taken.add(j)
            ours = one.ours[j]
            kind = ("found with another cue" if not gold.tokens["cue"] & ours.tokens["cue"]
                    else "found with less than half of the content right" if 2 * len(gold.tokens["content"] & ours.tokens["content"]) < len(gold.tokens["content"] | ours.tokens["content"])
                    else "found with another source")
            yield Wrong(kind, words_between(gold, ours), one, gold, ours)
        else:
            yield Wrong(f"missed, {gold.form}, cue: {gold.cue}", words_between(gold, None), one, gold)
    for j, ours in enumerate(one.ours):
        if j not in taken:
            yield Wrong(f"not in the gold, {ours.form}, cue: {ours.cue}", words_between(None, ours), one, None, ours)


def marks(attribution, begin, end):
    row = [" "] * (end - begin)
    for role, sign in SIGNS.items() if attribution else ():
        for b, e in attribution.spans[role]:
            for at in range(max(b, begin), min(e, end)):
                row[at - begin] = sign
    return "".join(row)


def lines(text, begin, end):
    """(begin, end) of the lines of [begin, end), at most `width` characters each, cut at blanks."""
    while begin < end:
        stop = min(end, begin + width)
        newline = text.find("\n", begin, stop)
        if newline >= 0:
            stop = newline
        elif stop < end and " " in text[begin:stop]:
            stop = text.rindex(" ", begin, stop)
        yield begin, stop
        begin = stop + 1


def draw(error, number):
    hulls = [a.hull for a in (error.gold, error.ours) if a]
    text = error.where.text
    begin, end = min(b for b, _ in hulls), max(e for _, e in hulls)
    begin = max(text.rfind("\n", 0, begin) + 1, begin - 150)
    end = min(len(text) if text.find("\n", end) < 0 else text.find("\n", end), end + 80)
    sure = f", we were {100 * error.ours.confidence:.0f} % sure" if error.ours else ""
    print(f"\n{number}. {error.kind}: {error.cost} words{sure}  [{error.where.name}]")
    for b, e in lines(text, begin, end):
        if not text[b:e].strip():
            continue
        print("      " + text[b:e])
        for name, attribution in (("gold", error.gold), ("ours", error.ours)):
            row = marks(attribution, b, e).rstrip()
            if row:
                print(f"{name}  {row}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="accurate")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--class", dest="kind", default="")
    parser.add_argument("--predicted", type=pathlib.Path)
    parser.add_argument("--shared", type=pathlib.Path, default=project.parent / "shared")
    parser.add_argument("--gold", type=pathlib.Path)
    options = parser.parse_args()
    gold = options.gold or options.shared / "data" / "polnear" / "dev"
    if not (gold / "attributions").is_dir():
        sys.exit(f"errors: the gold is not at {gold}; name the corpora's folder with --shared")
    with tempfile.TemporaryDirectory() as folder:
        predicted = options.predicted or pathlib.Path(folder) / "predicted.jsonl"
        if not options.predicted:
            with open(predicted, "wb") as out:
                subprocess.run([program, "extract", "--model", options.model, gold / "text"], stdout=out, check=True)
        annotated = list(attributions.read(options.shared, gold, predicted))
    wrong = [error for one in annotated for error in errors(one)]
    total = sum(len(one.gold) for one in annotated)
    ours = sum(len(one.ours) for one in annotated)
    strict = sum(len(one.strict) for one in annotated)
    print(f"{total} attributions in the gold, {ours} of ours; {strict} alike in every span, {sum(len(one.pairs) for one in annotated)} softly")
    words = sum(error.cost for error in wrong)
    count = collections.Counter(error.kind for error in wrong)
    costs = collections.Counter()
    for error in wrong:
        costs[error.kind] += error.cost
    print(f"\n{len(wrong)} errors, {words} words\n{'class':58}{'errors':>8}{'share':>8}{'words':>8}{'share':>8}")
    for kind, number in sorted(count.items(), key=lambda item: -item[1]):
        print(f"{kind:58}{number:8}{100 * number / len(wrong):7.1f}%{costs[kind]:8}{100 * costs[kind] / words:7.1f}%")
    print(f"\n{'by form and cue':20}{'gold':>8}{'ours':>8}{'soft F1':>10}")
    for kind, row in attributions.figures(annotated).items():
        print(f"{kind:20}{row['gold']:8}{row['ours']:8}{row['f1']:10.1f}")
    shown = sorted((e for e in wrong if e.kind.startswith(options.kind)), key=lambda e: (-e.cost, e.where.name))
    for number, error in enumerate(shown[:options.count], 1):
        draw(error, number)


if __name__ == "__main__":
    main()

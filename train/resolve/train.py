#!/usr/bin/env python3
"""Train the choices of `resolve` and write src/resolve/*_trees.inc (docs/resolving.md).

  train.py --rows ROWS.jsonl... --gold GOLD.jsonl [--choice days|told] [--without FOLD] [--precision P] [--out FILE]
           [--further ROWS.jsonl... --further-gold GOLD.jsonl [--further-weight W]]

ROWS are what `dump_choices` made of articles with gold attributions, and of what the tagger found in them. Figures printed
are cross-validated by article: no article is scored by trees that saw it. --without leaves one fold out of the trees that are
written, so that the program can be measured on it. --further gives articles that are learned from in every fold and never
measured on, with the weight of their attributions beside the gold's.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import sys

import lightgbm
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from trees import tables  # noqa: E402

FOLDS = 6
LEARNED = -1  # the fold of what is only learned from
PLAINLY = 0.92  # the probability that the program gives a day which its own words tell beyond doubt (days.cpp)
DATELESS = 0.2  # what an article without its publication day weighs beside the same with it
AUTHOR = 6  # SpeakerKind::author
AGE = 15  # among the features of a day: how many days before publication
HONORIFIC = set("the a an mr mrs ms dr sir sen senator rep gov governor president mayor judge justice secretary lord "
                "dame prof professor gen general col sgt lt capt rev former then".split())


def fold_of(name):
    return int(hashlib.md5(("fold " + name).encode()).hexdigest(), 16) % FOLDS


def held_out(name):
    """Annotated articles from which no judge of speakers learns: rules were made with the gold, so these tell how it does elsewhere."""
    salt, part = ("x", 5) if name[0].isdigit() else ("", 4)     # of news, of PolNeAR
    return int(hashlib.md5((salt + name).encode()).hexdigest(), 16) % part == 0


def widen(text):
    begin, _, end = text.partition("/")
    end = end or begin
    return (begin + "-01-01"[len(begin) - 4:] if len(begin) < 10 else begin, end + {4: "-12-31", 7: "-31"}.get(len(end), ""))


def ordered(name):
    words = re.findall(r"\w+", (name or "").lower().replace("’s", "").replace("'s", ""))
    return [w for w in words if w not in HONORIFIC] or words


def tokens(name):
    return set(ordered(name))


def same_text(a, b):
    a, b = tokens(a), tokens(b)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5


def is_day(row, gold):
    return bool(gold["said"]) and widen(row["from"] + "/" + row["to"]) == widen(gold["said"])


def is_told(row, gold):
    return bool(gold["told"]) and same_text(row["name"], gold["told"])


def same_name(a, b, kind):
    """As score_speakers.py has it."""
    a, b = ordered(a), ordered(b)
    if not a or not b:
        return False
    if a == b:
        return True
    if kind == "person":
        return a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))
    return len(set(a) & set(b)) / len(set(a) | set(b)) >= 0.5


def is_speaker(row, gold):
    if gold["kind"] == "author":
        return row["kind"] == AUTHOR
    if not gold["speaker"]:
        return False
    return any(same_name(one, row["name"], gold["kind"]) for one in [gold["speaker"], *gold["speaker"].split(" and ")])


RIGHT = {"days": (is_day, "said"), "told": (is_told, "told"), "speakers": (is_speaker, "speaker")}


def byte_set(spans):
    return {i for begin, end in spans for i in range(begin, end)}


def match(statement, golds):
    """The gold attribution that a statement stands for, as the scorer pairs them."""
    best, best_score = None, 0.0
    content, cue = byte_set(statement["content"]), byte_set(statement["cue"])
    for gold in golds:
        want, want_cue = gold["bytes"]
        union = content | want
        score = len(content & want) / len(union) if union else 0.0
        if score >= 0.3 and (not cue or not want_cue or cue & want_cue) and score > best_score:
            best, best_score = gold, score
    return best


def load(options, paths, gold_path, weight, further=False):
    golds = collections.defaultdict(list)
    for line in open(gold_path):
        gold = json.loads(line)
        gold["bytes"] = byte_set(gold["content"]), byte_set(gold["cue"])
        golds[gold["file"]].append(gold)
    right, fact = RIGHT[options.choice]
    # one a statement: fold, source of the rows, rows, labels, whether gold has the fact, which may be chosen, which decide alone,
    # the article, the weight
    groups = []
    for number, path in enumerate(paths):
        for line in open(path):
            article = json.loads(line)
            for statement in article["statements"]:
                gold = match(statement, golds[article["id"]])
                if gold is None:
                    continue
                rows = statement[options.choice]
                groups.append((LEARNED if further else fold_of(article["id"]), number, [r["features"] for r in rows],
                               [right(r, gold) for r in rows], bool(gold[fact]), [r.get("tied", True) for r in rows],
                               [r.get("plain", False) for r in rows], article["id"], weight))
    return groups


def fit(groups, options):
    rows = numpy.array([r for g in groups for r in g[2]], dtype=numpy.float32)
    labels = numpy.array([l for g in groups for l in g[3]], dtype=int)
    # a long article tells no more of how articles are written than its root
    sizes = collections.Counter(g[7] for g in groups for _ in g[2])
    weights = numpy.array([g[8] * sizes[g[7]] ** -0.5 for g in groups for _ in g[2]])
    if options.choice == "days":  # the same without a publication day: nothing is known of a day's age
        dateless = rows.copy()
        dateless[:, AGE] = -1
        rows, labels, weights = numpy.vstack([rows, dateless]), numpy.concatenate([labels] * 2), numpy.concatenate([weights, DATELESS * weights])
    data = lightgbm.Dataset(rows, labels, weight=weights / weights.mean())
    return lightgbm.train(dict(objective="binary", learning_rate=0.06, num_leaves=options.leaves, min_data_in_leaf=100, feature_fraction=0.4,
                               bagging_fraction=0.7, bagging_freq=1, lambda_l2=5.0, verbosity=-1, num_threads=1, seed=7,
                               deterministic=True, force_col_wise=True, max_bin=63), data, options.rounds)


def answers(model, groups):
    """For each statement the likeliest candidate's probability and whether it is right."""
    flat = [r for g in groups for r in g[2]]
    scores = model.predict(numpy.array(flat, dtype=numpy.float32)) if flat else []
    at, made = 0, []
    for g in groups:
        mine = [max(PLAINLY, s) if p else s for s, p in zip(scores[at:at + len(g[2])], g[6])]
        at += len(g[2])
        best = max((k for k in range(len(mine)) if g[5][k]), key=lambda k: mine[k], default=None)
        made.append((0.0, False) if best is None else (float(mine[best]), g[3][best]))
    return made


def figures(made, groups, least):
    given = sum(p >= least for p, _ in made)
    right = sum(p >= least and ok for p, ok in made)
    gold = sum(g[4] for g in groups)
    return 100 * right / max(1, given), 100 * right / max(1, gold)


def least_for(made, groups, precision):
    """The lowest threshold that keeps the precision; where none does, the one of best balance."""
    steps = [n / 100 for n in range(20, 96)]
    for least in steps:
        if figures(made, groups, least)[0] >= precision and all(
                figures(made, groups, higher)[0] >= precision - 1 for higher in steps if higher < min(0.9, least + 0.1) and higher > least):
            return least
    return max(steps, key=lambda t: sum(figures(made, groups, t)))


def write(path, model, least, features):
    with open(path, "w") as out:
        out.write("// Made by train/resolve/train.py; not edited by hand.\n")
        out.write(tables(model, "nodes", "roots"))
        out.write(f"constexpr std::uint32_t features = {features};\nconstexpr float least = {least}f;\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", nargs="+", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--further", nargs="+", default=[])
    parser.add_argument("--further-gold")
    parser.add_argument("--further-weight", type=float, default=1.0)
    parser.add_argument("--choice", choices=RIGHT, default="days")
    parser.add_argument("--without", type=int)
    parser.add_argument("--precision", type=float, default=90.0)
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--leaves", type=int, default=6)
    parser.add_argument("--least", type=float, help="the threshold to write, in place of the one for the precision")
    parser.add_argument("--out")
    options = parser.parse_args()
    groups = load(options, options.rows, options.gold, 1.0)
    further = load(options, options.further, options.further_gold, options.further_weight, further=True) if options.further else []
    known = {g[7] for g in groups}
    if any(g[7] in known for g in further):
        sys.exit("a further article is one of those that are measured on")
    if options.without is not None:
        groups = [g for g in groups if g[0] != options.without]
    held_out, aside = [], []
    for fold in range(FOLDS):
        aside.append([g for g in groups if g[0] == fold])
        learn = [g for g in groups if g[0] != fold] + further
        held_out.append(answers(fit(learn, options), aside[-1]) if aside[-1] else [])
    made = [m for fold in held_out for m in fold]
    flat = [g for fold in aside for g in fold]
    least = options.least or least_for(made, flat, options.precision)
    for source in sorted({g[1] for g in flat}):
        mine = [k for k, g in enumerate(flat) if g[1] == source]
        part, of = [made[k] for k in mine], [flat[k] for k in mine]
        reach = 100 * sum(any(l and t for l, t in zip(g[3], g[5])) for g in of) / max(1, sum(g[4] for g in of))
        print(f"{options.rows[source]}: statements {len(of)}, gold {sum(g[4] for g in of)}, reachable {reach:.1f}")
        for t in sorted({least, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8}):
            p, r = figures(part, of, t)
            print(f"  least {t:.2f}{' *' if t == least else '  '} precision {p:5.1f} recall {r:5.1f}")
    if options.out:
        model = fit(groups + further, options)
        write(options.out, model, least, model.num_feature())


if __name__ == "__main__":
    main()

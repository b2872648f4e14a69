#!/usr/bin/env python3
"""Train the judges of days, audiences or speakers and put them into a model file (docs/resolving.md, docs/model-format.md "Judges").

  reader.py --choice day|audience|speaker --set GOLD.jsonl ROWS ROWS ... ARTICLES WORDS --further GOLD.jsonl ROWS ... ARTICLES WORDS
            --model MODEL.onrec [--out MODEL.onrec] [--work DIR]

ROWS are what `dump_choices` made of the articles with gold attributions and of what the tagger found in them, WORDS what `dump_words MODEL` made
of ARTICLES. The judge learns from the further sets alone, so the gold measures what it never saw; the trees of train.py, with which the program
joins it, are cross-validated over the gold's articles. The judge of speakers stands beside rules, whose answer is among what it is told. DIR keeps
what was learned, and is read again where it is there.
"""
import argparse
import collections
import json
import pathlib
import sys

import numpy
import torch

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent)]
import judge as judging  # noqa: E402
import onrec  # noqa: E402
import train  # noqa: E402

WIDTH, EPOCHS, RATE, DECAY, DROPPED = 128, 6, 1e-3, 0.02, 0.2
LONGEST = 6000         # words
HIDDEN = 0.3           # how often an article's step goes without the features that loss_with is told to hide
TREES = argparse.Namespace(rounds=120, leaves=6)
SHARE = {"day": 0.8, "audience": 0.8}             # of the judge beside the trees, as occasions.cpp
CHOICE = {"day": "days", "audience": "told", "speaker": "speakers"}      # of a judgement: what dump_choices calls its rows
LEAST = {"day": 0.685, "audience": 0.3,          # the least likelihood that is given
         "speaker": 0.05}                         # by how much another than the rules' answer must be likelier


def nearest(places, at):
    """The place that a statement at byte `at` would have its day or audience from: as chances.cpp."""
    return min(places, key=lambda place: (at - place[0]) * 2 if place[0] <= at else (place[0] - at) * 3)


def begin_of(statement):
    return min(place[0] for role in ("source", "cue", "content") for place in statement[role])


def question_of(statements, rows_of):
    """(question as pairs.judge has it, of each of its pairs the row)"""
    mentions, asked, rows = {}, [], []
    for number, (statement, mine) in enumerate(zip(statements, rows_of)):
        for row in mine:
            places = [tuple(place) for place in row["places"]]
            key = (nearest(places, begin_of(statement)), tuple(places))
            asked.append((number, len(statements) + mentions.setdefault(key, len(mentions))))
            rows.append(row)
    return {"statements": [{role: statement[role] for role in ("source", "cue", "content")} for statement in statements],
            "mentions": [{"words": words, "elsewhere": list(places)} for words, places in mentions], "asked": asked}, rows


def load(choice, paths, fold_of):
    """Of each article, as the tagger and as the annotators divide it, what a judge is given and what it should say."""
    gold_path, *row_paths, texts, dumped = paths
    golds = collections.defaultdict(list)
    for line in open(gold_path):
        gold = json.loads(line)
        gold["bytes"] = train.byte_set(gold["content"]), train.byte_set(gold["cue"])
        golds[gold["file"]].append(gold)
    words, place = judging.Words(dumped), {}
    for n, line in enumerate(open(texts)):
        place.setdefault(json.loads(line)["id"], n)
    right, fact = train.RIGHT[CHOICE[choice]]
    out = []
    for source, path in enumerate(row_paths):
        for line in open(path):
            article = json.loads(line)
            if article["id"] not in golds or not 0 < words.at[place[article["id"]]][1] <= LONGEST:
                continue
            meant = [train.match(statement, golds[article["id"]]) for statement in article["statements"]]
            kept = [row if gold else [] for row, gold in zip((s[CHOICE[choice]] for s in article["statements"]), meant)]
            question, rows = question_of(article["statements"], kept)
            if not rows:
                continue
            made = judging.prepared(words, place[article["id"]], question)
            wanted = [right(row, meant[actor]) for (actor, _), row in zip(question["asked"], rows)]
            out.append(made | dict(
                id=article["id"], source=source, fold=fold_of(article["id"]), question=question,
                raw=numpy.array([row["features"] for row in rows], dtype=numpy.float32), wanted=torch.tensor(wanted, dtype=torch.float32)[:, None],
                rule=numpy.array([row.get("rule", False) for row in rows]), tied=numpy.array([row.get("tied", True) for row in rows]), barred=numpy.array([row.get("barred", False) for row in rows]),
                plain=numpy.array([row.get("plain", False) for row in rows]),
                asked=numpy.array([gold is not None for gold in meant]), has=numpy.array([bool(gold and gold[fact]) for gold in meant])))
    return out


def bent(rows):
    """Features far apart are brought nearer: log(1 + x), with its sign."""
    return numpy.sign(rows) * numpy.log1p(numpy.abs(rows))


def judge_for(articles):
    return judging.Judge(articles[0]["raw"].shape[1], kinds=1, width=WIDTH, dropped=DROPPED, acts=False)


def loss_with(scale, hidden=()):
    """An article's share of a step. `hidden`: features that are left out of it now and then, HIDDEN of the times."""
    def loss_of(judge, article):
        told = scale(bent(article["raw"]))
        if len(hidden) and float(torch.rand(())) < HIDDEN:
            told[:, hidden] = 0
        pair, nothing, _ = judge(article, told)
        asked = torch.zeros(len(nothing), dtype=torch.bool)
        asked[article["actor"]] = True
        return judging.missed(article, pair, nothing, article["wanted"])[asked].sum() / max(1, int(asked.sum())) ** 0.5 / 4

    return loss_of


def groups_of(articles):
    """As train.py has them: one a statement."""
    out = []
    for a in articles:
        for n in numpy.where(a["asked"])[0]:
            mine = numpy.where(a["actor"].numpy() == n)[0]
            out.append((a["fold"], a["source"], [a["raw"][r] for r in mine], [bool(a["wanted"][r]) for r in mine], bool(a["has"][n]),
                        [bool(a["tied"][r]) for r in mine], [bool(a["plain"][r]) for r in mine], a["id"], 1.0))
    return out


def odds(likely):
    bounded = numpy.clip(likely, 1e-6, 1 - 1e-6)
    return numpy.log(bounded / (1 - bounded))


def joined(judged, by_trees, share):
    """As chances.cpp: a mean of both, as odds."""
    return 1 / (1 + numpy.exp(-share * odds(judged) - (1 - share) * odds(by_trees)))


def answers(articles, likely, tied=False):
    """Of each statement the likeliest candidate's likelihood, whether it is right, and whether there is anything to find. `tied`: only what a
    sentence of the speaker's own tells may be chosen."""
    made, has = [], []
    for a, p in zip(articles, likely):
        p = numpy.where(a["plain"], numpy.maximum(p, train.PLAINLY), p)
        for n in numpy.where(a["asked"])[0]:
            mine = [r for r in numpy.where(a["actor"].numpy() == n)[0] if (a["tied"][r] if tied else not a["barred"][r])]
            best = max(mine, key=lambda r: p[r], default=None)
            made.append((0.0, False) if best is None else (float(p[best]), bool(a["wanted"][best])))
            has.append((0, 0, 0, 0, bool(a["has"][n])))
    return made, has


def show(name, made, has, at=()):
    steps = sorted({0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, *at})
    print(name, "; ".join(f"{t:.2f}{'*' if t in at else ''} {p:.1f}/{r:.1f}" for t in steps for p, r in [train.figures(made, has, t)]), flush=True)


def speakers(articles, likely, more):
    """(of how many statements that are asked about, right by the rules, right with the judge, a right one among the candidates)"""
    count = numpy.zeros(4, dtype=int)
    for a, p in zip(articles, likely):
        wanted = a["wanted"][:, 0].numpy() > 0
        for n in numpy.where(a["asked"] & a["has"])[0]:
            mine = numpy.where(a["actor"].numpy() == n)[0]
            if not len(mine):
                continue
            rule = next((r for r in mine if a["rule"][r]), None)
            best = max(mine, key=lambda r: p[r])
            if rule is not None and p[best] <= p[rule] + more:
                best = rule
            count += [1, rule is not None and wanted[rule], wanted[best], wanted[mine].any()]
    return count


def calibrate(made):
    """(slope, offset) by which odds become those of being right."""
    from sklearn.linear_model import LogisticRegression
    scored = [(odds(p), ok) for p, ok in made if p > 0.05]
    fitted = LogisticRegression(C=1e6).fit([[x] for x, _ in scored], [ok for _, ok in scored])
    return [float(fitted.coef_[0][0]), float(fitted.intercept_[0])]


def finish_speakers(options, gold, unseen, judge, scale):
    least = LEAST["speaker"] if options.least is None else options.least
    sets = [(options.set[1 + source], [a for a in gold if a["source"] == source]) for source in sorted({a["source"] for a in gold})]
    for name, mine in sets + [("news held out", [a for a in unseen if a["id"][0].isdigit()]), ("PolNeAR held out", [a for a in unseen if not a["id"][0].isdigit()])]:
        likely = [judging.likelihoods([judge], a, scale(bent(a["raw"])))[:, 0] for a in mine]
        for more in sorted({0.0, 0.05, 0.1, 0.2, 0.3, least}):
            asked, rules, judged, reached = speakers(mine, likely, more)
            print(f"{name} {more:.2f}{'*' if more == least else ''}: of {asked} asked {rules} right by the rules, {judged} with the judge, {reached} reached", flush=True)
    if options.out:
        tensors = judging.tensors_of(judge, scale, [least], [1.0, 0.0])
        judging.compare(judge, gold[0], gold[0]["question"] | {"features": bent(gold[0]["raw"])}, scale, tensors)
        onrec.with_judges(options.model, options.out, options.choice, [tensors])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--choice", choices=CHOICE, required=True)
    parser.add_argument("--set", nargs="+", required=True)
    parser.add_argument("--further", nargs="+", action="append", default=[])
    parser.add_argument("--model", required=True)
    parser.add_argument("--out")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("--least", type=float, help="the threshold, in place of LEAST")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    TREES.choice = CHOICE[options.choice]
    gold = load(options.choice, options.set, train.fold_of)
    further = [a for paths in options.further for a in load(options.choice, paths, lambda name: train.LEARNED)]
    unseen = []
    if options.choice == "speaker":
        unseen = [a for a in further if train.held_out(a["id"])]
        further = [a for a in further if not train.held_out(a["id"])]
    print(f"{len({a['id'] for a in gold})} articles of the gold, {len({a['id'] for a in further})} further ones", flush=True)

    kept = options.work / f"{options.choice}.pt"
    scale = judging.Scale(numpy.concatenate([bent(a["raw"]) for a in further]))
    judge = judge_for(further)
    if kept.exists():
        judging.kept(kept, judge, scale)
    else:
        judging.learn(judge, further, loss_with(scale), EPOCHS, RATE, options.seed, DECAY)
        judging.keep(kept, judge, scale)
    if options.choice == "speaker":
        finish_speakers(options, gold, unseen, judge, scale)
        return
    tested, by_trees = [], []
    for fold in range(train.FOLDS):
        mine = [a for a in gold if a["fold"] == fold]
        forest = train.fit(groups_of([a for a in gold if a["fold"] != fold]), TREES)
        by_trees += [forest.predict(a["raw"]) for a in mine]
        tested += mine
    judged = [judging.likelihoods([judge], a, scale(bent(a["raw"])))[:, 0] for a in tested]
    both = [joined(j, t, SHARE[options.choice]) for j, t in zip(judged, by_trees)]
    made, has = answers(tested, both)
    least = LEAST[options.choice] if options.least is None else options.least
    for source in sorted({a["source"] for a in tested}):
        mine = [k for k, a in enumerate(tested) if a["source"] == source]
        for name, likely in (("trees", by_trees), ("judge", judged), ("both", both)):
            show(f"{options.set[1 + source]} {name}:", *answers([tested[k] for k in mine], [likely[k] for k in mine], tied=name == "trees"), at=(least,) if name == "both" else ())
    calibration = calibrate(made)
    print("least", least, "calibration", calibration, flush=True)
    if options.out:
        tensors = judging.tensors_of(judge, scale, [least], calibration)
        judging.compare(judge, gold[0], gold[0]["question"] | {"features": bent(gold[0]["raw"])}, scale, tensors)
        onrec.with_judges(options.model, options.out, options.choice, [tensors])


if __name__ == "__main__":
    main()

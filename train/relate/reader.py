#!/usr/bin/env python3
"""Train the judges of relations and put them into a model file (docs/relating.md, docs/model-format.md "Judges").

  reader.py --names NAMES --set GOLD RECORDS PAIRS GRAMS ARTICLES WORDS --set MORE ... --model MODEL.onrec [--out MODEL.onrec]
            [--work DIR] [--judges N] [--go-on PASSES [--half-way]]

The sets are those of train.py, each with its articles and with what `dump_words MODEL` made of them. The judges learn from the further
sets alone, so the gold measures what they never saw; the threshold is cross-validated over the gold's articles. DIR keeps what was learned, and
is read again where it is there; --go-on makes so many more passes from there and keeps them, or half way the mean of the weights before and after.
"""
import argparse
import json
import pathlib
import pickle
import sys

import numpy
import torch
import torch.nn.functional as F

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent)]
import judge as judging  # noqa: E402
import onrec  # noqa: E402
import train  # noqa: E402
from gold import TYPES, spans  # noqa: E402

LONGEST = 4000    # words; longer articles are not learned from
ACTS = 0.3        # what it weighs that a statement's act is right, whatever the target
EPOCHS, RATE = 4, 1e-3
GOING_ON = 6e-4   # the rate from what was learned before
SHOWN = 0.2       # what must be right of a type that is given


def question_of(corpus, number, rows):
    """As pairs.judge has it, without features."""
    statements = [{role: spans(statement, (role,)) for role in ("source", "cue", "content")} for statement in corpus.records[number]["statements"]]
    mentions, asked = {}, []
    for _, actor, to, begin, end in corpus.pairs[rows]:
        asked.append((actor, to if to >= 0 else len(statements) + mentions.setdefault((begin, end), len(mentions))))
    return {"statements": statements, "mentions": [{"words": place, "elsewhere": []} for place in mentions], "asked": asked}


def prepare(corpus, number, words, place, tied, kind, weight, acts):
    """What a judge is given of one article, and what it should say; None where there is nothing to learn."""
    mine = numpy.array(corpus.by_record.get(number, []), int)
    if not len(mine) or words.at[place][1] > LONGEST:
        return None
    article = judging.prepared(words, place, question_of(corpus, number, mine))
    wanted = torch.zeros(len(mine), 7)
    right = numpy.where(tied[mine] == 1)[0]
    wanted[right, kind[mine][right]] = 1
    act = torch.zeros(article["statements"], 7)
    for n, types in enumerate(acts[number]):
        act[n, list(types)] = 1
    return article | dict(number=number, rows=mine, wanted=wanted, act=act, unsure=torch.from_numpy((tied[mine] == 0) & (weight[mine] == 0)))


class Told:
    """The features of an article's pairs: all but what the act model says."""

    def __init__(self, corpus):
        self.columns = [i for i, name in enumerate(corpus.names) if not name.startswith("act.is.")]
        self.all = corpus.features
        self.scale = judging.Scale(self.all)
        self.scale.mean, self.scale.step = self.scale.mean[self.columns], self.scale.step[self.columns]

    def raw(self, article):
        rows = article["rows"]
        return self.all[rows[0]:rows[-1] + 1][:, self.columns]

    def of(self, article):
        return self.scale(self.raw(article))


def loss_with(told):
    def loss_of(judge, article):
        pair, nothing, act = judge(article, told.of(article))
        pair = torch.where(article["unsure"][:, None], torch.tensor(-1e4), pair)
        missed = judging.missed(article, pair, nothing, article["wanted"]).sum()
        return (missed + ACTS * F.binary_cross_entropy_with_logits(act, article["act"], reduction="sum")) / 20
    return loss_of


def read_sets(names, sets):
    """(corpus, told, what `prepare` makes of each article of which something can be learned)"""
    corpus = train.Corpus(argparse.Namespace(names=names, set=[one[:4] for one in sets]))
    tied, kind, weight, acts = train.label(corpus)
    articles, number = [], 0
    for _, records, _, _, texts, dumped in sets:
        words, place = judging.Words(dumped), {}
        for n, line in enumerate(open(texts)):
            place.setdefault(json.loads(line)["id"], n)
        for _ in open(records):
            one = prepare(corpus, number, words, place[corpus.records[number]["article"]["id"]], tied, kind, weight, acts)
            articles += [one] if one else []
            number += 1
    return corpus, Told(corpus), articles


def likeliest(corpus, likely):
    """As train.likeliest, of [pairs, 7]."""
    return train.likeliest(corpus, numpy.where(likely.max(1) >= train.GRID[0], 1.0, 0.0), likely)


def report(corpus, likely):
    """Prints the figures; (thresholds, calibration). One threshold serves the F1 of all types: one for each learns the articles that it is chosen on.
    A type of which less than SHOWN is right, cross-validated, is left to the rules."""
    scored = likeliest(corpus, likely)
    for value in train.GRID:
        print(f"all above {value}:", "P %.1f R %.1f F1 %.1f" % train.figures(*train.count(corpus, train.decode(corpus, corpus.scored, scored, [value] * 7)), TYPES))
    parts = [[corpus.scored[mask] for mask in (corpus.fold[corpus.scored] != fold, corpus.fold[corpus.scored] == fold)] for fold in range(train.FOLDS)]

    def best(numbers):
        """The threshold for all types that serves F1 of these articles best."""
        counted = [(train.figures(*train.count(corpus, train.decode(corpus, numbers, scored, [value] * 7)), TYPES)[2], value) for value in train.GRID]
        return max(counted)[1]

    chosen = [best(others) for others, _ in parts]

    def cross_validated(given):
        out = {}
        for value, (_, own) in zip(chosen, parts):
            out.update(train.decode(corpus, own, scored, [value if one else train.LEFT_TO_RULES for one in given]))
        return out

    counts = train.count(corpus, cross_validated([True] * len(TYPES)))
    given = [train.figures(*counts, [name])[0] >= 100 * SHOWN for name in TYPES]
    decoded = cross_validated(given)
    for typed in (True, False):
        counts = train.count(corpus, decoded, typed)
        print("typed" if typed else "untyped", "all  P %.1f  R %.1f  F1 %.1f" % train.figures(*counts, TYPES))
        for k in TYPES if typed else []:
            print(f"  {k:10} gold {counts[0][k]:4} found {counts[1][k]:4}  P %.1f  R %.1f  F1 %.1f" % train.figures(*counts, [k]))
    all_of_them = best(corpus.scored)
    thresholds = [all_of_them if one else train.LEFT_TO_RULES for one in given]
    calibration = train.calibrate(corpus, scored)
    print("thresholds", thresholds, "calibration", calibration, flush=True)
    return thresholds, calibration


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", required=True)
    parser.add_argument("--set", nargs=6, action="append", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("--judges", type=int, default=1, help="so many, learned from seeds 1, 2 …; their mean counts")
    parser.add_argument("--go-on", type=int, default=0, metavar="PASSES")
    parser.add_argument("--half-way", action="store_true")
    parser.add_argument("--threads", type=int, default=1, help="one is nearly as fast as two")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    corpus, told, articles = read_sets(options.names, options.set)
    gold = [a for a in articles if corpus.fold[a["number"]] >= 0]
    further = [a for a in articles if corpus.fold[a["number"]] < 0]
    print(f"{len(gold)} articles of the gold, {len(further)} further ones", flush=True)

    judges = []
    for seed in range(1, options.judges + 1):
        torch.manual_seed(seed)
        judges.append(judging.Judge(len(told.columns)))
        kept = options.work / f"judge{seed}.pt"
        if kept.exists():
            judging.kept(kept, judges[-1], told.scale)
        if options.go_on or not kept.exists():
            passes, rate = (options.go_on, GOING_ON) if kept.exists() else (EPOCHS, RATE)
            before = {name: weights.clone() for name, weights in judges[-1].state_dict().items()} if kept.exists() and options.half_way else None
            judging.learn(judges[-1], further, loss_with(told), passes, rate, seed)
            if before:
                judges[-1].load_state_dict({name: (weights + before[name]) / 2 for name, weights in judges[-1].state_dict().items()})
            judging.keep(kept, judges[-1], told.scale)
    likely = numpy.zeros((len(corpus.pairs), 7), numpy.float32)
    for article in gold:
        likely[article["rows"]] = judging.likelihoods(judges, article, told.of(article))
    thresholds, calibration = report(corpus, likely)
    with open(options.work / "likely.pkl", "wb") as out:
        pickle.dump({a["number"]: likely[a["rows"]] for a in gold}, out)
    if options.out:
        made = [judging.tensors_of(judge, told.scale, thresholds, calibration) for judge in judges]
        question = question_of(corpus, gold[0]["number"], gold[0]["rows"]) | {"features": told.raw(gold[0])}
        for judge, tensors in zip(judges, made):
            judging.compare(judge, gold[0], question, told.scale, tensors)
        onrec.with_judges(options.model, options.out, "relation", made)


if __name__ == "__main__":
    main()

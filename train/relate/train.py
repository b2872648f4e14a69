#!/usr/bin/env python3
"""Train the relation scorer and write src/relate/model_tables.inc (docs/relating.md).

  train.py --names NAMES.txt --set GOLD.jsonl RECORDS.jsonl PAIRS.bin GRAMS.jsonl [--set ...] [--out FILE]

RECORDS are lines of the extract contract with the article's text and title added; PAIRS, GRAMS and NAMES are what `dump_pairs` made of
them. The first set is the gold: every figure printed is cross-validated over its articles, none of which is scored by trees,
weights or thresholds that saw it. Further sets are only learned from.
"""
import argparse
import collections
import itertools
import json
import pathlib
import sys

import lightgbm
import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from gold import HEAD, TYPES, lay, overlaps, read, spans  # noqa: E402
from trees import tables, wrap  # noqa: E402

OWN_SIDE = {0, 1, 2}
AGAINST = {3, 4, 5}
FOLDS = 5
GRID = (0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)   # thresholds that are tried
LEAST_PRECISION = 0.2    # a type that reaches it at none of them, or not where it is cross-validated, is left to the rules,
LEAST_FOUND = 10         # as is one of which they add fewer
LEFT_TO_RULES = 2.0      # its threshold
BY_TREES = {"denies", "responds"}   # of these the rules say nothing where there are trees; of the others both speak
TRUST = {"disputes": 0.2}   # as relate.cpp, trust_in_rule
TIE = dict(objective="binary", learning_rate=0.05, num_leaves=12, min_data_in_leaf=20, feature_fraction=0.3, bagging_fraction=0.8,
           bagging_freq=1, lambda_l2=8.0, verbosity=-1, num_threads=2, seed=7, deterministic=True, force_col_wise=True, max_bin=63)
TYPE = dict(TIE, objective="multiclass", num_class=7, num_leaves=5, min_data_in_leaf=10, learning_rate=0.05)
TIE_ROUNDS, TYPE_ROUNDS = 200, 50
KEPT_GRAMS = 3000
UNTUNED = [0.15] * 7   # thresholds where none are tuned
MORE = 1.0        # what a pair of a further set weighs
NEGATIVES = 0.3   # of the untied pairs, so many are learned from, each with the weight of the rest


def hull(pieces):
    return min(b for b, _ in pieces), max(e for _, e in pieces)


class Corpus:
    """All sets one behind the other; `fold` is below zero for articles of further sets."""

    def __init__(self, options):
        self.names = open(options.names).read().splitlines()
        self.records, self.grams, self.gold, pairs, features, fold = [], [], {}, [], [], []
        for number, (gold, records, pair_file, grams) in enumerate(options.set):
            raw = numpy.fromfile(pair_file, dtype=numpy.float32).reshape(-1, len(self.names) + HEAD)
            of_pair = raw[:, :HEAD].astype(int)
            of_pair[:, 0] += len(self.records)
            pairs.append(of_pair)
            features.append(raw[:, HEAD:].copy())
            mine = [json.loads(line) for line in open(records)]
            told = read([gold] if number else gold.split(","))
            self.gold.update((len(self.records) + n, told[r["article"]["id"]]) for n, r in enumerate(mine))
            self.records += mine
            self.grams += [json.loads(line) for line in open(grams)]
            fold += [hash_fold(r["article"]["id"]) if number == 0 else -1 for r in mine]
        self.pairs, self.features, self.fold = numpy.concatenate(pairs), numpy.concatenate(features), numpy.array(fold)
        self.scored = numpy.where(self.fold >= 0)[0]
        self.by_record = collections.defaultdict(list)
        for i, pair in enumerate(self.pairs):
            self.by_record[pair[0]].append(i)

    def column(self, name):
        return self.names.index(name)


def hash_fold(name):
    return sum(name.encode()) % FOLDS


def label(corpus):
    """Of each pair: tied or not, its type, its weight; of each statement: the types of what it does."""
    tied, kind = numpy.zeros(len(corpus.pairs), int), numpy.full(len(corpus.pairs), -1)
    whole = numpy.where(corpus.fold[corpus.pairs[:, 0]] >= 0, 1.0, MORE)
    weight = whole.copy()
    acts = [[set() for _ in record["statements"]] for record in corpus.records]
    reachable = numpy.zeros(2, int)
    for number, record in enumerate(corpus.records):
        mine = corpus.by_record[number]
        for act, best, _, fitting in lay(record, corpus.gold[number], [tuple(corpus.pairs[i][1:]) for i in mine]):
            if best is not None:
                acts[number][best].add(act)
            reachable[int(corpus.fold[number] < 0)] += bool(fitting)
            for rank, (n, fit) in enumerate(fitting):
                i = mine[n]
                if rank == 0 or (fit > 0.75 * fitting[0][1] and not tied[i]):
                    tied[i], kind[i] = 1, act
                    weight[i] = whole[i] * (1.0 if rank == 0 else 0.5)
                elif not tied[i]:
                    weight[i] = 0.0   # neither right nor wrong: it overlaps what was meant
    print(f"{len(corpus.pairs)} pairs, {tied.sum()} tied; gold {sum(len(corpus.gold[n]) for n in corpus.scored)}, reachable {reachable[0]}; "
          f"further {sum(len(g) for n, g in corpus.gold.items() if corpus.fold[n] < 0)}, reachable {reachable[1]}")
    return tied, kind, weight, acts


class ActModel:
    """Eight one-against-rest logistic regressions over the grams that occur in several articles."""

    def __init__(self, rows, owners, acts):
        seen = collections.defaultdict(set)
        for row, owner in zip(rows, owners):
            for gram in row:
                seen[gram].add(owner)
        vocabulary = sorted(gram for gram, where in seen.items() if len(where) >= 4)
        self.index = {gram: i for i, gram in enumerate(vocabulary)}
        targets = [[bool(a) for a in acts]] + [[k in a for a in acts] for k in range(7)]
        weights, bias = self._fit(self.matrix(rows), targets)
        keep = numpy.sort(numpy.argsort(-numpy.abs(weights).max(axis=0), kind="stable")[:KEPT_GRAMS])
        vocabulary, weights, self.bias = [vocabulary[i] for i in keep], weights[:, keep], bias
        self.index = {gram: i for i, gram in enumerate(vocabulary)}
        self.scale = numpy.abs(weights).max() / 127
        self.weights = numpy.round(weights / self.scale).astype(int)
        self.vocabulary = vocabulary

    @staticmethod
    def _fit(matrix, targets):
        models = [LogisticRegression(C=0.08, solver="liblinear").fit(matrix, t) for t in targets]
        return numpy.concatenate([m.coef_ for m in models]), numpy.array([m.intercept_[0] for m in models])

    def matrix(self, rows):
        cells = [(i, self.index[g]) for i, row in enumerate(rows) for g in row if g in self.index]
        i, j = zip(*cells)
        return scipy.sparse.csr_matrix((numpy.ones(len(cells)), (i, j)), shape=(len(rows), len(self.index)))

    def scores(self, rows):
        return self.matrix(rows) @ (self.weights.T * self.scale) + self.bias


def fit_forests(features, tied, kind, weight, rows):
    chance = numpy.random.RandomState(11).rand(len(tied))
    rows = rows[(weight[rows] > 0) & ((tied[rows] == 1) | (chance[rows] < NEGATIVES))]
    w = numpy.where(tied[rows] == 1, weight[rows], 1 / NEGATIVES)
    tie = lightgbm.train(TIE, lightgbm.Dataset(features[rows], tied[rows], weight=w), TIE_ROUNDS)
    rows = rows[tied[rows] == 1]
    types = lightgbm.train(TYPE, lightgbm.Dataset(features[rows], kind[rows], weight=weight[rows]), TYPE_ROUNDS)
    return tie, types


def likeliest(corpus, score, types):
    """Of each pair above the lowest threshold, by record: (score, type, from, to, begin, end), best first."""
    side = corpus.features[:, corpus.column("pair.side")]
    result = collections.defaultdict(list)
    for i in numpy.where(score >= GRID[0])[0]:
        likely = types[i].copy()
        if corpus.pairs[i][2] >= 0:
            if side[i] != 2:
                likely[list(OWN_SIDE)] = -1
            else:
                likely[list(AGAINST)] *= 0.05
        result[corpus.pairs[i][0]].append((score[i] * likely.max(), int(likely.argmax()), *map(int, corpus.pairs[i][1:])))
    for scored in result.values():
        scored.sort(key=lambda s: (-s[0], s[2], s[3]))
    return result


def by_rules(record):
    """What the rules said in the types of which they speak beside trees, as `likeliest` gives it."""
    index = {s["id"]: i for i, s in enumerate(record["statements"])}
    given = []
    for relation in record.get("relations", []):
        mention = relation["to_span"] or {}
        if relation["decided_by"] == "cue-rules" and relation["type"] not in BY_TREES:
            to = index[relation["to"]] if relation["to"] else -1
            score = relation["confidence"] / TRUST.get(relation["type"], 1.0)
            given.append((score, TYPES.index(relation["type"]), index[relation["from"]], to, mention.get("begin", 0), mention.get("end", 0)))
    return given


def decode(corpus, numbers, scored, thresholds):
    """As relate.cpp decides: the relations of each record as (type, from, to, begin, end)."""
    result = {}
    for number in numbers:
        statements = corpus.records[number]["statements"]
        content = [hull(spans(s, ("content",)) or spans(s)) for s in statements]
        whole = [hull(spans(s)) for s in statements]
        ruled = by_rules(corpus.records[number])

        def meets(a, b):
            return max(a[0], b[0]) < min(a[1], b[1])

        def repeats(one, other):
            (_, kind, f, t, b, e), (_, kind2, f2, t2, b2, e2) = one, other
            if f == f2 or (t >= 0 and t == f2 and t2 == f):
                return True
            if kind != kind2:
                return False
            if meets(content[f], content[f2]) or (statements[f2]["decided_by"] == "narration" and meets(whole[f], content[f2])):
                return True
            speaker = statements[f]["speaker"]
            return abs(f - f2) <= 2 and (t, b, e) == (t2, b2, e2) and speaker is not None and speaker == statements[f2]["speaker"]

        learned = []
        for one in scored.get(number, []):
            if one[0] >= thresholds[one[1]] and not any(repeats(other, one) for other in learned + [r for r in ruled if r[0] >= one[0]]):
                learned.append(one)
        kept = learned + [r for r in ruled if not any(one[0] > r[0] and repeats(one, r) for one in learned)]
        result[number] = [k[1:] for k in sorted(kept, key=lambda k: (k[2], k[3]))]
    return result


def count(corpus, decoded, typed=True):
    total, found, right = (collections.Counter() for _ in range(3))
    for number, relations in decoded.items():
        record = corpus.records[number]
        gold, used = corpus.gold[number], set()
        total.update(item["type"] for item in gold)
        for kind, actor, to, begin, end in relations:
            found[TYPES[kind]] += 1
            target = spans(record["statements"][to]) if to >= 0 else [(begin, end)]
            for j, item in enumerate(gold):
                if j not in used and (not typed or item["type"] == TYPES[kind]) and \
                        overlaps(spans(record["statements"][actor]), item["from"]) and overlaps(target, item["to"]):
                    used.add(j)
                    right[TYPES[kind]] += 1
                    break
    return total, found, right


def figures(total, found, right, kinds):
    p = sum(right[k] for k in kinds) / max(1, sum(found[k] for k in kinds))
    r = sum(right[k] for k in kinds) / max(1, sum(total[k] for k in kinds))
    return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def choose_thresholds(corpus, numbers, scored, least=LEAST_PRECISION):
    """Each type's threshold of the best F1 among those at which what the trees add to the rules can be shown to a reader."""
    rules = count(corpus, decode(corpus, numbers, scored, [LEFT_TO_RULES] * 7))
    by_value = [count(corpus, decode(corpus, numbers, scored, [value] * 7)) for value in GRID]
    chosen = []
    for kind in TYPES:
        fit = []
        for value, counts in zip(GRID, by_value):
            found, right = (counts[n][kind] - rules[n][kind] for n in (1, 2))
            if found >= LEAST_FOUND and right >= least * found:
                fit.append((figures(*counts, [kind])[2], value))
        chosen.append(max(fit)[1] if fit else LEFT_TO_RULES)
    return chosen


def calibrate(corpus, scored):
    """(slope, offset) of the log odds that a relation is right, from the log odds of its score."""
    odds, right = [], []
    for number, relations in scored.items():
        record = corpus.records[number]
        for score, kind, actor, to, begin, end in relations:
            target = spans(record["statements"][to]) if to >= 0 else [(begin, end)]
            odds.append(numpy.log(score / (1 - score)))
            right.append(any(item["type"] == TYPES[kind] and overlaps(spans(record["statements"][actor]), item["from"])
                             and overlaps(target, item["to"]) for item in corpus.gold[number]))
    if len(set(right)) < 2:
        sys.exit("train: too little was learned: of what is found nothing, or all, is right, and likelihoods cannot be calibrated")
    model = LogisticRegression(C=100).fit(numpy.array(odds)[:, None], right)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def cross_validate(corpus, tied, kind, weight):
    score, types = numpy.zeros(len(tied)), numpy.zeros((len(tied), 7))
    of_pair = corpus.fold[corpus.pairs[:, 0]]
    gain = numpy.zeros(len(corpus.names))
    for fold in range(FOLDS):
        tie, type_model = fit_forests(corpus.features, tied, kind, weight, numpy.where(of_pair != fold)[0])
        held_out = numpy.where(of_pair == fold)[0]
        score[held_out], types[held_out] = tie.predict(corpus.features[held_out]), type_model.predict(corpus.features[held_out])
        gain += tie.feature_importance("gain")
    scored, decoded = likeliest(corpus, score, types), {}
    for value in GRID:
        counts = count(corpus, decode(corpus, corpus.scored, scored, [value] * 7))
        print(f"all above {value}:", "P %.1f R %.1f F1 %.1f" % figures(*counts, TYPES))
    for fold in range(FOLDS):
        others, own = (corpus.scored[mask] for mask in (corpus.fold[corpus.scored] != fold, corpus.fold[corpus.scored] == fold))
        thresholds = choose_thresholds(corpus, others, scored)
        decoded.update(decode(corpus, own, scored, thresholds))
    for typed in (True, False):
        counts = count(corpus, decoded, typed)
        print("typed" if typed else "untyped", "all  P %.1f  R %.1f  F1 %.1f" % figures(*counts, TYPES))
        for k in TYPES if typed else []:
            print(f"  {k:10} gold {counts[0][k]:4} found {counts[1][k]:4}  P %.1f  R %.1f  F1 %.1f" % figures(*counts, [k]))
    print("most used:", ", ".join(corpus.names[i] for i in numpy.argsort(-gain)[:40]))
    held_out = count(corpus, decoded)
    thresholds = [value if figures(*held_out, [kind])[0] >= 100 * LEAST_PRECISION else LEFT_TO_RULES
                  for kind, value in zip(TYPES, choose_thresholds(corpus, corpus.scored, scored))]
    return thresholds, calibrate(corpus, {n: scored[n] for n in corpus.scored if n in scored})


def write_tables(path, acts, tie, types, thresholds, calibration, features):
    with open(path, "w") as out:
        out.write("// Made by train/relate/train.py; not edited by hand.\n")
        bias = ", ".join(f"{b:.4f}f" for b in acts.bias)
        out.write(f"const std::array<float, 8> act_bias{{{bias}}};\nconst float act_scale = {acts.scale:.8f}f;\n")
        out.write(f"constexpr std::uint32_t gram_list[] = {{\n{wrap((f'{g}u' for g in acts.vocabulary), 10)}}};\n")
        out.write(f"constexpr std::int8_t weight_list[] = {{\n{wrap(map(str, acts.weights.T.reshape(-1)), 32)}}};\n")
        out.write("const std::span<const std::uint32_t> act_grams{gram_list};\nconst std::span<const std::int8_t> act_weights{weight_list};\n")
        for name, model in (("tie", tie), ("type", types)):
            out.write(tables(model, f"{name}_list", f"{name}_root_list"))
            out.write(f"const std::span<const TreeNode> {name}_nodes{{{name}_list}};\n")
            out.write(f"const std::span<const std::uint32_t> {name}_roots{{{name}_root_list}};\n")
        out.write(f"const std::array<float, 7> thresholds{{{', '.join(f'{t}f' for t in thresholds)}}};\n")
        out.write(f"const std::array<float, 2> calibration{{{calibration[0]:.4f}f, {calibration[1]:.4f}f}};\n")
        out.write(f"const std::uint32_t feature_count = {features};\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", required=True)
    parser.add_argument("--set", nargs=4, action="append", required=True, help="the gold's files, joined by commas, in the first")
    parser.add_argument("--out")
    parser.add_argument("--thresholds", choices=["tuned", "none"], default="tuned", help="none: no cross-validation, no figures")
    options = parser.parse_args()
    corpus = Corpus(options)
    tied, kind, weight, acts = label(corpus)

    # The act scores that the trees learn from are made by models that did not see the article, as they will be in use.
    rows = [list(itertools.chain(corpus.grams[n])) for n in range(len(corpus.records))]
    flat = [(n, grams, act) for n, record in enumerate(rows) for grams, act in zip(record, acts[n])]
    start = numpy.cumsum([0] + [len(r) for r in rows])
    owner = numpy.array([n for n, _, _ in flat])
    part = numpy.array([hash_fold(r["article"]["id"]) for r in corpus.records])
    scores = numpy.zeros((len(flat), 8))
    for fold in range(FOLDS):
        learn = [item for item in flat if part[item[0]] != fold]
        model = ActModel([g for _, g, _ in learn], [n for n, _, _ in learn], [a for _, _, a in learn])
        held_out = numpy.where(part[owner] == fold)[0]
        scores[held_out] = model.scores([flat[i][1] for i in held_out])
    column = corpus.column("act.is.none")
    corpus.features[:, column:column + 8] = scores[start[corpus.pairs[:, 0]] + corpus.pairs[:, 1]]
    print("act scores made", flush=True)

    thresholds, calibration = UNTUNED, (1.0, 0.0)
    if options.thresholds != "none":
        thresholds, calibration = cross_validate(corpus, tied, kind, weight)
        print("thresholds", thresholds, "calibration", calibration)
    if options.out:
        tie, types = fit_forests(corpus.features, tied, kind, weight, numpy.arange(len(tied)))
        act_model = ActModel([g for _, g, _ in flat], [n for n, _, _ in flat], [a for _, _, a in flat])
        write_tables(options.out, act_model, tie, types, thresholds, calibration, len(corpus.names))


if __name__ == "__main__":
    main()

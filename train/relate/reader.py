#!/usr/bin/env python3
"""Train the reader of pairs and put it into a model file (docs/relating.md, docs/model-format.md "Pairs").

  reader.py --names NAMES --set GOLD RECORDS PAIRS GRAMS ARTICLES WORDS --set MORE ... --model MODEL.onrec [--out MODEL.onrec]
            [--work DIR]

The sets are those of train.py, each with its articles and with what `dump_words MODEL` made of them. The reader learns from the further
sets alone, so the gold measures what it never saw; thresholds are cross-validated over the gold's articles. DIR keeps what was learned, and
is read again where it is there.
"""
import argparse
import json
import pathlib
import pickle
import sys
import time

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent)]
import onrec  # noqa: E402
import pairs  # noqa: E402
import train  # noqa: E402
from gold import TYPES, spans  # noqa: E402
from pairs import FURTHEST, HEADS, INNER, PLACES, RANK, STRONGEST, ZONES  # noqa: E402

WIDTH = 384
LONGEST = 4000    # words; longer articles are not learned from
DROPPED = 0.15
ACTS = 0.3        # what it weighs that a statement's act is right, whatever the target
BATCH = 8
EPOCHS, RATE = 4, 1e-3
SHOWN, MARGINS = 0.2, (0.2, 0.25, 0.3)   # what must be right of a type that is given


class Words:
    """A file that dump_words wrote: of each article where its words stand, and their vectors."""

    def __init__(self, path):
        self.data = numpy.memmap(path, dtype=numpy.uint8, mode="r")
        self.at = []
        at = 0
        while at < len(self.data):
            count = int(self.data[at:at + 4].view(numpy.uint32)[0])
            self.at.append((at + 4, count))
            at += 4 + count * (8 + 2 * WIDTH)

    def places(self, number):
        at, count = self.at[number]
        both = numpy.array(self.data[at:at + 8 * count]).view(numpy.uint32).reshape(count, 2)
        return both[:, 0].copy(), both[:, 1].copy()

    def vectors(self, number):
        at, count = self.at[number]
        raw = numpy.array(self.data[at + 8 * count:at + (8 + 2 * WIDTH) * count]).view(numpy.int16).reshape(count, WIDTH)
        return torch.from_numpy(raw).view(torch.bfloat16).float()


def listed(lists):
    """Lists as one, and which of them each entry is of."""
    flat = [i for one in lists for i in one]
    of = [n for n, one in enumerate(lists) for _ in one]
    return torch.tensor(flat, dtype=torch.long), torch.tensor(of, dtype=torch.long)


def prepare(corpus, number, words, place, tied, kind, weight, acts):
    """What the reader is given of one article, and what it should say; None where there is nothing to learn."""
    mine = numpy.array(corpus.by_record.get(number, []), int)
    begins, ends = words.places(place)
    if not len(mine) or len(begins) > LONGEST:
        return None
    asked = corpus.pairs[mine]
    zones = [pairs.zones_of(begins, ends, {role: spans(statement, (role,)) for role in ("source", "cue", "content")})
             for statement in corpus.records[number]["statements"]]
    role = torch.zeros(len(begins), dtype=torch.long)
    for zone in range(3):
        role[[i for statement in zones for i in statement[zone]]] = zone + 1
    mentions, target = {}, []
    for _, _, to, begin, end in asked:
        target.append(to if to >= 0 else len(zones) + mentions.setdefault((begin, end), len(mentions)))
    wanted = torch.zeros(len(mine), 7)
    right = numpy.where(tied[mine] == 1)[0]
    wanted[right, kind[mine][right]] = 1
    act = torch.zeros(len(zones), 7)
    for n, types in enumerate(acts[number]):
        act[n, list(types)] = 1
    return dict(number=number, words=words, place=place, rows=mine, statements=len(zones), mentions=len(mentions), role=role,
                zones=[listed([statement[zone] for statement in zones]) for zone in range(4)],
                mention=listed([pairs.words_of(begins, ends, [span]) for span in mentions]),
                actor=torch.from_numpy(asked[:, 1].copy()), target=torch.tensor(target), wanted=wanted, act=act,
                unsure=torch.from_numpy((tied[mine] == 0) & (weight[mine] == 0)))


class Reader(nn.Module):
    def __init__(self, features, width=256):
        super().__init__()
        self.width = width
        self.words_norm, self.norm, self.pair_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(width), nn.LayerNorm(width)
        self.role, self.place = nn.Embedding(4, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.queries = nn.Parameter(torch.randn(ZONES * HEADS, WIDTH) * 0.02)
        self.value = nn.Linear(WIDTH, width)
        self.zone = nn.ModuleList(nn.Linear(width, width) for _ in range(ZONES))
        self.actor, self.target = nn.Linear(width, width), nn.Linear(width, width)
        self.actor_types, self.target_types = nn.Linear(width, 7 * RANK), nn.Linear(width, 7 * RANK)
        self.features, self.features_out = nn.Linear(features, INNER), nn.Linear(INNER, width)
        self.pair, self.types = nn.Linear(width, width), nn.Linear(width, 7)
        self.nothing, self.act = nn.Linear(width, 1), nn.Linear(width, 7)
        nn.init.normal_(self.role.weight, std=0.1)
        nn.init.normal_(self.place.weight, std=0.05)
        nn.init.constant_(self.nothing.bias, 4.0)

    def dropped(self, x):
        return F.dropout(x, DROPPED, self.training)

    def mean(self, x, flat, of, count, zone):
        """[count, width]: each list's words, weighted head by head."""
        weight = (x @ self.queries[zone * HEADS:(zone + 1) * HEADS].T)[flat].clamp(-STRONGEST, STRONGEST).exp()
        value = self.value(x)[flat].view(-1, HEADS, self.width // HEADS)
        total = x.new_zeros(count, HEADS).index_add(0, of, weight) + 1e-6
        return (x.new_zeros(count, HEADS, self.width // HEADS).index_add(0, of, value * weight[..., None]) / total[..., None]).view(count, self.width)

    def forward(self, article, features):
        x = self.words_norm(article["words"].vectors(article["place"]))
        x = self.dropped(x) + self.role(article["role"]) + self.place((torch.arange(len(x)) // 16).clamp(max=PLACES - 1))
        acting = sum(self.zone[z](self.mean(x, *article["zones"][z], article["statements"], z)) for z in range(4))
        acting = self.norm(F.relu(acting))
        named = self.norm(F.relu(self.zone[4](self.mean(x, *article["mention"], article["mentions"], 4))))
        both = torch.cat([acting, named])
        told = self.features_out(self.dropped(F.relu(self.features(features))))
        pair = F.relu(self.actor(acting)[article["actor"]] + self.target(both)[article["target"]] + told)
        pair = self.types(self.dropped(F.relu(self.pair(self.pair_norm(pair)))))
        product = self.actor_types(acting).view(-1, 7, RANK)[article["actor"]] * self.target_types(both).view(-1, 7, RANK)[article["target"]]
        return pair + product.sum(-1) / 4, self.nothing(acting)[:, 0], self.act(acting)


def log_sum(values, of, count):
    top = values.detach().max()
    return (values.new_zeros(count).index_add(0, of, (values - top).exp()) + 1e-20).log() + top


def shares(article, pair, nothing):
    """Of each statement, the log of what its pairs' and nothing's scores sum to."""
    of = torch.cat([article["actor"].repeat_interleave(7), torch.arange(len(nothing))])
    return log_sum(torch.cat([pair.reshape(-1), nothing]), of, len(nothing))


def loss_of(reader, article, features):
    pair, nothing, act = reader(article, features)
    pair = torch.where(article["unsure"][:, None], torch.tensor(-1e4), pair)
    right = article["wanted"].reshape(-1) > 0
    of = article["actor"].repeat_interleave(7)[right]
    wanted = nothing
    if right.any():
        acts = torch.zeros(len(nothing), dtype=torch.bool)
        acts[of] = True
        wanted = torch.where(acts, log_sum(pair.reshape(-1)[right], of, len(nothing)), nothing)
    missed = (shares(article, pair, nothing) - wanted).sum()
    return missed + ACTS * F.binary_cross_entropy_with_logits(act, article["act"], reduction="sum")


class Told:
    """The features of an article's pairs as the reader takes them."""

    def __init__(self, corpus):
        self.columns = [i for i, name in enumerate(corpus.names) if not name.startswith("act.is.")]
        self.all = corpus.features
        self.mean = self.all.mean(0)[self.columns]
        self.step = self.all.std(0)[self.columns] + 1e-3

    def of(self, article):
        rows = article["rows"]
        mine = self.all[rows[0]:rows[-1] + 1][:, self.columns]
        return torch.from_numpy(numpy.clip((mine - self.mean) / self.step, -FURTHEST, FURTHEST).astype(numpy.float32))


def learn(reader, articles, told, epochs, rate, seed):
    chance = numpy.random.RandomState(seed)
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(reader.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps, done = epochs * (len(articles) // BATCH), 0
    start, missed = time.time(), 0.0
    for epoch in range(epochs):
        reader.train()
        order = chance.permutation(len(articles))
        for first in range(0, len(order) - BATCH + 1, BATCH):
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (done + 1) / min(150, 1 + steps / 10)) * max(0.02, 1 - done / steps)
            optimiser.zero_grad()
            for n in order[first:first + BATCH]:
                loss = loss_of(reader, articles[n], told.of(articles[n])) / (20 * BATCH)
                loss.backward()
                missed += float(loss.detach())
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            done += 1
            if done % 100 == 0:
                print(f"  step {done} of {steps}, {missed / 100:.4f}, {time.time() - start:.0f} s", flush=True)
                missed = 0.0
    return reader.eval()


@torch.no_grad()
def likelihoods(reader, articles, told, out):
    reader.eval()
    for article in articles:
        pair, nothing, _ = reader(article, told.of(article))
        out[article["rows"]] = (pair - shares(article, pair, nothing)[article["actor"]][:, None]).exp().numpy()


def likeliest(corpus, likely):
    """As train.likeliest, of [pairs, 7]."""
    return train.likeliest(corpus, numpy.where(likely.max(1) >= train.GRID[0], 1.0, 0.0), likely)


def report(corpus, likely):
    """Prints the figures; (thresholds, calibration). A type's threshold serves its F1 among those at which the least of MARGINS is right that makes
    SHOWN of what is found right where it is cross-validated."""
    scored = likeliest(corpus, likely)
    for value in train.GRID:
        print(f"all above {value}:", "P %.1f R %.1f F1 %.1f" % train.figures(*train.count(corpus, train.decode(corpus, corpus.scored, scored, [value] * 7)), TYPES))
    parts = [[corpus.scored[mask] for mask in (corpus.fold[corpus.scored] != fold, corpus.fold[corpus.scored] == fold)] for fold in range(train.FOLDS)]
    chosen = {least: [train.choose_thresholds(corpus, others, scored, least) for others, _ in parts] for least in MARGINS}

    def cross_validated(least_of):
        out = {}
        for fold, (_, own) in enumerate(parts):
            out.update(train.decode(corpus, own, scored, [chosen[least][fold][k] for k, least in enumerate(least_of)]))
        return out

    least_of = [None] * len(TYPES)
    for least in MARGINS:
        counts = train.count(corpus, cross_validated([least] * len(TYPES)))
        for k, name in enumerate(TYPES):
            if least_of[k] is None and train.figures(*counts, [name])[0] >= 100 * SHOWN:
                least_of[k] = least
    given = [least is not None for least in least_of]
    least_of = [least or MARGINS[-1] for least in least_of]
    decoded = cross_validated(least_of)
    for typed in (True, False):
        counts = train.count(corpus, decoded, typed)
        print("typed" if typed else "untyped", "all  P %.1f  R %.1f  F1 %.1f" % train.figures(*counts, TYPES))
        for k in TYPES if typed else []:
            print(f"  {k:10} gold {counts[0][k]:4} found {counts[1][k]:4}  P %.1f  R %.1f  F1 %.1f" % train.figures(*counts, [k]))
    thresholds = [train.choose_thresholds(corpus, corpus.scored, scored, least)[k] if given[k] else train.LEFT_TO_RULES for k, least in enumerate(least_of)]
    calibration = train.calibrate(corpus, scored)
    print("thresholds", thresholds, "calibration", calibration, flush=True)
    return thresholds, calibration


def tensors_of(reader, told, thresholds, calibration):
    """{name: f32 array} as docs/model-format.md lists them."""
    words = torch.cat([reader.queries, reader.value.weight])
    out = {"words": words, "words.bias": torch.cat([torch.zeros(ZONES * HEADS), reader.value.bias]),
           "role": reader.role.weight @ words.T, "place": reader.place.weight @ words.T,
           "zones": torch.cat([zone.weight for zone in reader.zone[:4]], 1), "zones.bias": sum(zone.bias for zone in reader.zone[:4]),
           "mention": reader.zone[4].weight, "mention.bias": reader.zone[4].bias,
           "feature_mean": torch.from_numpy(told.mean), "feature_step": torch.from_numpy(told.step),
           "thresholds": torch.tensor(thresholds), "calibration": torch.tensor(calibration)}
    for name in ("words_norm", "norm", "pair_norm"):
        out[name + ".gain"], out[name + ".bias"] = getattr(reader, name).weight, getattr(reader, name).bias
    for name in ("actor", "target", "actor_types", "target_types", "features", "features_out", "pair", "types", "nothing"):
        out[name], out[name + ".bias"] = getattr(reader, name).weight, getattr(reader, name).bias
    return {"pair." + name: value.detach().numpy().astype("<f4") for name, value in out.items()}


def compare(reader, corpus, article, told, tensors):
    """Leaves where the format's arithmetic gives other likelihoods than the reader that was trained."""
    likely = numpy.zeros((len(corpus.pairs), 7), numpy.float32)
    likelihoods(reader, [article], told, likely)
    begins, ends = article["words"].places(article["place"])
    asked = corpus.pairs[article["rows"]]
    statements = [{role: spans(statement, (role,)) for role in ("source", "cue", "content")} for statement in corpus.records[article["number"]]["statements"]]
    question = {"statements": statements, "mentions": list(dict.fromkeys((b, e) for _, _, to, b, e in asked if to < 0)),
                "asked": torch.stack([article["actor"], article["target"]], 1).tolist(),
                "features": corpus.features[article["rows"]][:, told.columns]}
    made = pairs.judge({name.removeprefix("pair."): array for name, array in tensors.items()},
                       article["words"].vectors(article["place"]).numpy().astype(float), begins, ends, question)
    apart = float(abs(made - likely[article["rows"]]).max())
    print(f"the format's arithmetic is {apart:.6f} apart at most", flush=True)
    if apart > 0.002:
        sys.exit("reader: the format's arithmetic gives something else than the reader that was trained")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", required=True)
    parser.add_argument("--set", nargs=6, action="append", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="one is nearly as fast as two")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    files = options.set
    options.set = [one[:4] for one in files]
    corpus = train.Corpus(options)
    tied, kind, weight, acts = train.label(corpus)
    told = Told(corpus)
    articles, number = [], 0
    for gold, records, _, _, texts, dumped in files:
        words, place = Words(dumped), {}
        for n, line in enumerate(open(texts)):
            place.setdefault(json.loads(line)["id"], n)
        for _ in open(records):
            one = prepare(corpus, number, words, place[corpus.records[number]["article"]["id"]], tied, kind, weight, acts)
            articles += [one] if one else []
            number += 1
    gold = [a for a in articles if corpus.fold[a["number"]] >= 0]
    further = [a for a in articles if corpus.fold[a["number"]] < 0]
    print(f"{len(gold)} articles of the gold, {len(further)} further ones", flush=True)

    kept = options.work / "further.pt"
    reader = Reader(len(told.columns))
    likely = numpy.zeros((len(corpus.pairs), 7), numpy.float32)
    if kept.exists():
        reader.load_state_dict(torch.load(kept))
    else:
        learn(reader, further, told, EPOCHS, RATE, options.seed)
        torch.save(reader.state_dict(), kept)
    likelihoods(reader, gold, told, likely)
    thresholds, calibration = report(corpus, likely)
    with open(options.work / "likely.pkl", "wb") as out:
        pickle.dump({a["number"]: likely[a["rows"]] for a in gold}, out)
    if options.out:
        tensors = tensors_of(reader, told, thresholds, calibration)
        compare(reader, corpus, gold[0], told, tensors)
        onrec.with_pairs(options.model, options.out, tensors)


if __name__ == "__main__":
    main()

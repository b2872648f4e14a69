#!/usr/bin/env python3
"""Train the second reading of relations and put it into a model file (docs/relating.md, docs/model-format.md "Second reading").

  second.py prepare --names NAMES --set GOLD RECORDS PAIRS GRAMS ARTICLES WORDS LOWER --set MORE ... --model MODEL.onrec --work DIR
  second.py train   --model MODEL.onrec --work DIR [--passes N]
  second.py measure --names NAMES --set GOLD ... --model MODEL.onrec --work DIR [--out MODEL.onrec]

The sets are those of reader.py, each with what `dump_words MODEL 3` made of its articles. What is learned goes on from the model's last layers and
its judge of relations, over the further sets alone, so the gold measures what was never seen.
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
sys.path[:0] = [str(here.parent / "together"), str(here), str(here.parent)]
import judge as judging  # noqa: E402
import onrec  # noqa: E402
import reader  # noqa: E402
import rereading  # noqa: E402
import train  # noqa: E402
from encoder import plain  # noqa: E402
from model import BUCKETS  # noqa: E402

LAYERS = 3
LEARNED_FROM = 0.1     # the sum of a statement's first likelihoods from which on one learns from it
BATCH, RATE, HEAD_RATE = 24, 6e-5, 4e-4
PASSES = 4


class Lower(judging.Words):
    """A file that `dump_words MODEL LAYERS` wrote."""

    def __init__(self, path):
        self.path = str(path)
        self.data = numpy.memmap(path, dtype=numpy.uint8, mode="r")
        self.at, self.windows = [], []
        at = 0
        while at < len(self.data):
            count = int(self.data[at:at + 4].view(numpy.uint32)[0])
            self.at.append((at + 4, count))
            at += 4 + count * (8 + 2 * judging.WIDTH)
            windows = int(self.data[at:at + 4].view(numpy.uint32)[0])
            self.windows.append((at + 4, windows))
            at += 4 + windows * (4 + 2 * judging.WIDTH)

    def ends(self, number):
        at, count = self.windows[number]
        return numpy.array(self.data[at:at + 4 * count]).view(numpy.uint32)

    def rows(self, number, words, first):
        """[1 + words, width] raw bfloat16: the [CLS] of the window where `first` is decided, and the words."""
        width = 2 * judging.WIDTH
        at, count = self.windows[number]
        window = rereading.window_of(self.ends(number), first)
        cls = at + 4 * count + window * width
        at, count = self.at[number]
        out = numpy.empty((1 + len(words), width), numpy.uint8)
        out[0] = self.data[cls:cls + width]
        whole = self.data[at + 8 * count:at + 8 * count + count * width].reshape(count, width)
        out[1:] = whole[words]
        return out.view(numpy.int16)


def judge_of(model):
    """(what `judge.Judge` was when the model's judge of relations was made of it, its tensors)"""
    with open(model, "rb") as handle:
        data = handle.read()
    header = onrec.header_of(data)
    tensors = next(t for of, t in onrec.judges_of(header, [data[r["offset"]:r["offset"] + r["bytes"]] for r in header["tensors"]]) if of == "relation")
    t = {name: torch.from_numpy(value.copy()) for name, value in tensors.items()}
    out = judging.Judge(t["features"].shape[1], len(t["types"]), len(t["actor"]))
    queries = len(out.queries)
    with torch.no_grad():
        out.queries.copy_(t["words"][:queries])
        out.value.weight.copy_(t["words"][queries:])
        back = torch.linalg.pinv(t["words"].double())
        out.value.bias.zero_()
        out.words_norm.bias.copy_(t["words.bias"].double() @ back.T)
        out.role.weight.copy_(t["role"].double() @ back.T)
        out.place.weight.copy_(t["place"].double() @ back.T)
        for several, name in ((out.zone[:judging.ZONES], "zones"), (out.zone[judging.ZONES:], "mention")):
            for one, weight in zip(several, t[name].split(out.width, 1)):
                one.weight.copy_(weight)
                one.bias.zero_()
            several[0].bias.copy_(t[name + ".bias"])
        for name in ("norm", "mention_norm", "pair_norm"):
            getattr(out, name).weight.copy_(t[name + ".gain"])
            getattr(out, name).bias.copy_(t[name + ".bias"])
        for name in ("actor", "target", "actor_types", "target_types", "features", "features_out", "pair", "types", "nothing"):
            getattr(out, name).weight.copy_(t[name])
            getattr(out, name).bias.copy_(t[name + ".bias"])
    return out.eval(), tensors


def passed(layer, x, mask):
    """As model.Layer.forward: the attention by plain products is learned through three times as fast on a CPU."""
    count, length, _ = x.shape
    q, k, v = layer.qkv(x).view(count, length, 3, layer.heads, layer.head_width).permute(2, 0, 3, 1, 4)
    likely = ((q @ k.transpose(-1, -2)).float() / layer.head_width ** 0.5 + mask).softmax(-1)
    x = layer.norm1(x + layer.out((likely.to(v.dtype) @ v).transpose(1, 2).reshape(count, length, -1)))
    return layer.norm2(x + layer.down(F.gelu(layer.up(x))))


class Second(nn.Module):
    def __init__(self, model):
        super().__init__()
        tagger, _ = plain(model)
        self.layers = nn.ModuleList(tagger.layers[-LAYERS:])
        self.mark = nn.Embedding(rereading.MARKS, judging.WIDTH)
        self.far = nn.Embedding(BUCKETS, judging.WIDTH)
        nn.init.zeros_(self.mark.weight)
        nn.init.zeros_(self.far.weight)
        self.judge, _ = judge_of(model)

    def read(self, batch):
        """[words of all examples, width]"""
        x = batch["rows"].float() + self.mark(batch["marks"]) + self.far(batch["far"])
        for layer in self.layers:
            x = passed(layer, x, batch["mask"])
        return x.float()[batch["real"]]

    def forward(self, batch):
        self.vectors = self.read(batch)
        return judged(self.judge, self.vectors, batch)


def judged(judge, vectors, batch):
    """As Judge.forward, with words that stand where `place` says."""
    x = judge.words_norm(vectors)
    x = judge.dropped(x) + judge.role(batch["role"]) + judge.place(batch["place_of"])
    value = judge.value(x)
    acting = sum(judge.zone[z](judge.mean(x, value, *batch["zones"][z], batch["statements"], z)) for z in range(judging.ZONES))
    acting = judge.norm(F.relu(acting))
    named = sum(judge.zone[judging.ZONES + z](judge.mean(x, value, *batch["mention"][z], batch["mentions"], judging.ZONES + z))
                for z in range(judging.MENTION_ZONES))
    both = torch.cat([acting, judge.mention_norm(F.relu(named))])
    told = judge.features_out(judge.dropped(F.relu(judge.features(batch["features"]))))
    pair = F.relu(judge.actor(acting)[batch["actor"]] + judge.target(both)[batch["target"]] + told)
    pair = judge.types(judge.dropped(F.relu(judge.pair(judge.pair_norm(pair)))))
    product = (judge.actor_types(acting).view(-1, judge.kinds, judging.RANK)[batch["actor"]]
               * judge.target_types(both).view(-1, judge.kinds, judging.RANK)[batch["target"]])
    return pair + product.sum(-1) / 4, judge.nothing(acting)[:, 0], judge.act(acting)


def batched(examples, lowers, scale):
    """Several examples as one article whose statements do not meet."""
    longest = max(1 + len(e["words"]) for e in examples)
    count = len(examples)
    out = {"rows": torch.zeros(count, longest, judging.WIDTH, dtype=torch.bfloat16), "marks": torch.zeros(count, longest, dtype=torch.long),
           "far": torch.full((count, longest), BUCKETS // 2), "mask": torch.zeros(count, 1, 1, longest), "real": torch.zeros(count, longest, dtype=torch.bool)}
    lists = {"zones": [[] for _ in range(judging.ZONES)], "mention": [[] for _ in range(judging.MENTION_ZONES)]}
    role, place, features, actor, target, mentioned, firsts = [], [], [], [], [], [], []
    words = statements = mentions = 0
    for n, e in enumerate(examples):
        length = 1 + len(e["words"])
        out["rows"][n, :length] = torch.from_numpy(lowers[e["set"]].rows(e["place"], e["words"], e["first"])).view(torch.bfloat16)
        out["marks"][n, 1:length] = torch.from_numpy(e["marks"])
        out["far"][n, :length] = torch.from_numpy(e["far"])
        out["mask"][n, :, :, length:] = -1e4
        out["real"][n, 1:length] = True
        for name, several in lists.items():
            for z in range(len(several)):
                several[z] += [[word + words for word in one] for one in e[name][z]]
        role.append(torch.from_numpy(e["role"]))
        place.append(torch.from_numpy(numpy.minimum(e["words"] // 16, judging.PLACES - 1)))
        features.append(e["features"])
        for _, to in e["asked"]:
            actor.append(statements)
            mentioned.append(to >= e["statements"])
            target.append(to + statements if to < e["statements"] else to - e["statements"] + mentions)
        firsts.append(statements)
        words += length - 1
        statements += e["statements"]
        mentions += e["mentions"]
    target = [t + statements if m else t for t, m in zip(target, mentioned)]
    out.update(role=torch.cat(role), place_of=torch.cat(place), features=scale(numpy.concatenate(features)), actor=torch.tensor(actor),
               target=torch.tensor(target), statements=statements, mentions=mentions, firsts=torch.tensor(firsts))
    for name, several in lists.items():
        out[name] = [judging.listed(one) for one in several]
    return out


def examples_of(articles, sets, words, likely_of, told, least):
    """What is learned from, or asked about, of each of the articles."""
    out = []
    for article in articles:
        likely = likely_of(article)
        question, place = article["question"], article["place"]
        begins, ends = words[article["set"]].places(place)
        actors = numpy.array([one[0] for one in question["asked"]])
        raw = told.raw(article)
        for actor in numpy.unique(actors):
            mine = numpy.where(actors == actor)[0]
            if likely[mine].sum() < least:
                continue
            order = rereading.order_of(likely, mine)
            wanted = article["wanted"][mine].numpy()
            one = rereading.asked(begins, ends, question, actor, order)
            if sets == "learn":
                forced = [int(p) for p in mine[wanted.sum(1) > 0] if p not in one["pairs"]]
                if forced and not article["wanted"][one["pairs"]].any():
                    one = rereading.asked(begins, ends, question, actor, forced[:1] + order[:-1])
            out.append(example(begins, ends, article, actor, one, raw, likely[mine].sum(0)))
    return out


def example(begins, ends, article, actor, one, raw, first_said):
    b, e = begins[one["words"]], ends[one["words"]]
    zones = [rereading.pairs.zones_of(b, e, statement) for statement in one["question"]["statements"]]
    mentions = [rereading.pairs.mention_zones_of(b, e, mention) for mention in one["question"]["mentions"]]
    rows = one["pairs"]
    return dict(set=article["set"], place=article["place"], number=article["number"], rows=article["rows"][rows], words=one["words"], first=one["first"],
                marks=one["marks"], far=rereading.buckets_of(one), role=rereading.pairs.roles_of(len(b), zones),
                zones=[[statement[z] for statement in zones] for z in range(judging.ZONES)],
                mention=[[mention[z] for mention in mentions] for z in range(judging.MENTION_ZONES)],
                statements=len(zones), mentions=len(mentions), asked=one["question"]["asked"], features=raw[rows].copy(),
                wanted=article["wanted"][rows].clone(), unsure=article["unsure"][rows].clone(), act=article["act"][actor].clone(), likely=first_said)


def prepare(options):
    torch.set_num_threads(1)
    corpus, told, articles = reader.read_sets(options.names, [one[:6] for one in options.set])
    words = [judging.Words(one[5]) for one in options.set]
    judge, tensors = judge_of(options.model)
    told.scale.mean, told.scale.step = tensors["feature_mean"], tensors["feature_step"]
    which = {w: n for n, w in enumerate(one[5] for one in options.set)}
    for article in articles:
        article["set"] = which[article["words"].path]
        article["question"] = reader.question_of(corpus, article["number"], article["rows"])
    gold = [a for a in articles if corpus.fold[a["number"]] >= 0]
    further = [a for a in articles if corpus.fold[a["number"]] < 0]
    judging.compare(judge, gold[0], gold[0]["question"] | {"features": told.raw(gold[0])}, told.scale, tensors)
    first = numpy.zeros((len(corpus.pairs), 7), numpy.float32)

    def likely_of(article):
        said = judging.likelihoods([judge], article, told.of(article))
        first[article["rows"]] = said
        return said

    for name, some, kind, least in (("gold", gold, "ask", 0.02), ("more", further, "learn", LEARNED_FROM)):
        start = time.time()
        made = examples_of(some, kind, words, likely_of, told, least)
        with open(options.work / f"second.{name}.pkl", "wb") as out:
            pickle.dump(made, out)
        print(f"{name}: {len(made)} statements of {len(some)} articles, {time.time() - start:.0f} s", flush=True)
    numpy.save(options.work / "second.first.npy", first[corpus.fold[corpus.pairs[:, 0]] >= 0])
    with open(options.work / "second.lower.json", "w") as out:
        json.dump([one[6] for one in options.set], out)


def scale_of(model):
    _, tensors = judge_of(model)
    scale = judging.Scale(numpy.zeros((2, tensors["features"].shape[1]), numpy.float32))
    scale.mean, scale.step = tensors["feature_mean"], tensors["feature_step"]
    return scale


def loss_of(model, batch, examples):
    wanted, unsure = torch.cat([e["wanted"] for e in examples]), torch.cat([e["unsure"] for e in examples])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model.read(batch)
    pair, nothing, act = judged(model.judge, vectors, batch)
    pair = torch.where(unsure[:, None], torch.tensor(-1e4), pair)
    missed = judging.missed(batch, pair, nothing, wanted)[batch["firsts"]].sum()
    done = torch.stack([e["act"] for e in examples])
    return (missed + reader.ACTS * F.binary_cross_entropy_with_logits(act[batch["firsts"]], done, reduction="sum")) / len(examples)


def learn(options):
    torch.set_num_threads(options.threads)
    with open(options.work / "second.more.pkl", "rb") as handle:
        examples = pickle.load(handle)
    lowers = [Lower(path) for path in json.load(open(options.work / "second.lower.json"))]
    scale = scale_of(options.model)
    torch.manual_seed(options.seed)
    chance = numpy.random.RandomState(options.seed)
    model = Second(options.model).train()
    heads = [p for name, p in model.named_parameters() if not name.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": model.layers.parameters(), "top": options.rate}, {"params": heads, "top": HEAD_RATE}],
                                  lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    each = len(examples) // BATCH
    steps, done, lost, start = options.passes * each, 0, 0.0, time.time()
    print(f"{len(examples)} statements, {steps} steps", flush=True)
    kept = options.work / f"{options.name}.pt"
    if kept.exists():          # a run that was stopped goes on
        state = torch.load(kept)
        model.load_state_dict(state["second"])
        done = state["step"]
    while done < steps:
        order = chance.permutation(len(examples))
        # Of like length, so that little is padding.
        groups = [g for block in numpy.array_split(order, max(1, len(order) // (BATCH * 40)))
                  for g in numpy.array_split(sorted(block, key=lambda n: len(examples[n]["words"])), len(block) // BATCH)]
        for g in chance.permutation(len(groups))[:steps - done]:
            some = [examples[n] for n in groups[g]]
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(1, (done + 1) / 200) * max(0.02, 1 - done / steps)
            optimiser.zero_grad()
            loss = loss_of(model, batched(some, lowers, scale), some)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            lost += float(loss.detach())
            done += 1
            if done % 100 == 0:
                print(f"  step {done} of {steps}, {lost / 100:.4f}, {time.time() - start:.0f} s", flush=True)
                lost = 0.0
            if done % 1000 == 0 or done == steps:
                torch.save({"second": model.state_dict(), "step": done}, kept)


@torch.no_grad()
def answers(model, examples, lowers, scale):
    """Of each example [pairs, 7]."""
    model.eval()
    out = []
    order = sorted(range(len(examples)), key=lambda n: len(examples[n]["words"]))
    out = [None] * len(examples)
    for first in range(0, len(order), 32):
        some = [examples[n] for n in order[first:first + 32]]
        batch = batched(some, lowers, scale)
        pair, nothing, _ = model(batch)
        said = (pair - judging.shares(batch, pair, nothing)[batch["actor"]][:, None]).exp().numpy()
        at = 0
        for n, e in zip(order[first:first + 32], some):
            out[n] = said[at:at + len(e["rows"])]
            at += len(e["rows"])
    return out


def put_in(options, model, scale, asks, least, thresholds, calibration):
    """The model file with this second reading; its judge decides by thresholds and likelihoods of both readings together."""
    _, first = judge_of(options.model)
    onrec.with_judges(options.model, options.out, "relation", [first | {"thresholds": numpy.array(thresholds, "<f4"), "calibration": numpy.array(calibration, "<f4")}])
    tables = {"mark": model.mark.weight, "far": model.far.weight, "asks": numpy.array(asks, "<f4"), "least": numpy.array([least], "<f4")}
    onrec.with_second(options.out, options.out, model.layers, tables, judging.tensors_of(model.judge, scale, thresholds, calibration))


def measure(options):
    torch.set_num_threads(options.threads)
    corpus = train.Corpus(argparse.Namespace(names=options.names, set=[options.set[0][:4]]))
    first = numpy.load(options.work / "second.first.npy")
    with open(options.work / "second.gold.pkl", "rb") as handle:
        examples = pickle.load(handle)
    lowers = [Lower(path) for path in json.load(open(options.work / "second.lower.json"))]
    scale = scale_of(options.model)
    model = Second(options.model)
    again = None
    for name in options.name.split(","):
        model.load_state_dict(torch.load(options.work / f"{name}.pt")["second"])
        said = answers(model, examples, lowers, scale)
        again = said if again is None else [a + b for a, b in zip(again, said)]
    again = [a / len(options.name.split(",")) for a in again]
    with open(options.work / f"{options.name}.answers.pkl", "wb") as out:
        pickle.dump(again, out)
    for text in options.gates.split():
        kinds, least = text.split(">")
        likely = first.copy()
        asked = 0
        for e, said in zip(examples, again):
            if sum(e["likely"][train.TYPES.index(k)] for k in kinds.split("+")) < float(least):
                continue
            asked += 1
            record = e["number"]
            mine = [i for i in corpus.by_record[record] if corpus.pairs[i][1] == corpus.pairs[e["rows"][0]][1]]
            likely[mine] = 0
            likely[e["rows"]] = said
        print(f"== {text}: {asked / len(corpus.records):.2f} statements an article", flush=True)
        decided = reader.report(corpus, likely)
        if options.out:
            put_in(options, model, scale, [float(k in kinds.split("+")) for k in train.TYPES], float(least), *decided)
    if options.first:
        print("== first judge alone")
        reader.report(corpus, first)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["prepare", "train", "measure"])
    parser.add_argument("--names")
    parser.add_argument("--set", nargs=7, action="append")
    parser.add_argument("--model", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--name", default="second")
    parser.add_argument("--out", help="with one gate")
    parser.add_argument("--gates", default="denies+retracts+responds>0.2 denies+retracts>0.15")
    parser.add_argument("--first", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    {"prepare": prepare, "train": learn, "measure": measure}[options.what](options)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Teaches a trained tagger to read acts: what a statement does to another one, and to which (contract/relations.md).

  acts.py recipes/acts.json MODEL.onrec OUT.onrec --data DATA --cache CACHE --records R.jsonl --pairs P.bin --names N.txt --annotated A.jsonl...

The last layers of the encoder and new heads learn from annotated articles while they go on learning PolNeAR's tags, so that
one pass still does for both; the layers below stay as they are, and what they give is made once. Records, pairs and names are
relate/make's, of the articles that the annotations are of.

A word's reading is a row of `acts`: 7 act scores, the actor's gate, the target's gate, GROUPS vectors of an actor, one of a
target. A statement's reading is the mean of its words', weighted by the softmax of the gate in question.
"""
import argparse
import bisect
import collections
import json
import os
import pathlib
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpora
import onrec
from model import ACTS, GROUPS, READING, bucket, crf_loss
from pieces import byte_offsets
from train import link_losses
from windows import Article, batch, padded, tagging_windows

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "relate"))
import gold  # noqa: E402
from gold import HEAD, lay  # noqa: E402

ACT_WIDTH = 48
GROUP_OF = (0, 0, 0, 1, 1, 1, 2)                 # of each act
LONGEST = 64                                     # words of a content that are read


def word_span(starts, ends, begin, end):
    """The words that overlap the bytes [begin, end)."""
    return range(bisect.bisect_right(ends, begin), bisect.bisect_left(starts, end))


class Read:
    """An article with the words of each of its statements, and what is annotated of them."""

    def __init__(self, record, vocabulary):
        text = record["article"]["text"]
        self.article = Article(text, vocabulary)
        table = byte_offsets(text)
        self.starts, self.ends = [table[w.begin] for w in self.article.words], [table[w.end] for w in self.article.words]
        self.record, self.statements = record, []
        for statement in record["statements"]:
            of = {role: [i for s in statement[role] for i in self.words(s["begin"], s["end"])][:LONGEST]
                  for role in ("cue", "content", "source")}
            self.statements.append(sorted({*of["cue"], *of["content"], *of["source"]}) or [0])
        self.acts = torch.zeros(len(self.statements), len(ACTS))
        self.known = torch.ones(len(self.statements))          # 0: neither acting nor not
        self.ties = []                                         # (from, act, [pair numbers that are right])

    def words(self, begin, end):
        return word_span(self.starts, self.ends, begin, end)


def read_pairs(path, features):
    """{(record, from): [(to, begin, end)]} of relate's candidates; to is -1 for a mention."""
    raw = np.memmap(path, dtype=np.float32, mode="r").reshape(-1, features + HEAD)
    out = collections.defaultdict(list)
    for number, actor, to, begin, end in np.array(raw[:, :HEAD]).astype(np.int64).tolist():
        out[number, actor].append((to, begin, end))
    return out


def label(read, number, candidates, items):
    """Lays an article's annotated relations on its statements and candidate pairs; gives how many were reached."""
    pairs = [(actor, *target) for actor in range(len(read.statements)) for target in candidates.get((number, actor), [])]
    first = {}
    for n, (actor, *_) in enumerate(pairs):
        first.setdefault(actor, n)
    reached = 0
    for act, best, near, fitting in lay(read.record, items, pairs):
        for i in near - {best}:
            read.known[i] = 0
        if best is None:
            continue
        read.acts[best, act], read.known[best] = 1, 1
        right = [n - first[best] for n, fit in fitting if pairs[n][0] == best and fit > 0.75 * fitting[0][1]]
        if right:
            read.ties.append((best, act, right))
            reached += 1
    return reached


def pooled(readings, words, gate):
    """[S, R]: each statement's words' readings, weighted by the softmax of column `gate`."""
    longest = max(len(w) for w in words)
    at = torch.zeros(len(words), longest, dtype=torch.long)
    real = torch.zeros(len(words), longest, dtype=torch.bool)
    for n, w in enumerate(words):
        at[n, :len(w)], real[n, :len(w)] = torch.tensor(w), True
    rows = readings[at]
    weight = rows[..., gate].masked_fill(~real, -1e4).softmax(1)
    return (weight[..., None] * rows).sum(1)


def tie_scores(model, actors, targets, heads, target_heads):
    """[GROUPS, A, T] of pooled readings; heads are the first words, whose distance counts."""
    width = model.blueprint.act
    q = actors[:, READING:READING + GROUPS * width].view(-1, GROUPS, width).transpose(0, 1)
    k = targets[:, READING + GROUPS * width:]
    apart = bucket(target_heads[None, :] - heads[:, None])
    return q @ k.T / width ** 0.5 + model.act_distance[:, apart]


class Frozen:
    """What the lower layers give for an article's windows, made once."""

    def __init__(self, article, model, lower, pad):
        self.article, self.windows = article, tagging_windows(article, model.blueprint)
        packed = batch([(article, w) for w in self.windows], pad)
        self.at, self.lengths, self.mask = packed["at"], packed["lengths"], packed["mask"]
        f = packed["features"]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            x = model.word(packed["ids"]) + model.position.weight[:packed["ids"].shape[1]]
            x = model.norm(x + model.case(f[..., 0]) + model.quote(f[..., 1]) + model.paragraph(f[..., 2]))
            for layer in model.layers[:lower]:
                x = layer(x, self.mask)
        self.x = x.to(torch.bfloat16).clone()

    def hidden(self, model, lower):
        """(hidden of words [B, W, H], of [CLS] [B, H], of the cores' words [all, H])."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.x.float()
            for layer in model.layers[lower:]:
                x = layer(x, self.mask)
        x = model.drop(x.float())
        words = x.gather(1, self.at[..., None].expand(-1, -1, x.shape[2]))
        core = torch.cat([words[n, w.core_first - w.first:w.core_last - w.first] for n, w in enumerate(self.windows)])
        return words, x[:, 0], core


def act_loss(model, read, number, candidates, core):
    readings = model.acts(core)
    actors, targets = pooled(readings, read.statements, len(ACTS)), pooled(readings, read.statements, len(ACTS) + 1)
    losses = {"act": (F.binary_cross_entropy_with_logits(actors[:, :len(ACTS)], read.acts, reduction="none").sum(1)
                      * read.known).sum() / read.known.sum().clamp(min=1)}
    heads = torch.tensor([w[0] for w in read.statements])
    tied = []
    for actor, act, right in read.ties:
        options = candidates[number, actor]
        words = [read.statements[t] if t >= 0 else list(read.words(b, e)) or [0] for t, b, e in options]
        rows = [targets[t] if t >= 0 else None for t, _, _ in options]
        spots = [n for n, row in enumerate(rows) if row is None]
        if spots:
            for n, row in zip(spots, pooled(readings, [words[n] for n in spots], len(ACTS) + 1)):
                rows[n] = row
        scores = tie_scores(model, actors[actor:actor + 1], torch.stack(rows), heads[actor:actor + 1],
                            torch.tensor([w[0] for w in words]))[GROUP_OF[act], 0]
        tied.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0))
    if tied:
        losses["tie"] = sum(tied) / len(tied)
    return losses


def tag_loss(model, frozen, labels, words, cls):
    items = [(frozen.article, w, labels) for w in frozen.windows]
    gold = padded([labels[0][w.first:w.last] for w in frozen.windows])
    scores = model.tag(words)
    losses = {"ce": F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=corpora.IGNORE),
              "crf": crf_loss(scores, gold.clamp(min=0), frozen.lengths, model.transition)}
    return losses | link_losses(model, items, words, cls)


def groups(model, recipe, lower):
    out = collections.defaultdict(list)
    for name, p in model.named_parameters():
        part = name.split(".")
        if part[0] == "layers" and int(part[1]) >= lower:
            rate = recipe["lr"] * recipe["layer_decay"] ** (len(model.layers) - 1 - int(part[1]))
        elif part[0] in ("acts", "act_distance"):
            rate = recipe["act_lr"]
        elif part[0] in ("tag", "said", "content_q", "content_k", "source_q", "source_k"):
            rate = recipe["head_lr"]
        else:
            p.requires_grad_(False)
            continue
        out[rate, recipe["weight_decay"] if p.dim() > 1 else 0.0].append(p)
    return [{"params": ps, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), ps in out.items()]


def read_articles(options, model, vocabulary, lower):
    """[(Read, its number, Frozen, its candidates)] of all records: an article without annotations is one without acts."""
    candidates = read_pairs(options.pairs, len(open(options.names).read().splitlines()))
    told, out, asked, reached = gold.read(options.annotated), [], 0, 0
    for number, line in enumerate(open(options.records)):
        record = json.loads(line)
        if record["statements"]:
            read, items = Read(record, vocabulary), told.get(record["article"]["id"], [])
            asked, reached = asked + len(items), reached + label(read, number, candidates, items)
            out.append((read, number, Frozen(read.article, model, lower, vocabulary.pad)))
    print(f"{len(out)} articles, {asked} relations, {reached} reached", flush=True)
    return out, candidates


def read_replay(options, model, vocabulary, lower):
    """[(labels of each annotator, Frozen)] of PolNeAR train."""
    out = []
    for _, text, annotators, said in corpora.polnear(os.path.join(options.data, "polnear/train"),
                                                     os.path.join(options.data, "speakers/polnear-train.jsonl")):
        article = Article(text, vocabulary)
        labels = [corpora.polnear_labels(text, article.words, a, said) for a in annotators]
        out.append((labels, Frozen(article, model, lower, vocabulary.pad)))
    return out


class Averaged:
    """The weights that learn, the optimizer's state and the running average; kept in a file after each epoch."""

    def __init__(self, model, recipe, path, lower):
        self.model, self.recipe, self.path, self.done = model, recipe, path, 0
        self.optimizer = torch.optim.AdamW(groups(model, recipe, lower), betas=(0.9, 0.98), eps=1e-6, fused=True)
        self.trained = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        self.average = {n: p.detach().clone() for n, p in self.trained}
        if os.path.exists(path):
            state = torch.load(path, weights_only=False)
            model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.average, self.done = state["average"], state["done"]

    def step(self, loss, total):
        warm = self.recipe["warm_up"] * total
        scale = min((self.done + 1) / warm, (total - self.done) / (total - warm))
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for _, p in self.trained], 1.0, foreach=True)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=False)
        self.done += 1
        decay = min(self.recipe["average"], (self.done + 1) / (self.done + 10))
        with torch.no_grad():
            torch._foreach_lerp_([self.average[n] for n, _ in self.trained], [p for _, p in self.trained], 1 - decay)

    def save(self):
        torch.save({"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "average": self.average,
                    "done": self.done}, self.path + ".part")
        os.replace(self.path + ".part", self.path)

    def averaged(self):
        return {n: self.average.get(n, v) for n, v in self.model.state_dict().items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("recipe", "model", "out"):
        parser.add_argument(name)
    for name in ("data", "cache", "records", "pairs", "names"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--annotated", nargs="+", required=True)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    recipe = json.load(open(options.recipe))
    torch.manual_seed(recipe["seed"])
    lower, rng = recipe["frozen_layers"], random.Random(recipe["seed"])
    model, vocabulary = onrec.plain(options.model, act=ACT_WIDTH)
    model.eval()
    articles, candidates = read_articles(options, model, vocabulary, lower)
    replay = read_replay(options, model, vocabulary, lower)
    folder = os.path.join(options.cache, recipe["name"])
    os.makedirs(folder, exist_ok=True)
    learner = Averaged(model, recipe, os.path.join(folder, "last.pt"), lower)
    total = recipe["epochs"] * len(articles)
    sums, counts, mark = collections.Counter(), collections.Counter(), time.time()
    model.train()
    for epoch in range(recipe["epochs"]):
        rng.seed(recipe["seed"] * 1000 + epoch)
        order = rng.sample(articles, len(articles))
        if learner.done >= (epoch + 1) * len(articles):
            continue
        for read, number, frozen in order:
            losses = act_loss(model, read, number, candidates, frozen.hidden(model, lower)[2])
            if rng.random() < recipe["replay"]:
                labels, tagged = rng.choice(replay)
                words, cls, _ = tagged.hidden(model, lower)
                losses |= tag_loss(model, tagged, rng.choice(labels), words, cls)
            learner.step(sum(recipe["weights"][k] * v for k, v in losses.items()), total)
            for k, v in losses.items():
                sums[k] += float(v.detach())
                counts[k] += 1
            if learner.done % 50 == 0:
                left = (total - learner.done) * (time.time() - mark) / 3000
                print(time.strftime("%H:%M:%S"), f"epoch {epoch} step {learner.done}/{total} left {left:.0f} min",
                      " ".join(f"{k} {sums[k] / counts[k]:.4f}" for k in sorted(sums)), flush=True)
                mark = time.time()
                sums.clear(), counts.clear()
        learner.save()
    model.load_state_dict(learner.averaged())
    model.eval()
    with open(options.model, "rb") as handle:
        card = onrec.header_of(handle.read())["card"]
    print(options.out, onrec.write(options.out, model, vocabulary, card), "bytes")


if __name__ == "__main__":
    main()

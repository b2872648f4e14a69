#!/usr/bin/env python3
"""Goes on teaching the encoder of a model file what judges of relations, days, audiences and speakers need, while its heads keep saying what they
said (docs/training.md, "One encoder for all").

  encoder.py --names NAMES --set GOLD RECORDS PAIRS GRAMS ARTICLES WORDS --set MORE ... --further GOLD.jsonl ROWS... ARTICLES WORDS ...
              --model MODEL.onrec [--before MODEL.onrec] --work DIR --out MODEL.onrec [--rate RATE] [--passes PASSES]

--set as relate/reader.py takes them (nothing is learned from the first, the gold), --further as resolve/reader.py; WORDS are what `dump_words MODEL`
made of ARTICLES. DIR/judge1.pt, day.pt, audience.pt and speaker.pt are the judges to go on with, where they are there, and in
the end those that belong to the encoder of OUT; both readers, given DIR, put them into OUT. The heads are held to what those of --before
say, else of MODEL; those of the links are fitted to it once more in the end. Two processes share each step.
"""
import argparse
import collections
import importlib
import json
import math
import multiprocessing
import os
import pathlib
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

here = pathlib.Path(__file__).resolve().parent.parent


def room(folder, name):
    """The module `name` of a folder below train: two have a reader, three a train."""
    for other in ("reader", "train", "gold"):
        sys.modules.pop(other, None)
    sys.path[:0] = [str(here / folder), str(here)]
    module = importlib.import_module(name)
    del sys.path[:2]
    return module


relations, choices = room("relate", "reader"), room("resolve", "reader")
sys.path.insert(0, str(here))
import corpora  # noqa: E402
import judge as judging  # noqa: E402
import onrec  # noqa: E402
from model import Blueprint, allowed, link_scores  # noqa: E402
from windows import Article, batch, hidden_words, tagging_windows, training_windows  # noqa: E402

FROZEN = 2             # layers, with the tables below them
DROPPED = 0.1
RATE, DECAY, JUDGES_RATE = 1e-4, 0.9, 4e-4     # of the last layer and the heads (unless told), from each layer to the one below, of the judges
BATCH, WORKERS = 4, 2
PASSES = 1.6           # over the articles in which something is to be found
BARE = 3               # of those in which nothing is, one in so many
AVERAGE, WARM_UP = 0.995, 0.06
# Weights of what the heads said; "inside" a word: of a span's. Links, which are read between words at most LINKED apart.
KEPT = {"tag": 5.0, "inside": 5.0, "score": 0.05, "name": 0.5, "link": 3.0, "said": 0.3}
LINKED = 150
FITTED, RIDGE = 90, 1e-5     # articles whose words the links' heads are fitted on in the end
FITTED_AT = {"content_q": (("B-content", "I-content"), 20), "content_k": (("B-cue",), 60), "source_q": (("B-cue",), 60), "source_k": (("B-source",), 60)}
WEIGHT = {"speaker": 1.6}
TOLD_BY_RULES = [*range(11), 79, 80]           # features of src/resolve/speaker_choices that tell what the rules say


class Live:
    """The vectors of one article's words as they are at the moment, in place of judge.Words."""

    def __init__(self, vectors):
        self.now = vectors

    def vectors(self, _):
        return self.now


def plain(path):
    """A model file's tagger with weights that can be learned, and its vocabulary."""
    model, vocabulary = onrec.read(path)
    for layer in model.layers:
        for part in ("qkv", "out", "up", "down"):
            integer = getattr(layer, part)
            linear = nn.Linear(integer.values.shape[1], integer.values.shape[0])
            with torch.no_grad():
                linear.weight.copy_(integer.values * integer.scale[:, None])
                linear.bias.copy_(integer.bias)
            setattr(layer, part, linear)
    with torch.no_grad():
        model.transition.sub_(allowed()).clamp_(-20, 20)     # what is not allowed is added wherever it is used
    return model, vocabulary


class Together(nn.Module):
    def __init__(self, tagger, judges):
        super().__init__()
        self.tagger, self.judges = tagger, nn.ModuleDict(judges)
        for module in tagger.modules():
            if type(module).__name__ == "FastDropout":
                module.rate = DROPPED
        for part in (tagger.word, tagger.position, tagger.case, tagger.quote, tagger.paragraph, tagger.norm, *tagger.layers[:FROZEN]):
            part.requires_grad_(False)


def apart(was, now):
    """How far likelihoods, by row, are from what they were; both as scores."""
    likely = was.softmax(1)
    return (likely * (likely.clamp(min=1e-9).log() - now.log_softmax(1))).sum(1)


def links_apart(tagger, before, which, vectors, old, of, to, cls=None):
    """How far the heads say something else of which of the words `to` each of the words `of` belongs to; `cls`, of the window now and before, stands for none."""
    far = (to[None, :] - of[:, None]).abs() > LINKED

    def scores(model, at, nothing):
        q, k = (getattr(model, f"{which}_{side}") for side in "qk")
        made = link_scores(q(at[of]), k(at[to]), getattr(model, f"{which}_distance"), of, to).masked_fill(far, -1e4)
        return made if nothing is None else torch.cat([(q(at[of]) @ k(nothing) / math.sqrt(q.out_features))[:, None], made], 1)

    with torch.no_grad():
        was = scores(before, old, cls and cls[1])
    return apart(was, scores(tagger, vectors, cls and cls[0])).mean()


def kept_loss(tagger, before, vectors, cls, old, old_cls):
    """How far the heads say something else of a window's words than the heads of before say of the old vectors."""
    with torch.no_grad():
        was, names = before.tag(old), before.name(old)
        likeliest = was.argmax(1)
    scores = tagger.tag(vectors)
    weight = 1 + (KEPT["inside"] - 1) * (likeliest > 0)
    loss = KEPT["tag"] * (apart(was, scores) * weight).sum() / weight.sum()
    loss = loss + KEPT["score"] * F.mse_loss(scores - scores.mean(1, keepdim=True), was - was.mean(1, keepdim=True))
    loss = loss + KEPT["name"] * apart(names, tagger.name(vectors)).mean()
    at = {name: (likeliest == number).nonzero()[:, 0] for number, name in enumerate(corpora.TAGS)}
    cues, sources = at["B-cue"], at["B-source"]
    contents = torch.cat([at["B-content"], at["I-content"]])
    if not len(cues):
        return loss
    with torch.no_grad():
        said = before.said(old[cues]).sigmoid()
    loss = loss + KEPT["said"] * F.binary_cross_entropy_with_logits(tagger.said(vectors[cues]), said)
    if len(cues) > 1 and len(contents):
        loss = loss + KEPT["link"] * links_apart(tagger, before, "content", vectors, old, contents, cues)
    return loss + KEPT["link"] * links_apart(tagger, before, "source", vectors, old, cues, sources, (cls, old_cls))


def encoded(tagger, packed):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, cls = hidden_words(tagger, packed)
    return hidden.float(), cls.float()


def read(tagger, before, article, chance, pad):
    """(the vectors of all words, how far the heads say something else)"""
    windows, vectors, losses = training_windows(article, tagger.blueprint, chance), [], []
    for first in range(0, len(windows), 8):
        part = windows[first:first + 8]
        packed = batch([(article, window) for window in part], pad)
        hidden, cls = encoded(tagger, packed)
        with torch.no_grad():
            old, old_cls = encoded(before, packed)
        for n, window in enumerate(part):
            count = window.last - window.first
            vectors.append(hidden[n, :count])
            losses.append(kept_loss(tagger, before, hidden[n, :count], cls[n], old[n, :count], old_cls[n]))
    return torch.cat(vectors), sum(losses) / len(losses)


class Lessons:
    """What is to be learned of each article, by (file of its words, number in it)."""

    def __init__(self, options):
        self.loss, self.judge = {}, {}
        self.of = collections.defaultdict(list)      # [(judge, article as judging.prepared has it)]
        self.telling, self.texts, self.words = set(), {}, {}
        corpus, told, articles = relations.read_sets(options.names, options.set)
        self.add("judge1", [a for a in articles if corpus.fold[a["number"]] < 0], lambda a: bool(a["wanted"].any()), judging.Judge(len(told.columns)),
                 told.scale, relations.loss_with(told), options.work)
        for choice in choices.CHOICE:
            articles = [a for paths in options.further for a in choices.load(choice, paths, lambda _: choices.train.LEARNED)]
            articles = [a for a in articles if choice != "speaker" or not choices.train.held_out(a["id"])]
            scale = judging.Scale(torch.cat([torch.from_numpy(choices.bent(a["raw"])) for a in articles]).numpy())
            self.add(choice, articles, lambda _: True, choices.judge_for(articles), scale, choices.loss_with(scale, TOLD_BY_RULES if choice == "speaker" else ()), options.work)
        for *_, texts, dumped in (*options.set, *options.further):
            words = judging.Words(dumped)
            self.words[words.path] = words
            for number, line in enumerate(open(texts)):
                if (words.path, number) in self.of:
                    self.texts[words.path, number] = json.loads(line)["text"]

    def add(self, name, articles, telling, judge, scale, loss, work):
        if (work / f"{name}.pt").exists():
            judging.kept(work / f"{name}.pt", judge, scale)
        self.judge[name], self.loss[name] = judge, loss
        self.scale = getattr(self, "scale", {}) | {name: scale}
        for article in articles:
            key = article["words"].path, article["place"]
            self.of[key].append((name, article))
            if telling(article):
                self.telling.add(key)

    def order(self, chance, passes):
        bare = sorted(set(self.of) - self.telling)
        out, wanted = [], int(passes * (len(self.telling) + len(bare) // BARE)) // BATCH * BATCH
        while len(out) < wanted:
            once = sorted(self.telling) + chance.sample(bare, len(bare) // BARE)
            chance.shuffle(once)
            out += once
        return out[:wanted]

    def of_judges(self, model, key, vectors):
        """The losses of one article."""
        counts = collections.Counter(name for name, _ in self.of[key])
        return sum(WEIGHT.get(name, 1.0) * self.loss[name](model.judges[name], article | {"words": Live(vectors)}) / counts[name] for name, article in self.of[key])


def groups(model, top):
    """Parameter groups by their rate; `top` is that of the last layer and the heads."""
    out = collections.defaultdict(list)
    for name, weights in model.named_parameters():
        part = name.split(".")
        if weights.requires_grad:
            below = len(model.tagger.layers) - 1 - int(part[2]) if part[1] == "layers" else 0
            out[JUDGES_RATE if part[0] == "judges" else top * DECAY ** below].append(weights)
    return [{"params": weights, "lr": rate, "peak": rate, "weight_decay": 0.01} for rate, weights in out.items()]


def work(rank, model, before, lessons, order, vocabulary, rate, shared, barrier, path):
    """One of the processes: its part of each step, whose gradients all take the mean of; the first keeps the mean weights."""
    torch.manual_seed(100 + rank)
    chance = random.Random(100 + rank)
    optimizer = torch.optim.AdamW(groups(model, rate), betas=(0.9, 0.98), eps=1e-6)
    learned = [(name, weights) for name, weights in model.named_parameters() if weights.requires_grad]
    average = {name: weights.detach().clone() for name, weights in learned}
    steps, start, lost = len(order) // BATCH, time.time(), 0.0
    model.train()
    for step in range(steps):
        share = min((step + 1) / (WARM_UP * steps + 1), (steps - step) / ((1 - WARM_UP) * steps), 1.0)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * share
        optimizer.zero_grad(set_to_none=False)
        for key in order[step * BATCH + rank:(step + 1) * BATCH:WORKERS]:
            vectors, kept = read(model.tagger, before, Article(lessons.texts[key], vocabulary), chance, vocabulary.pad)
            loss = kept + lessons.of_judges(model, key, vectors)
            (loss / BATCH * WORKERS).backward()
            lost += float(loss.detach())
        shared[rank].copy_(torch.cat([torch.zeros(w.numel()) if w.grad is None else w.grad.reshape(-1) for _, w in learned]))
        barrier.wait()
        mean, at = shared.mean(0), 0
        barrier.wait()
        for _, weights in learned:
            weights.grad = mean[at:at + weights.numel()].view_as(weights).clone()
            at += weights.numel()
        nn.utils.clip_grad_norm_([weights for _, weights in learned], 1.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_([average[name] for name, _ in learned], [w for _, w in learned], 1 - min(AVERAGE, (step + 1) / (step + 10)))
        if rank == 0 and (step + 1) % 25 == 0:
            print(f"  step {step + 1} of {steps}, {lost * WORKERS / BATCH / 25:.4f}, {time.time() - start:.0f} s", flush=True)
            lost = 0.0
        if rank == 0 and ((step + 1) % 200 == 0 or step + 1 == steps):
            torch.save(model.state_dict() | average, path.with_suffix(".part"))
            os.replace(path.with_suffix(".part"), path)


@torch.no_grad()
def fit_links(tagger, before, articles, pad):
    """The heads of the links become what comes nearest, by least squares, to what those of `before` make of its own vectors; words that FITTED_AT
    names count so many times more."""
    new, old, news, olds = [], [], [], []
    for article in articles:
        windows = tagging_windows(article, tagger.blueprint)
        for first in range(0, len(windows), 8):
            part = windows[first:first + 8]
            packed = batch([(article, window) for window in part], pad)
            (hidden, cls), (was, was_cls) = hidden_words(tagger, packed), hidden_words(before, packed)
            for n, window in enumerate(part):
                core = slice(window.core_first - window.first, window.core_last - window.first)
                new.append(hidden[n, core])
                old.append(was[n, core])
            news.append(cls)
            olds.append(was_cls)
    new, old = torch.cat(new), torch.cat(old)
    likeliest = before.tag(old).argmax(1)
    for name, (tags, more) in FITTED_AT.items():
        head = getattr(tagger, name)
        at = torch.isin(likeliest, torch.tensor([corpora.TAGS.index(tag) for tag in tags]))
        rows, wanted, weight = new, getattr(before, name)(old), 1 + more * at.double()
        if name == "source_k":       # where a window's first vector stands for no source
            rows, wanted = torch.cat([rows, *news]), torch.cat([wanted, *(getattr(before, name)(one) for one in olds)])
            weight = torch.cat([weight, torch.full((len(rows) - len(weight),), float(more), dtype=torch.double)])
        rows = torch.cat([rows, torch.ones(len(rows), 1)], 1).double()
        square = (rows * weight[:, None]).T @ rows
        square += RIDGE * square.diagonal().mean() * torch.eye(len(square)).double()
        made = torch.linalg.solve(square, (rows * weight[:, None]).T @ wanted.double()).float()
        head.weight.copy_(made[:-1].T)
        head.bias.copy_(made[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", required=True)
    parser.add_argument("--set", nargs=6, action="append", required=True)
    parser.add_argument("--further", nargs="+", action="append", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--before")
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--passes", type=float, default=PASSES, help="over the articles in which something is to be found")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    lessons, chance = Lessons(options), random.Random(5)
    tagger, vocabulary = plain(options.model)
    with open(options.model, "rb") as handle:
        header = onrec.header_of(handle.read())
    tagger.blueprint = Blueprint(**{name: value for name, value in header["blueprint"].items() if name != "judges"})
    before = plain(options.before or options.model)[0].eval()
    model = Together(tagger, lessons.judge)
    order, path = lessons.order(chance, options.passes), options.work / "together.pt"
    print(f"{len(lessons.of)} articles, {len(lessons.telling)} with something to find, {len(order)} steps of one article", flush=True)
    count = sum(weights.numel() for weights in model.parameters() if weights.requires_grad)
    shared, barrier = torch.zeros(WORKERS, count).share_memory_(), multiprocessing.Barrier(WORKERS)
    processes = [multiprocessing.get_context("fork").Process(target=work, args=(rank, model, before, lessons, order, vocabulary, options.rate, shared, barrier, path))
                 for rank in range(WORKERS)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        sys.exit("encoder: a process ended before its work was done")
    model.load_state_dict(torch.load(path))
    for name, judge in lessons.judge.items():
        judging.keep(options.work / f"{name}.pt", judge, lessons.scale[name])
    tagger.eval()
    fit_links(tagger, before, [Article(lessons.texts[key], vocabulary) for key in chance.sample(sorted(lessons.texts), min(FITTED, len(lessons.texts)))], vocabulary.pad)
    onrec.write(options.out, tagger, vocabulary, header["card"], tuple(sample["text"] for sample in header["samples"]))


if __name__ == "__main__":
    main()

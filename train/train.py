#!/usr/bin/env python3
"""Trains a tagger from a recipe (recipes/*.json). Resumes by itself from CACHE/NAME/last.pt.

  train.py recipes/accurate.json --data ../../shared/data --cache ../../cache
"""
import argparse
import glob
import json
import math
import os
import random
import time

import torch
import torch.nn.functional as F

import corpora
from corpora import IGNORE
from model import Blueprint, Tagger, crf_loss, link_scores, load_bert
from pieces import Vocabulary
from windows import Article, batch, hidden_words, padded, training_windows


def read_vocabulary(path):
    if path.endswith(".json"):
        table = json.load(open(path, encoding="utf-8"))["model"]["vocab"]
        return Vocabulary(sorted(table, key=table.get))
    return Vocabulary(open(path, encoding="utf-8").read().split("\n")[:-1])


class Labelled:
    """An article with the labels of each of its annotators."""

    def __init__(self, text, vocabulary, annotators, communicated):
        self.article = Article(text, vocabulary)
        self.labels = [corpora.polnear_labels(text, self.article.words, a, communicated) for a in annotators]


def make_batches(windows, budget, rng):
    """windows: [(article, window, payload)] -> lists of about `budget` pieces, of like length, shuffled."""
    rng.shuffle(windows)
    length = [sum(a.size[w.first:w.last]) + 2 for a, w, _ in windows]
    order = sorted(range(len(windows)), key=lambda i: length[i] // 16)
    out, current, longest = [], [], 0
    for i in order:
        longest = max(longest, length[i])
        if current and longest * (len(current) + 1) > budget:
            out.append(current)
            current, longest = [], length[i]
        current.append(windows[i])
    if current:
        out.append(current)
    rng.shuffle(out)
    return out


def link_losses(model, items, hidden, cls):
    """Losses of the two links and of `communicated`; the labels of an item are (tags, content_cue, cue_source, cue_said, ...)."""
    losses = {}
    content, source, said_x, said_y = [], [], [], []
    content_count = source_count = 0
    for b, (_, window, labels) in enumerate(items):
        tags, content_cue, cue_source, cue_said = labels[:4]
        inside = lambda i: window.first <= i < window.last
        cues = [c for c in cue_source if inside(c)]
        if not cues:
            continue
        h = hidden[b]
        heads = torch.tensor(cues)
        number = {c: n for n, c in enumerate(cues)}
        at = [i for i, c in content_cue.items() if inside(i) and inside(c)]
        if at and len(cues) > 1:
            mine = torch.tensor(at)
            s = link_scores(model.content_q(h[mine - window.first]), model.content_k(h[heads - window.first]),
                            model.content_distance, mine, heads)
            content.append(F.cross_entropy(s, torch.tensor([number[content_cue[i]] for i in at]), reduction="sum"))
            content_count += len(at)
        begins = [i for i in range(window.first, window.last) if tags[i] == 1]
        position = {i: n + 1 for n, i in enumerate(begins)}
        keep = [c for c in cues if cue_source[c] < 0 or cue_source[c] in position]
        if keep:
            heads = torch.tensor(keep)
            q = model.source_q(h[heads - window.first])
            none = (q @ model.source_k(cls[b]))[:, None] / math.sqrt(q.shape[1])
            if begins:
                places = torch.tensor(begins)
                s = link_scores(q, model.source_k(h[places - window.first]), model.source_distance, heads, places)
                none = torch.cat([none, s], 1)
            source.append(F.cross_entropy(none, torch.tensor([position.get(cue_source[c], 0) for c in keep]), reduction="sum"))
            source_count += len(keep)
        for c in cues:
            if c in cue_said:
                said_x.append(h[c - window.first])
                said_y.append(float(cue_said[c]))
    if content:
        losses["content link"] = sum(content) / content_count
    if source:
        losses["source link"] = sum(source) / source_count
    if said_x:
        losses["said"] = F.binary_cross_entropy_with_logits(model.said(torch.stack(said_x))[:, 0], torch.tensor(said_y))
    return losses


def polnear_loss(model, items, pad, weights):
    packed = batch([(a, w) for a, w, _ in items], pad)
    hidden, cls = hidden_words(model, packed)
    gold = padded([labels[0][w.first:w.last] for _, w, labels in items])
    scores = model.tag(hidden)
    losses = {"ce": F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE),
              "crf": crf_loss(scores, gold.clamp(min=0), packed["lengths"], model.transition)}
    losses |= link_losses(model, items, hidden, cls)
    return sum(weights[k] * v for k, v in losses.items()), {k: float(v.detach()) for k, v in losses.items()}


def news_loss(model, guide, items, pad, weights):
    """A teacher's word: its tag and name scores, its last hidden vectors, and the links of what it decided."""
    packed = batch([(a, w) for a, w, _ in items], pad)
    hidden, cls = hidden_words(model, packed)
    real = torch.arange(hidden.shape[1])[None] < packed["lengths"][:, None]
    mine = hidden[real]
    row = {k: torch.cat([labels[4][k][w.first:w.last] for _, w, labels in items]).float() for k in ("tag", "name", "hidden")}
    scores = model.tag(mine)
    losses = {"teacher tag": F.kl_div(scores.log_softmax(1), row["tag"].softmax(1), reduction="batchmean"),
              "teacher score": F.mse_loss(scores - scores.mean(1, keepdim=True), row["tag"] - row["tag"].mean(1, keepdim=True)),
              "teacher name": F.kl_div(model.name(mine).log_softmax(1), row["name"].softmax(1), reduction="batchmean"),
              "teacher hidden": F.mse_loss(guide(mine), F.layer_norm(row["hidden"], row["hidden"].shape[1:]))}
    losses |= link_losses(model, items, hidden, cls)
    return sum(weights[k] * v for k, v in losses.items()), {k: float(v.detach()) for k, v in losses.items()}


def name_loss(model, items, pad, weights):
    packed = batch([(a, w) for a, w, _ in items], pad)
    hidden, _ = hidden_words(model, packed)
    gold = padded([tags[w.first:w.last] for _, w, tags in items])
    loss = F.cross_entropy(model.name(hidden).flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
    return weights["name"] * loss, {"name": float(loss.detach())}


def read_labels(folder, data, vocabulary, count):
    """[(article, labels)] of what label.py wrote; labels[4] holds the teacher's tensors."""
    from label import chosen
    texts, out = dict(chosen(data)), []
    for path in sorted(glob.glob(os.path.join(folder, "*.pt"))):
        for row in torch.load(path, weights_only=False):
            article = Article(texts[row["key"]], vocabulary)
            assert len(article.words) == len(row["tags"]), row["key"]
            content_cue, cue_source, said = row["links"]
            said = {c: 1 / (1 + math.exp(-v)) for c, v in said.items()}
            out.append((article, (row["tags"], content_cue, cue_source, said, row)))
            if len(out) == count:
                return out
    return out


def start_from(model, teacher):
    """Word and position tables by principal components of the teacher's; its tag transitions."""
    table = teacher["word.weight"]
    _, _, basis = torch.linalg.svd(table - table.mean(0), full_matrices=False)
    basis = basis[:model.blueprint.embedding].T
    with torch.no_grad():
        model.word.weight.copy_((table - table.mean(0)) @ basis)
        if model.blueprint.embedding == model.blueprint.width:
            model.position.weight.copy_((teacher["position.weight"] @ basis)[:model.blueprint.positions])
        model.transition.copy_(teacher["transition"])


def epoch_batches(recipe, labelled, named, told, epoch):
    """The same batches for the same recipe and epoch, so that a run can be taken up in its middle."""
    rng = random.Random(recipe["seed"] * 1000 + epoch)
    b = Blueprint(**recipe["blueprint"])
    windows = [(x.article, w, x.labels[(epoch + n) % len(x.labels)])
               for n, x in enumerate(labelled) for w in training_windows(x.article, b, rng)]
    steps = [("polnear", x) for x in make_batches(windows, recipe["batch_pieces"], rng)]
    if told:
        windows = [(a, w, labels) for a, labels in told for w in training_windows(a, b, rng)]
        steps += [("news", x) for x in make_batches(windows, recipe["batch_pieces"], rng)]
        rng.shuffle(steps)
    if named:
        windows = [(a, w, t) for a, t in named for w in training_windows(a, b, rng)]
        extra = make_batches(windows, recipe["batch_pieces"], rng)
        extra = extra[:int(len(steps) * recipe["name_share"])]
        for n, x in enumerate(extra):
            steps.insert(int((n + 0.5) * len(steps) / len(extra)), ("name", x))
    return steps


def groups(model, recipe):
    """Parameter groups: layer-wise decay for the encoder, an own rate for heads; no weight decay for vectors."""
    out = {}
    depth = len(model.layers)
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        part = name.split(".")[0]
        if part == "layers":
            rate = recipe["lr"] * recipe["layer_decay"] ** (depth - 1 - int(name.split(".")[1]))
        elif part in ("word", "position", "norm", "project"):
            rate = recipe["lr"] * recipe["layer_decay"] ** depth
        elif part in ("transition", "content_distance", "source_distance"):
            rate = recipe["vector_lr"]
        else:
            rate = recipe["head_lr"]
        out.setdefault((rate, recipe["weight_decay"] if p.dim() > 1 and part != "transition" else 0.0), []).append(p)
    return [{"params": ps, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), ps in out.items()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("--data", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0, help="stop after so many steps (speed tests)")
    options = parser.parse_args()
    recipe = json.load(open(options.recipe))
    torch.set_num_threads(options.threads)
    torch.manual_seed(recipe["seed"])
    torch.set_flush_denormal(True)
    folder = os.path.join(options.cache, recipe["name"])
    os.makedirs(folder, exist_ok=True)
    log = open(os.path.join(folder, "log.txt"), "a", buffering=1)

    def say(*words):
        line = time.strftime("%H:%M:%S ") + " ".join(str(w) for w in words)
        print(line, flush=True)
        log.write(line + "\n")

    vocabulary = read_vocabulary(os.path.join(options.cache, recipe["vocabulary"]))
    blueprint = Blueprint(**recipe["blueprint"])
    model = Tagger(blueprint, recipe["dropout"])
    if recipe.get("init"):
        load_bert(model, os.path.join(options.cache, recipe["init"]))
    if recipe.get("continues"):
        model.load_state_dict(torch.load(os.path.join(options.cache, recipe["continues"]), weights_only=False)["weights"])
    told, guide = [], None
    if recipe.get("teacher"):
        teacher = torch.load(os.path.join(options.cache, recipe["teacher"]), weights_only=False)["weights"]
        if recipe.get("narrowed"):
            model.load_state_dict(torch.load(os.path.join(options.cache, recipe["narrowed"]), weights_only=False)["weights"])
        else:
            start_from(model, teacher)
        guide = torch.nn.Linear(blueprint.width, teacher["tag.weight"].shape[1])
        if blueprint.width == teacher["tag.weight"].shape[1]:
            torch.nn.init.eye_(guide.weight)
        told = read_labels(os.path.join(options.cache, "labels"), options.data, vocabulary, recipe["news_articles"])
    model.word.weight.requires_grad_(not recipe["freeze_words"])
    labelled = [Labelled(text, vocabulary, annotators, said) for _, text, annotators, said in
                corpora.polnear(os.path.join(options.data, "polnear/train"),
                                os.path.join(options.data, "speakers/polnear-train.jsonl"))]
    named = [(Article(text, vocabulary), tags) for text, tags in
             corpora.newswire(os.path.join(options.data, "worldwide-newswire"))] if recipe["name_share"] else []
    say("articles", len(labelled), "pieces", sum(sum(x.article.size) for x in labelled), "named", len(named), "told", len(told),
        "parameters", sum(p.numel() for p in model.parameters()))
    rates = groups(model, recipe)
    if guide:
        rates.append({"params": list(guide.parameters()), "lr": recipe["head_lr"], "peak": recipe["head_lr"], "weight_decay": 0.0})
    optimizer = torch.optim.AdamW(rates, betas=(0.9, 0.98), eps=1e-6, fused=True)
    trained = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    average = {n: p.detach().clone() for n, p in trained}
    lengths = [len(epoch_batches(recipe, labelled, named, told, e)) for e in range(recipe["epochs"])]
    total, done = sum(lengths), 0
    last = os.path.join(folder, "last.pt")
    if os.path.exists(last):
        state = torch.load(last, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], state["done"]
        if guide:
            guide.load_state_dict(state["guide"])
        say("resumed at step", done)

    def save(path, full):
        whole = {n: average.get(n, v) for n, v in model.state_dict().items()}
        state = {"blueprint": blueprint.as_dict(), "average": average, "done": done, "recipe": recipe, "weights": whole}
        if full:
            state.update(model=model.state_dict(), optimizer=optimizer.state_dict(), guide=guide and guide.state_dict())
        torch.save(state, path + ".part")
        os.replace(path + ".part", path)

    model.train()
    saved, mark, seen, sums, counts = time.time(), time.time(), 0, {}, {}
    started = done
    before = 0
    for epoch in range(recipe["epochs"]):
        if done >= before + lengths[epoch]:
            before += lengths[epoch]
            continue
        for kind, items in epoch_batches(recipe, labelled, named, told, epoch)[done - before:]:
            warm = recipe["warm_up"] * total
            scale = min((done + 1) / warm, (total - done) / (total - warm))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            if kind == "news":
                loss, parts = news_loss(model, guide, items, vocabulary.pad, recipe["weights"])
            else:
                loss, parts = (polnear_loss if kind == "polnear" else name_loss)(model, items, vocabulary.pad, recipe["weights"])
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in trained], 1.0, foreach=True)
            optimizer.step()
            optimizer.zero_grad(set_to_none=False)
            done += 1
            decay = min(recipe["average"], (done + 1) / (done + 10))
            with torch.no_grad():
                torch._foreach_lerp_([average[n] for n, _ in trained], [p for _, p in trained], 1 - decay)
            seen += sum(sum(a.size[w.first:w.last]) for a, w, _ in items)
            for k, v in parts.items():
                sums[k], counts[k] = sums.get(k, 0.0) + v, counts.get(k, 0) + 1
            if done % 50 == 0 or (options.limit and done % 5 == 0):
                rate = seen / (time.time() - mark)
                say(f"epoch {epoch} step {done}/{total} {rate:.0f} pieces/s left {(total - done) * (time.time() - mark) / 60 / (50 if not options.limit else 5):.0f} min",
                    " ".join(f"{k} {sums[k] / counts[k]:.4f}" for k in sorted(sums)))
                mark, seen, sums, counts = time.time(), 0, {}, {}
            if time.time() - saved > 300:
                save(last, True)
                saved = time.time()
            if options.limit and done - started >= options.limit:
                return
        before += lengths[epoch]
        save(os.path.join(folder, f"epoch{epoch}.pt"), False)
        say("epoch", epoch, "done")
    save(os.path.join(folder, "final.pt"), False)
    save(last, True)
    say("finished")


if __name__ == "__main__":
    main()

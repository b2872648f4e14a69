#!/usr/bin/env python3
"""Cuts a smaller model out of a trained one: narrow.py recipes/fast-narrow.json --data DATA --cache CACHE

Of the checkpoint "cut_from" keeps the layers "layers_kept", in each the heads and inner units that move the sum most on some training windows, and
the pieces of the vocabulary that news uses most. Writes the recipe's "narrowed" and "vocabulary" into CACHE.
"""
import argparse
import collections
import json
import os
import random

import torch
import torch.nn.functional as F

import corpora
from label import chosen
from model import Tagger, Blueprint
from pieces import Vocabulary
from predict import load
from windows import Article, batch, training_windows


def shorter(vocabulary, texts, count):
    """(kept ids in order): what the texts use most, besides the specials and all single characters."""
    used = collections.Counter(i for text in texts for p in Article(text, vocabulary).pieces for i in p)
    must = [i for i, p in enumerate(vocabulary.pieces)
            if p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]") or (len(p.removeprefix("##")) == 1 and ord(p[-1]) < 0x2100)]
    rest = [i for i, _ in used.most_common() if i not in set(must)]
    return sorted(must + rest[:count - len(must)])


def importance(model, packed):
    """Per layer: how far each head and each inner unit moves the residual, on average."""
    heads, inner = [], []
    with torch.inference_mode():
        f = packed["features"]
        x = (model.word(packed["ids"]) + model.position.weight[:packed["ids"].shape[1]] + model.case(f[..., 0])
             + model.quote(f[..., 1]) + model.paragraph(f[..., 2]))
        x = model.norm(x)
        for layer in model.layers:
            B, T, H = x.shape
            q, k, v = layer.qkv(x).view(B, T, 3, layer.heads, layer.head_width).permute(2, 0, 3, 1, 4)
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=packed["mask"])
            columns = layer.out.weight.view(H, layer.heads, layer.head_width)
            heads.append(torch.stack([(mixed[:, h] @ columns[:, h].T).std(1).mean() for h in range(layer.heads)]))
            x1 = layer.norm1(x + layer.out(mixed.transpose(1, 2).reshape(B, T, -1)))
            a = F.gelu(layer.up(x1))
            inner.append(a.flatten(0, 1).std(0) * layer.down.weight.norm(dim=0))
            x = layer.norm2(x1 + layer.down(a))
    return heads, inner


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("--data", required=True)
    parser.add_argument("--cache", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    recipe = json.load(open(options.recipe))
    b = Blueprint(**recipe["blueprint"])
    teacher, vocabulary = load(os.path.join(options.cache, recipe["cut_from"]), options.cache)
    texts = [text for _, text, _, _ in corpora.polnear(os.path.join(options.data, "polnear/train"))]
    kept = shorter(vocabulary, texts[::3] + [text for _, text in chosen(options.data)[:1200]], b.vocabulary)
    articles = [Article(text, vocabulary) for text in texts[::40]]
    items = [(a, w) for a in articles for w in training_windows(a, teacher.blueprint, random.Random(1))][:32]
    heads, inner = importance(teacher, batch(items, vocabulary.pad))
    student = Tagger(b)
    old = teacher.state_dict()
    new = {k: v for k, v in old.items() if not k.startswith("layers.")}
    new["word.weight"] = old["word.weight"][kept]
    new["position.weight"] = old["position.weight"][:b.positions]
    for n, m in enumerate(recipe["layers_kept"]):
        h = heads[m].topk(b.heads).indices.sort().values
        units = inner[m].topk(b.inner).indices.sort().values
        columns = (h[:, None] * b.head_width + torch.arange(b.head_width)).flatten()
        rows = torch.cat([columns + part * teacher.blueprint.heads * teacher.blueprint.head_width for part in range(3)])
        t, s = f"layers.{m}.", f"layers.{n}."
        for kind in ("weight", "bias"):
            new[s + "qkv." + kind] = old[t + "qkv." + kind][rows]
            new[s + "up." + kind] = old[t + "up." + kind][units]
            for part in ("norm1", "norm2"):
                new[f"{s}{part}.{kind}"] = old[f"{t}{part}.{kind}"]
        new[s + "out.weight"], new[s + "out.bias"] = old[t + "out.weight"][:, columns], old[t + "out.bias"]
        new[s + "down.weight"], new[s + "down.bias"] = old[t + "down.weight"][:, units], old[t + "down.bias"]
    student.load_state_dict(new)
    torch.save({"weights": student.state_dict()}, os.path.join(options.cache, recipe["narrowed"]))
    with open(os.path.join(options.cache, recipe["vocabulary"]), "w", encoding="utf-8") as handle:
        handle.writelines(vocabulary.pieces[i] + "\n" for i in kept)
    before = sum(sum(a.size) for a in articles)
    after = sum(sum(Article(a.text, Vocabulary([vocabulary.pieces[i] for i in kept])).size) for a in articles)
    print(len(kept), "pieces;", f"{100 * after / before - 100:.1f} % more pieces a text")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes a model file from a checkpoint: export.py CACHE/accurate/final.pt ../models/en/accurate.onrec --cache CACHE

  --untrained      ignores the checkpoint and writes a small model of random weights (for tests of the run time)
  --drawn-second   ignores it too and gives the model file, which has judges of relations, a second reading of random weights for every statement
"""
import argparse
import json
import os

import numpy
import torch

import onrec
import rereading
from model import BUCKETS, Blueprint, Layer, Tagger
from train import read_vocabulary


def speaking(blueprint, vocabulary):
    """A model of random weights that finds something in the first two samples, so that decoding is tested too."""
    for seed in range(1000):
        torch.manual_seed(seed)
        model = Tagger(blueprint, 0.0).eval()
        with torch.no_grad():
            for p in model.parameters():
                p.add_(torch.randn_like(p) * 0.2)
            model.transition[torch.arange(7), torch.arange(7)] += 1
        if all(onrec.sample(model, vocabulary, text)["statements"] for text in onrec.SAMPLES[:2]):
            return model
    raise SystemExit("no such model")


def drawn_second(path):
    """As --drawn-second says, of one layer."""
    with open(path, "rb") as handle:
        data = handle.read()
    header = onrec.header_of(data)
    blobs = [data[row["offset"]:row["offset"] + row["bytes"]] for row in header["tensors"]]
    judge = next(tensors for of, tensors in onrec.judges_of(header, blobs) if of == "relation")
    torch.manual_seed(5)
    blueprint = onrec.blueprint_of(header)
    layer = Layer(blueprint, 0.0)
    with torch.no_grad():
        for p in layer.parameters():
            p.add_(torch.randn_like(p) * 0.2)
    tables = {"mark": torch.randn(rereading.MARKS, blueprint.width), "far": torch.randn(BUCKETS, blueprint.width)}
    gate = {"asks": numpy.ones(7), "least": numpy.zeros(1)}
    onrec.with_second(path, path, [layer], tables | gate, {name: value + numpy.float32(0.1) for name, value in judge.items()})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("out")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--name", help="of the model, where it is not its recipe's")
    parser.add_argument("--card", help="JSON with the card's fields")
    parser.add_argument("--untrained", action="store_true")
    parser.add_argument("--vocabulary", help="with --untrained")
    parser.add_argument("--drawn-second", action="store_true")
    options = parser.parse_args()
    if options.drawn_second:
        return drawn_second(options.out)
    texts = onrec.SAMPLES
    card = {"language": "en", "licence": "Apache-2.0"}
    if options.untrained:
        vocabulary = read_vocabulary(os.path.join(options.cache, options.vocabulary))
        blueprint = Blueprint(vocabulary=len(vocabulary.pieces), embedding=16, width=32, layers=2, heads=4, head_width=4, inner=64)
        model = speaking(blueprint, vocabulary)
        card["name"] = "untrained"
        texts += (onrec.LONG_SAMPLE,)
    else:
        state = torch.load(options.checkpoint, weights_only=False)
        recipe = state["recipe"]
        vocabulary = read_vocabulary(os.path.join(options.cache, recipe["vocabulary"]))
        model = Tagger(Blueprint(**state["blueprint"]), 0.0).eval()
        model.load_state_dict(state["weights"])
        card |= {"name": options.name or recipe["name"], "steps": state["done"]}
    if options.card:
        card |= json.load(open(options.card, encoding="utf-8"))
    print(options.out, onrec.write(options.out, model, vocabulary, card, texts), "bytes")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Tags the texts of a folder and prints the extract contract's lines: predict.py MODEL FOLDER > OUT.jsonl

MODEL is a model file (run in its own arithmetic, as the C++ run time does) or a checkpoint (*.pt, plain f32; with --cache).
"""
import argparse
import glob
import json
import os
import sys

import torch

import decode
import onrec
from corpora import read_text
from model import Blueprint, Tagger
from train import read_vocabulary
from windows import Article


def load(path, cache):
    if not path.endswith(".pt"):
        return onrec.read(path)
    state = torch.load(path, weights_only=False)
    model = Tagger(Blueprint(**state["blueprint"]), 0.0).eval()
    model.load_state_dict(state["weights"])
    return model, read_vocabulary(os.path.join(cache, state["recipe"]["vocabulary"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("folder")
    parser.add_argument("--cache")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model, vocabulary = load(options.model, options.cache)
    paths = sorted(glob.glob(os.path.join(options.folder, "*.txt")))
    articles = [Article(read_text(path), vocabulary) for path in paths]
    for path, article, scores in zip(paths, articles, decode.score_articles(model, articles)):
        items = decode.attributions(model, article, scores)
        json.dump({"source": {"path": os.path.basename(path), "url": None}, "statements": decode.statements(article, items)},
                  sys.stdout)
        print()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""A teacher reads data/news: label.py CHECKPOINT --data DATA --cache CACHE --articles 2048

Writes CACHE/labels/NUMBER.pt, 64 articles each, in an order fixed by a seed: tag and name scores a word, the last hidden
vectors, and the attributions that the teacher decides. Goes on after the last whole file when started again.
"""
import argparse
import itertools
import os
import random
import time

import torch

import corpora
import decode
from model import allowed
from predict import load
from windows import Article

PER_FILE, LONGEST = 64, 9000          # articles; characters


def chosen(data):
    """The articles to read, in order: each outlet and year mixed, no two of the same text."""
    rows = [(key, text) for key, text in corpora.news(os.path.join(data, "news")) if 400 < len(text) < LONGEST]
    rows = list({text: (key, text) for key, text in rows}.values())
    random.Random(7).shuffle(rows)
    return rows


def links(items):
    """As corpora.polnear_labels gives them: content word -> cue word, cue word -> source word or -1, cue word -> said score."""
    content_cue, cue_source, said = {}, {}, {}
    for item in items:
        cue = item["cue"][0][0]
        for first, last in item["content"]:
            content_cue.update((i, cue) for i in range(first, last + 1))
        cue_source[cue] = item["source"][0][0] if item["source"] else -1
        said[cue] = item["said"]
    return content_cue, cue_source, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("--data", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--articles", type=int, default=2048)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    folder = os.path.join(options.cache, "labels")
    os.makedirs(folder, exist_ok=True)
    model, vocabulary = load(options.checkpoint, options.cache)
    rows, pieces, started = chosen(options.data)[:options.articles], 0, time.time()
    for number in itertools.count():
        part = rows[number * PER_FILE:(number + 1) * PER_FILE]
        path = os.path.join(folder, f"{number:04}.pt")
        if not part:
            break
        if os.path.exists(path):
            continue
        articles = [Article(text, vocabulary) for _, text in part]
        out = []
        for (key, _), article, scores in zip(part, articles, decode.score_articles(model, articles)):
            items = decode.attributions(model, article, scores)
            with torch.inference_mode():
                tags = decode.viterbi(scores.tag.tolist(), (model.transition + allowed()).tolist())
            hidden = torch.cat([h[w.core_first - w.first:w.core_last - w.first] for h, w in zip(scores.hidden, scores.windows)])
            out.append({"key": key, "tags": tags, "tag": scores.tag.half(), "name": scores.name.half(), "hidden": hidden.half(),
                        "links": links(items)})
            pieces += sum(article.size)
        torch.save(out, path + ".part")
        os.replace(path + ".part", path)
        print(number, f"{pieces / (time.time() - started):.0f} pieces/s", flush=True)


if __name__ == "__main__":
    main()

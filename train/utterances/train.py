#!/usr/bin/env python3
"""Trains the scorer of one utterance in many reports and writes src/relate/likeness_weights.inc.

Usage: train/utterances/train.py --program build/train/utterances/dump_ties --export EXPORT.jsonl --articles ARTICLES.jsonl
           --gold GOLD.jsonl --out src/relate/likeness_weights.inc

EXPORT.jsonl is `onrecord export` of a ledger of ARTICLES.jsonl, GOLD.jsonl the utterances that people found in them
(../shared/data/utterances). Needs numpy and scikit-learn. Prints figures over pairs of statements, cross-validated by event.
"""
import argparse
import collections
import json
import subprocess

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def model():
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=2000))


def pairs(options):
    """Features, whether people made the two one group, and the event, of every pair that is compared."""
    texts = {article["id"]: article["text"] for article in lines(options.articles)}
    given = "".join(json.dumps({"export": record, "text": texts[record["article"]["id"]]}, ensure_ascii=False) + "\n"
                    for record in lines(options.export))
    dumped = subprocess.run([options.program], input=given, capture_output=True, text=True, check=True).stdout
    gold, event = collections.defaultdict(list), {}
    for report in lines(options.gold):
        gold[report["file"]].append(report)
        event[report["file"]] = report["event"]

    def groups(side):
        return {report["group"] for report in gold[side["article"]]
                if any(max(span["begin"], report["span"][0]) < min(span["end"], report["span"][1]) for span in side["content"])}

    features, same, events = [], [], []
    for line in dumped.splitlines():
        pair = json.loads(line)
        a, b = (event.get(pair[side]["article"]) for side in "ab")
        if a is None or a != b:
            continue
        features.append(pair["features"])
        same.append(bool(groups(pair["a"]) & groups(pair["b"])))
        events.append(a)
    return np.array(features), np.array(same), np.array(events)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "export", "articles", "gold", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    features, same, events = pairs(options)
    scores = np.zeros(len(same))
    for learned, measured in GroupKFold(5).split(features, same, events):
        scores[measured] = model().fit(features[learned], same[learned]).predict_proba(features[measured])[:, 1]
    print(f"{len(same)} pairs, {same.sum()} of one utterance")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6):
        given = scores >= threshold
        precision, recall = same[given].mean(), given[same].mean()
        print(f"  from {threshold}: precision {100 * precision:.1f} recall {100 * recall:.1f} F1 {200 * precision * recall / (precision + recall):.1f}")
    whole = model().fit(features, same)
    scale, fit = whole[0], whole[1]
    weights = fit.coef_[0] / scale.scale_
    bias = fit.intercept_[0] - (weights * scale.mean_).sum()
    with open(options.out, "w", encoding="utf-8") as file:
        file.write(f"{bias:.4f}f, {{{', '.join(f'{weight:.4f}f' for weight in weights)}}}\n")


if __name__ == "__main__":
    main()

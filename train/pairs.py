"""The judgement of pairs by the arithmetic of docs/model-format.md, "Pairs", for samples; the C++ twin is src/tag/pair_reader.
relate/reader.py trains it."""
import numpy as np

ZONES, HEADS, PLACES, RANK, INNER = 5, 4, 64, 16, 128                       # as src/tag/blueprint.h
CONTENT_WORDS, WORDS_BEFORE, WORDS_BEHIND = 80, 25, 12                      # as src/tag/pair_reader.cpp
FURTHEST, STRONGEST = 5.0, 15.0


def words_of(begins, ends, pieces):
    """Numbers of the words that meet the pieces [(begin, end)], piece by piece; begins and ends are arrays."""
    out = []
    for begin, end in pieces:
        out.extend(range(np.searchsorted(ends, begin, side="right"), np.searchsorted(begins, end, side="left")))
    return out


def zones_of(begins, ends, statement):
    """Of a statement {source, cue, content: [(begin, end)]}: the words of its source, its cue, its content and around them."""
    zones = [words_of(begins, ends, statement[role]) for role in ("source", "cue", "content")]
    zones[2] = zones[2][:CONTENT_WORDS]
    own = set(sum(zones, []))
    around = range(max(0, min(own) - WORDS_BEFORE), min(len(begins), max(own) + 1 + WORDS_BEHIND)) if own else ()
    return zones + [[i for i in around if i not in own]]


def normed(x, t, name):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5) * t[name + ".gain"] + t[name + ".bias"]


def judge(t, vectors, begins, ends, question):
    """[pairs, 7]: how likely each pair is tied. t: {name without "pair.": array}; vectors [words, width];
    question: {"statements", "mentions", "asked": [(from, to)], "features": [pairs, n]} in bytes."""
    def linear(x, name):
        return x @ t[name].T + t[name + ".bias"]

    width, count = len(t["actor"]), len(question["statements"])
    zones = [zones_of(begins, ends, statement) for statement in question["statements"]]
    role = np.zeros(len(begins), int)
    for zone in range(3):
        role[[i for statement in zones for i in statement[zone]]] = zone + 1
    rows = linear(normed(vectors, t, "words_norm"), "words") + t["role"][role] + t["place"][np.minimum(np.arange(len(begins)) // 16, PLACES - 1)]

    def mean(words, zone):
        weight = np.exp(np.clip(rows[words, zone * HEADS:(zone + 1) * HEADS], -STRONGEST, STRONGEST))
        value = rows[words, ZONES * HEADS:].reshape(-1, HEADS, width // HEADS)
        return ((weight[..., None] * value).sum(0) / (weight.sum(0) + 1e-6)[:, None]).reshape(-1)

    acting = np.array([np.concatenate([mean(statement[zone], zone) for zone in range(4)]) for statement in zones])
    acting = normed(np.maximum(linear(acting, "zones"), 0), t, "norm")
    named = [mean(words_of(begins, ends, [span]), 4) for span in question["mentions"]]
    both = np.concatenate([acting, normed(np.maximum(linear(np.array(named), "mention"), 0), t, "norm")]) if named else acting
    asked = np.array(question["asked"])
    told = np.clip((np.array(question["features"]) - t["feature_mean"]) / t["feature_step"], -FURTHEST, FURTHEST)
    told = linear(np.maximum(linear(told, "features"), 0), "features_out")
    pair = np.maximum(linear(acting, "actor")[asked[:, 0]] + linear(both, "target")[asked[:, 1]] + told, 0)
    score = linear(np.maximum(linear(normed(pair, t, "pair_norm"), "pair"), 0), "types")
    product = linear(acting, "actor_types").reshape(-1, 7, RANK)[asked[:, 0]] * linear(both, "target_types").reshape(-1, 7, RANK)[asked[:, 1]]
    score = score + product.sum(-1) / 4
    nothing = linear(acting, "nothing")[:, 0]
    out = np.zeros_like(score)
    for n in range(count):
        mine = asked[:, 0] == n
        if mine.any():
            top = max(score[mine].max(), nothing[n])
            out[mine] = np.exp(score[mine] - top) / (np.exp(score[mine] - top).sum() + np.exp(nothing[n] - top))
    return out


def question_for(record, features, seed=3):
    """A question about a sample's statements [{role: [{"begin", "end"}]}], with drawn features, and its first cue as a mention."""
    chance = np.random.RandomState(seed)
    statements = [{role: [[span["begin"], span["end"]] for span in row[role]] for role in ("source", "cue", "content")} for row in record]
    mentions = [statements[0]["cue"][0]] if statements and statements[0]["cue"] else []
    asked = [[a, b] for a in range(len(statements)) for b in range(len(statements) + len(mentions)) if a != b]
    return {"statements": statements, "mentions": mentions, "asked": asked,
            "features": np.round(chance.uniform(0, 2, (len(asked), features)), 2).tolist()}

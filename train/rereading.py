"""The second reading (docs/model-format.md, "Second reading"): which words are read again for a statement, and the arithmetic that the format
prescribes, for samples; the C++ twin is src/tag/second_reading. relate/second.py trains it."""
import numpy as np
import torch

import pairs
from model import BUCKETS, DISTANCE_EDGES

MARKS, MOST_WORDS, MOST_TARGETS = 8, 160, 6                                      # as src/tag/blueprint.h and second_reading.cpp
OF_ACTOR = {"source": 16, "cue": 8, "content": 64}
OF_TARGET = {"source": 12, "cue": 8, "content": 32}
OF_MENTION = 32
AROUND_ACTOR, AROUND_MENTION = (12, 6), (8, 6)
TARGET_MARKS, MENTION_MARK = 3, 7
ROLES = ("source", "cue", "content")


def order_of(likely, mine):
    """Of the pairs `mine` those that are asked about again, the likeliest first."""
    return [mine[n] for n in np.argsort(-likely[mine].sum(1), kind="stable")[:MOST_TARGETS]]


def asked(begins, ends, question, actor, order):
    """What is read again for the statement `actor`, and what is then asked: {"pairs": those of `order` for which there was room, "words": numbers
    of the words, rising, "marks": of each, "first", "last": between which words the statement stands, "question": as pairs.judge has it, the
    statement first, "rows": which of the question's pairs}."""
    count, statements = len(begins), question["statements"]

    def some(pieces, most):
        return pairs.words_of(begins, ends, pieces)[:most]

    mine = statements[actor]
    own = some(mine["content"], OF_ACTOR["content"]) + some(mine["cue"], OF_ACTOR["cue"])
    source = some(mine["source"], OF_ACTOR["source"])
    place = own or source or [0]
    words = set(own) | set(beside(own, count, AROUND_ACTOR)) | set(source)
    out = {"statements": [mine], "mentions": [], "asked": []}
    kept, to_statement = [], []
    for pair in order:
        to = question["asked"][pair][1]
        if to < len(statements):
            more = set().union(*(some(statements[to][role], OF_TARGET[role]) for role in ROLES))
        else:
            more = some([question["mentions"][to - len(statements)]["words"]], OF_MENTION)
            more = set(more) | set(beside(more, count, AROUND_MENTION))
        if kept and len(words | more) > MOST_WORDS:
            continue
        words |= more
        kept.append(pair)
        to_statement.append(to < len(statements))
        if to < len(statements):
            out["asked"].append([0, len(out["statements"])])
            out["statements"].append(statements[to])
        else:
            out["asked"].append([0, len(out["mentions"])])
            out["mentions"].append({"words": question["mentions"][to - len(statements)]["words"], "elsewhere": []})
    for one, statement in zip(out["asked"], to_statement):
        if not statement:
            one[1] += len(out["statements"])
    words = np.array(sorted(words), dtype=np.int64)
    return {"pairs": kept, "words": words, "marks": marks_of(begins[words], ends[words], out), "first": min(place), "last": max(place), "question": out}


def beside(own, count, reach):
    """The words before and behind all of `own`."""
    if not own:
        return []
    return [*range(max(0, min(own) - reach[0]), min(own)), *range(max(own) + 1, min(count, max(own) + 1 + reach[1]))]


def marks_of(begins, ends, question):
    """What each of the words is to the question's first statement."""
    marks = np.zeros(len(begins), np.int64)
    for mention in question["mentions"]:
        marks[pairs.words_of(begins, ends, [mention["words"]])] = MENTION_MARK
    zones = [pairs.zones_of(begins, ends, statement) for statement in question["statements"]]
    for some, added in ((zones[1:], TARGET_MARKS), (zones[:1], 0)):
        for role in range(3):
            marks[[word for statement in some for word in statement[role]]] = role + 1 + added
    return marks


def buckets_of(one):
    """How far each row is from the statement: [CLS], then the words."""
    words = one["words"]
    far = np.where(words < one["first"], words - one["first"], np.maximum(0, words - one["last"]))
    size = np.searchsorted(DISTANCE_EDGES, np.abs(far), side="right")
    return np.concatenate([[BUCKETS // 2], BUCKETS // 2 + np.sign(far) * size])


def window_of(ends, first):
    """In which window, by the words that the windows end behind, a word is decided."""
    return int(np.searchsorted(ends, first, side="right"))


@torch.no_grad()
def below(model, article, windows, layers):
    """(rows [words, width] before the last so many layers, those of the windows' [CLS], behind which word each window ends)."""
    from windows import batch      # which reads texts; what else is here does not
    words, cls = [], []
    for window in windows:
        packed = batch([(article, window)], article.vocabulary.pad)
        f = packed["features"]
        x = model.begun(packed["ids"], f[..., 0], f[..., 1], f[..., 2])
        for layer in model.layers[:-layers]:
            x = layer(x, None)
        own = packed["at"][0, window.core_first - window.first:window.core_last - window.first]
        words.append(x[0, own])
        cls.append(x[0, 0])
    return torch.cat(words), torch.stack(cls), np.array([window.core_last for window in windows])


@torch.no_grad()
def revised(again, lower, begins, ends, question, likely, least):
    """`likely` [pairs, kinds] as it is once the statements whose sum is at least `least` were read again; `again` as onrec.second_of gives it."""
    layers, t = again
    rows, cls, window_ends = lower
    judge = {name.removeprefix("judge."): value for name, value in t.items() if name.startswith("judge.")}
    out = likely.copy()
    actors = np.array([one[0] for one in question["asked"]])
    for actor in range(len(question["statements"])):
        mine = np.where(actors == actor)[0]
        if not len(mine) or (likely[mine] @ t["asks"]).sum() < least:
            continue
        one = asked(begins, ends, question, actor, order_of(likely, mine))
        x = torch.cat([cls[window_of(window_ends, one["first"])][None], rows[one["words"]]])
        x = x + torch.from_numpy(t["mark"][np.concatenate([[0], one["marks"]])] + t["far"][buckets_of(one)])
        x = x[None]
        for layer in layers:
            x = layer(x, None)
        told = one["question"] | {"features": [question["features"][pair] for pair in one["pairs"]]}
        out[mine] = 0
        out[one["pairs"]] = pairs.judge(judge, x[0, 1:].numpy().astype(float), begins[one["words"]], ends[one["words"]], told, one["words"])
    return out

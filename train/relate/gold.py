"""Annotated relations (contract/relations.md) laid on the statements and candidate pairs that the program finds."""
import collections
import json

TYPES = ["retracts", "clarifies", "reaffirms", "denies", "disputes", "supports", "responds"]
HEAD = 5   # columns of a pair before its features: record, from, to (-1: a mention), the mention's begin and end


def spans(statement, roles=("content", "cue", "source")):
    return [(s["begin"], s["end"]) for role in roles for s in statement.get(role) or []]


def overlaps(pieces, target):
    return any(max(begin, target[0]) < min(end, target[1]) for begin, end in pieces)


def agreement(pieces, target):
    """Shared bytes over all bytes of the two."""
    both = sum(max(0, min(end, target[1]) - max(begin, target[0])) for begin, end in pieces)
    return both / max(1, sum(end - begin for begin, end in pieces) + target[1] - target[0] - both)


def read(paths):
    """{file: [annotated relations]}."""
    out = collections.defaultdict(list)
    for path in paths:
        for line in open(path, encoding="utf-8"):
            item = json.loads(line)
            out[item["file"]].append(item)
    return out


def lay(record, items, pairs):
    """What the items say of a record's statements and of its pairs [(from, to, begin, end)], of each item in turn:

    (type, the statement that acts or None, all statements in question, [(pair, how well it fits)] best first)."""
    whole = [spans(s) for s in record["statements"]]
    content = [spans(s, ("content",)) or w for s, w in zip(record["statements"], whole)]
    out = []
    for item in items:
        near = {i for i, w in enumerate(whole) if overlaps(w, item["from"])}
        best = max(near, key=lambda i: agreement(content[i], item["from"]), default=None)
        fitting = []
        for n, (actor, to, begin, end) in enumerate(pairs):
            if actor not in near or not overlaps(whole[to] if to >= 0 else [(begin, end)], item["to"]):
                continue
            of_target = agreement(content[to], item["to"]) if to >= 0 else 0.5
            asked = 0.5 if (item["target"] == "statement") == (to >= 0) else 0.0
            fitting.append((n, agreement(content[actor], item["from"]) + of_target + asked))
        fitting.sort(key=lambda f: (-f[1], -f[0]))
        out.append((TYPES.index(item["type"]), best, near, fitting))
    return out

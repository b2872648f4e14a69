"""The judgement of pairs by the arithmetic of docs/model-format.md, "Judges", for samples; the C++ twin is src/tag/pair_judge.
judge.py has what is trained."""
import numpy as np

ZONES, MENTION_ZONES, HEADS, PLACES, RANK, INNER = 4, 3, 4, 64, 16, 128      # as src/tag/blueprint.h
CONTENT_WORDS, ELSEWHERE = 80, 12                                            # as src/tag/pair_judge.cpp
AROUND_STATEMENT, AROUND_MENTION = (25, 12), (12, 10)
FURTHEST, STRONGEST = 5.0, 15.0
SAMPLED = 8                                                                  # statements of a sample
OF = ("relation", "day", "audience", "speaker")


def words_of(begins, ends, pieces):
    """Numbers of the words that meet the pieces [(begin, end)], piece by piece; begins and ends are arrays."""
    out = []
    for begin, end in pieces:
        out.extend(range(np.searchsorted(ends, begin, side="right"), np.searchsorted(begins, end, side="left")))
    return out


def around(own, count, reach):
    """The words before and behind those of `own`, and between them."""
    if not own:
        return []
    return [i for i in range(max(0, min(own) - reach[0]), min(count, max(own) + 1 + reach[1])) if i not in own]


def zones_of(begins, ends, statement):
    """Of a statement {source, cue, content: [(begin, end)]}: the words of its source, its cue, its content and around them."""
    zones = [words_of(begins, ends, statement[role]) for role in ("source", "cue", "content")]
    zones[2] = zones[2][:CONTENT_WORDS]
    return zones + [around(set(sum(zones, [])), len(begins), AROUND_STATEMENT)]


def mention_zones_of(begins, ends, mention):
    """Of a mention {words: (begin, end), elsewhere: [(begin, end)]}: its words, those around them, and those of its other places."""
    words = words_of(begins, ends, [mention["words"]])
    return [words, around(set(words), len(begins), AROUND_MENTION), words_of(begins, ends, mention["elsewhere"][:ELSEWHERE])]


def roles_of(count, zones):
    """What each word is in the statements of these zones."""
    role = np.zeros(count, int)
    for zone in range(3):
        role[[i for statement in zones for i in statement[zone]]] = zone + 1
    return role


def plain(x):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5)


def judge(t, vectors, begins, ends, question, numbers=None):
    """[pairs, kinds]: how likely each pair is tied. t: a judge's {name: array}; vectors [words, width]; numbers: of the words in their text, where
    they are not all of it; question: {"statements", "mentions", "asked": [(from, to)], "features": [pairs, n]} in bytes."""
    def linear(x, name):
        return x @ t[name].T + t[name + ".bias"]

    def normed(x, name):
        return plain(x) * t[name + ".gain"] + t[name + ".bias"]

    width, kinds, count = len(t["actor"]), len(t["types"]), len(question["statements"])
    zones = [zones_of(begins, ends, statement) for statement in question["statements"]]
    rows = linear(plain(vectors), "words") + t["role"][roles_of(len(begins), zones)] + t["place"][np.minimum((np.arange(len(begins)) if numbers is None else numbers) // 16, PLACES - 1)]

    def mean(words, zone):
        weight = np.exp(np.clip(rows[words, zone * HEADS:(zone + 1) * HEADS], -STRONGEST, STRONGEST))
        value = rows[words, (ZONES + MENTION_ZONES) * HEADS:].reshape(-1, HEADS, width // HEADS)
        return ((weight[..., None] * value).sum(0) / (weight.sum(0) + 1e-6)[:, None]).reshape(-1)

    acting = np.array([np.concatenate([mean(statement[zone], zone) for zone in range(ZONES)]) for statement in zones])
    acting = normed(np.maximum(linear(acting, "zones"), 0), "norm")
    both = acting
    if question["mentions"]:
        named = [np.concatenate([mean(words, ZONES + zone) for zone, words in enumerate(mention_zones_of(begins, ends, mention))])
                 for mention in question["mentions"]]
        both = np.concatenate([acting, normed(np.maximum(linear(np.array(named), "mention"), 0), "mention_norm")])
    asked = np.array(question["asked"])
    told = np.clip((np.array(question["features"]) - t["feature_mean"]) / t["feature_step"], -FURTHEST, FURTHEST)
    told = linear(np.maximum(linear(told, "features"), 0), "features_out")
    pair = np.maximum(linear(acting, "actor")[asked[:, 0]] + linear(both, "target")[asked[:, 1]] + told, 0)
    score = linear(np.maximum(linear(normed(pair, "pair_norm"), "pair"), 0), "types")
    product = linear(acting, "actor_types").reshape(-1, kinds, RANK)[asked[:, 0]] * linear(both, "target_types").reshape(-1, kinds, RANK)[asked[:, 1]]
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
    """A question about the first of a sample's statements [{role: [{"begin", "end"}]}], with drawn features, and its first cue as a mention."""
    record = record[:SAMPLED]
    chance = np.random.RandomState(seed)
    statements = [{role: [[span["begin"], span["end"]] for span in row[role]] for role in ("source", "cue", "content")} for row in record]
    mentions = [{"words": statements[0]["cue"][0], "elsewhere": statements[0]["source"]}] if statements and statements[0]["cue"] else []
    asked = [[a, b] for a in range(len(statements)) for b in range(len(statements) + len(mentions)) if a != b]
    return {"statements": statements, "mentions": mentions, "asked": asked,
            "features": np.round(chance.uniform(0, 2, (len(asked), features)), 2).tolist()}

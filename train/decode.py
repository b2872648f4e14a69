"""From scores to attributions: Viterbi over the article, then links. The C++ twin is src/tag/decode."""
import torch

from corpora import ROLES, TAGS
from model import allowed, link_scores
from windows import batch, hidden_words, tagging_windows


def viterbi(scores, step):
    """Best tag sequence; scores [W,7] and step [7,7] are nested lists of floats. I-x may not start the article."""
    kinds = range(len(TAGS))
    best = [s + (-1e4 if TAGS[k][0] == "I" else 0.0) for k, s in enumerate(scores[0])]
    back = []
    for row in scores[1:]:
        came, new = [], []
        for j in kinds:
            i = max(kinds, key=lambda k: best[k] + step[k][j])
            came.append(i)
            new.append(best[i] + step[i][j] + row[j])
        back.append(came)
        best = new
    tag = max(kinds, key=lambda k: best[k])
    out = [tag]
    for came in reversed(back):
        tag = came[tag]
        out.append(tag)
    return out[::-1]


def spans(tags):
    """{role: [(first, last)]} of word indices."""
    out = {role: [] for role in ROLES}
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        role = ROLES[(tag - 1) // 2]
        if TAGS[tag][0] == "B" or i == 0 or tags[i - 1] == 0 or (tags[i - 1] - 1) // 2 != (tag - 1) // 2:
            out[role].append([i, i])
        else:
            out[role][-1][1] = i
    return out


class Scores:
    """What the model says of one article: vectors and tag scores a word, hidden vectors a window."""

    def __init__(self, windows, core, tag, name, hidden, cls):
        self.windows, self.core, self.tag, self.name, self.hidden, self.cls = windows, core, tag, name, hidden, cls
        self.home = [n for n, w in enumerate(windows) for _ in range(w.core_first, w.core_last)]


def score_articles(model, articles, batch_size=16):
    """[Scores], in the articles' order; windows of all articles are batched by length."""
    items = [(a, n, w) for a, article in enumerate(articles) for n, w in enumerate(tagging_windows(article, model.blueprint))]
    order = sorted(range(len(items)), key=lambda i: sum(articles[items[i][0]].size[items[i][2].first:items[i][2].last]))
    hidden, cls = [None] * len(items), [None] * len(items)
    with torch.inference_mode():
        for at in range(0, len(order), batch_size):
            chunk = order[at:at + batch_size]
            packed = batch([(articles[items[i][0]], items[i][2]) for i in chunk], articles[items[chunk[0]][0]].vocabulary.pad)
            h, c = hidden_words(model, packed)
            for row, i in enumerate(chunk):
                hidden[i], cls[i] = h[row, :items[i][2].last - items[i][2].first].clone(), c[row].clone()
        out = []
        for a in range(len(articles)):
            mine = [i for i in range(len(items)) if items[i][0] == a]
            windows = [items[i][2] for i in mine]
            core = [hidden[i][w.core_first - w.first:w.core_last - w.first] for i, w in zip(mine, windows)]
            core = torch.cat(core) if core else torch.zeros(0, model.blueprint.width)
            out.append(Scores(windows, core, model.tag(core), model.name(core), [hidden[i] for i in mine], [cls[i] for i in mine]))
    return out


def attributions(model, article, scores):
    """[{role: [(first word, last word)], "said": float}] of one article, in the order of the cues."""
    if not article.words:
        return []
    step = (model.transition + allowed()).tolist()
    found = spans(viterbi(scores.tag.tolist(), step))
    cues = found["cue"]
    out = [{"source": [], "cue": [tuple(c)], "content": [], "said": 0.0} for c in cues]
    with torch.inference_mode():
        for first, last in found["content"]:
            n = scores.home[first]
            window, hidden = scores.windows[n], scores.hidden[n]
            seen = [i for i, c in enumerate(cues) if window.first <= c[0] < window.last]
            if not seen:
                continue
            mine = torch.arange(first, min(last + 1, window.last))
            heads = torch.tensor([cues[i][0] for i in seen])
            s = link_scores(model.content_q(hidden[mine - window.first]), model.content_k(hidden[heads - window.first]),
                            model.content_distance, mine, heads)
            out[seen[int(s.log_softmax(1).mean(0).argmax())]]["content"].append((first, last))
        for item, cue in zip(out, cues):
            n = scores.home[cue[0]]
            window, hidden = scores.windows[n], scores.hidden[n]
            head = hidden[cue[0] - window.first]
            item["said"] = float(model.said(head))
            seen = [s for s in found["source"] if window.first <= s[0] < window.last]
            at = torch.tensor([s[0] for s in seen], dtype=torch.long)
            q = model.source_q(head)[None]
            none = q @ model.source_k(scores.cls[n]) / q.shape[1] ** 0.5
            options = [float(none)]
            if seen:
                options += link_scores(q, model.source_k(hidden[at - window.first]), model.source_distance,
                                       torch.tensor([cue[0]]), at)[0].tolist()
            pick = max(range(len(options)), key=lambda i: options[i])
            if pick:
                item["source"].append(tuple(seen[pick - 1]))
    return [item for item in out if item["content"]]


def statements(article, items):
    """Contract records (byte spans) of word-index attributions."""
    from pieces import byte_offsets
    table = byte_offsets(article.text)

    def place(span):
        return {"begin": table[article.words[span[0]].begin], "end": table[article.words[span[1]].end]}

    return [{"id": f"s{n}", **{role: [place(s) for s in item[role]] for role in ROLES},
             "communicated": item["said"] > 0} for n, item in enumerate(items, 1)]

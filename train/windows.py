"""Cuts an article's words into windows of word pieces, for training and for tagging, and packs windows into batches."""
from dataclasses import dataclass

import torch

from corpora import IGNORE
from pieces import words


class Article:
    """The words of a text with their piece ids."""

    def __init__(self, text, vocabulary):
        self.text, self.vocabulary = text, vocabulary
        self.words = words(text)
        self.pieces = [vocabulary.of(w.plain) for w in self.words]
        self.size = [len(p) for p in self.pieces]


@dataclass
class Window:
    first: int          # words [first, last) are seen,
    last: int
    core_first: int     # of which [core_first, core_last) are decided here
    core_last: int


def tagging_windows(article, blueprint):
    """Windows whose cores tile the article. docs/model-format.md says the rule in words."""
    size, count, room = article.size, len(article.size), blueprint.window - 2
    out, core = [], 0
    while core < count:
        first, left = core, 0
        while first > 0 and left + size[first - 1] <= blueprint.context:
            first -= 1
            left += size[first]
        limit = room - left
        end, used = core, 0
        while end < count and used + size[end] <= limit:
            used += size[end]
            end += 1
        if end < count:
            while end > core + 1 and used > limit - blueprint.context:
                end -= 1
                used -= size[end]
            cut, kept = end, used
            while cut > core + 1 and kept > limit // 2 and not article.words[cut].paragraph:
                cut -= 1
                kept -= size[cut]
            if article.words[cut].paragraph and kept > limit // 2:
                end, used = cut, kept
        core_end, last = end, end
        around = blueprint.context_limit or blueprint.window
        core_size = used
        while last < count and left + used + size[last] <= min(room, left + core_size + around):
            used += size[last]
            last += 1
        if last == count:
            while first > 0 and left + used + size[first - 1] <= min(room, used + around):
                first -= 1
                left += size[first]
        out.append(Window(first, last, core, core_end))
        core = core_end
    return out


def training_windows(article, blueprint, random):
    """Windows that tile the article from a random offset: every word once."""
    size, count, room = article.size, len(article.size), blueprint.window - 2
    total = sum(size)
    out, first = [], 0
    limit = room if total <= room else random.randint(room // 4, room)
    while first < count:
        last, used = first, 0
        while last < count and used + size[last] <= limit:
            used += size[last]
            last += 1
        out.append(Window(first, last, first, last))
        first, limit = last, room
    return out


def batch(items, pad):
    """items: [(article, window)] -> dict of tensors; `at` [B,W] is the first piece of each word, 0 past the end."""
    rows = []
    for article, window in items:
        vocabulary = article.vocabulary
        ids, features, at = [vocabulary.cls], [(0, 0, 0)], []
        for i in range(window.first, window.last):
            at.append(len(ids))
            word = article.words[i]
            ids.extend(article.pieces[i])
            features.extend([(word.case, word.quote, word.paragraph)] * article.size[i])
        ids.append(vocabulary.sep)
        features.append((0, 0, 0))
        rows.append((ids, features, at))
    B, T, W = len(rows), max(len(r[0]) for r in rows), max(max(len(r[2]) for r in rows), 1)
    out = {"ids": torch.full((B, T), pad), "features": torch.zeros(B, T, 3, dtype=torch.long),
           "at": torch.zeros(B, W, dtype=torch.long), "lengths": torch.tensor([len(r[2]) for r in rows]), "mask": None}
    for b, (ids, features, at) in enumerate(rows):
        out["ids"][b, :len(ids)] = torch.tensor(ids)
        out["features"][b, :len(ids)] = torch.tensor(features)
        out["at"][b, :len(at)] = torch.tensor(at)
    if any(len(r[0]) < T for r in rows):
        out["mask"] = torch.zeros(B, 1, 1, T)
        for b, r in enumerate(rows):
            out["mask"][b, :, :, len(r[0]):] = -1e4
    return out


def hidden_words(model, packed):
    """(hidden of first pieces [B,W,H], hidden of [CLS] [B,H])."""
    f = packed["features"]
    hidden = model.encode(packed["ids"], f[..., 0], f[..., 1], f[..., 2], packed["mask"])
    at = packed["at"][..., None].expand(-1, -1, hidden.shape[2])
    return hidden.gather(1, at), hidden[:, 0]


def padded(lists, value=IGNORE):
    width = max(max(len(x) for x in lists), 1)
    return torch.tensor([list(x) + [value] * (width - len(x)) for x in lists])

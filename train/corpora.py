"""Reads the corpora: PolNeAR attributions, the communicated marks of data/speakers, names of worldwide-newswire."""
import collections
import glob
import gzip
import json
import os
import re

from pieces import words

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAME_KINDS = ("person", "organisation", "place", "misc")
NAME_TAGS = ("O",) + tuple(f"{p}-{k}" for k in NAME_KINDS for p in "BI")
IGNORE = -100


def read_text(path):
    with open(path, "rb") as handle:
        return handle.read().decode("utf-8")


def read_brat(path):
    """Attributions of one .ann file: dicts of role -> list of (begin, end) in characters."""
    spans, out = {}, []
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 2 or not parts[0]:
            continue
        if parts[0][0] == "T":
            kind, _, where = parts[1].partition(" ")
            try:
                spans[parts[0]] = [tuple(map(int, piece.split(" "))) for piece in where.split(";")]
            except ValueError:
                continue
        elif parts[0][0] == "E":
            item = {role: [] for role in ROLES}
            for argument in parts[1].split(" ")[1:]:
                name, _, ref = argument.partition(":")
                role = re.sub(r"\d+$", "", name).lower()
                if role in item and ref in spans:
                    item[role] += spans[ref]
            if item["cue"] and item["content"]:
                out.append(item)
    return out


def merged(text, spans):
    """Sorted spans, trimmed, touching ones joined (as the scorer joins them)."""
    out = []
    for begin, end in sorted(spans):
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin >= end:
            continue
        if out and begin >= out[-1][1] and not text[out[-1][1]:begin].strip():
            out[-1] = (out[-1][0], end)
        else:
            out.append((begin, end))
    return out


def word_span(text_words, starts, begin, end):
    """Indices [first, last] of the words that overlap [begin, end), or None."""
    import bisect
    first = max(bisect.bisect_right(starts, begin) - 1, 0)
    while first < len(text_words) and text_words[first].end <= begin:
        first += 1
    last = bisect.bisect_left(starts, end) - 1
    return (first, last) if first <= last else None


def polnear_labels(text, text_words, attributions, communicated=None):
    """Tags per word, and links: content word -> cue word, cue word -> source word (-1: none), cue word -> 0/1."""
    starts = [w.begin for w in text_words]
    tags = [0] * len(text_words)
    content_cue, cue_source, cue_said = {}, {}, {}

    def lay(span, role):
        b = 1 + 2 * ROLES.index(role)
        for i in range(span[0], span[1] + 1):
            if tags[i] == 0 or i == span[0]:
                tags[i] = b if i == span[0] else b + 1

    for item in attributions:
        cues = [word_span(text_words, starts, *s) for s in merged(text, item["cue"])]
        cues = [c for c in cues if c]
        if not cues:
            continue
        cue = cues[0]
        for s in cues:
            lay(s, "cue")
        sources = [s for s in (word_span(text_words, starts, *s) for s in merged(text, item["source"])) if s]
        for s in sources:
            lay(s, "source")
        cue_source[cue[0]] = sources[0][0] if sources else -1
        for s in merged(text, item["content"]):
            span = word_span(text_words, starts, *s)
            if span:
                lay(span, "content")
                for i in range(span[0], span[1] + 1):
                    content_cue[i] = cue[0]
        if communicated:
            mark = communicated.get(tuple(merged(text, item["cue"])))
            if mark is not None:
                cue_said[cue[0]] = int(mark)
    return tags, content_cue, cue_source, cue_said


def read_communicated(path, texts):
    """{file: {cue spans: 0/1}} of data/speakers, in characters; texts maps a file's name to its text."""
    from pieces import byte_offsets
    out = collections.defaultdict(dict)
    tables = {}
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        text = texts.get(row["file"])
        if text is None or row.get("communicated") is None:
            continue
        if row["file"] not in tables:
            tables[row["file"]] = {b: i for i, b in enumerate(byte_offsets(text))}
        table = tables[row["file"]]
        cue = [(table[begin], table[end]) for begin, end in row["cue"]]
        out[row["file"]][tuple(merged(text, cue))] = row["communicated"]
    return out


def polnear(folder, speakers=None):
    """[(name, text, [attributions of each annotator], communicated)], by name."""
    grouped = collections.defaultdict(list)
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        grouped[os.path.basename(path)[:-4].rsplit("_", 1)[0] + ".txt"].append(path)
    texts = {name: read_text(os.path.join(folder, "text", name)) for name in grouped}
    said = read_communicated(speakers, texts) if speakers else {}
    return [(name, texts[name], [read_brat(p) for p in paths], said.get(name)) for name, paths in sorted(grouped.items())]


def news(folder, years=range(2015, 2020)):
    """(id, text) of data/news, in file order."""
    for year in years:
        with gzip.open(os.path.join(folder, f"{year}.jsonl.gz"), "rt", encoding="utf-8") as handle:
            for number, line in enumerate(handle):
                yield f"{year}-{number}", json.loads(line)["text"]


NEWSWIRE_KINDS = {"Person": 0, "Organization": 1, "Location": 2, "Facility": 2, "NORP": 3, "Misc": 3, "Product": 3}


def newswire(folder):
    """[(text, name tags a word)] of worldwide-newswire; text is the annotated tokens with spaces between."""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "processed_annotated", "*.tsv"))):
        text, marks = "", []
        for line in open(path, encoding="utf-8"):
            parts = line.rstrip("\n").split("\t")
            if len(parts) < 2 or not parts[0].strip():
                continue
            text += " " if text else ""
            marks.append((len(text), len(text) + len(parts[0]), parts[1].strip()))
            text += parts[0]
        text_words = words(text)
        tags, at = [], 0
        for word in text_words:
            while at + 1 < len(marks) and marks[at][1] <= word.begin:
                at += 1
            prefix, _, kind = marks[at][2].partition("-")
            if kind not in NEWSWIRE_KINDS:
                tags.append(0)
                continue
            first = prefix in "BS" and word.begin == marks[at][0]
            tags.append(1 + 2 * NEWSWIRE_KINDS[kind] + (0 if first else 1))
        if len(text_words) > 20:
            out.append((text, tags))
    return out

"""Attributions of PolNeAR's gold and of `onrecord extract`, paired as score_polnear.py pairs them, for the figures by form
and kind of cue (run.py) and for the report of errors (errors.py). Spans are (begin, end) in characters of the text.
"""
import collections
import dataclasses
import importlib.util
import pathlib
import re

ROLES = ("source", "cue", "content")
FORMS = ("direct", "indirect", "mixed")
CUES = ("say", "other word", "phrase", "noun", "according to", "none")

SAY = {"say", "says", "said", "saying", "tell", "tells", "told", "telling"}
# Behind one of these stands a noun.
BEFORE_NOUN = {"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your", "’s", "'s",
               "s", "no", "any", "of", "in", "with"}
NOUN = re.compile(r"(ments?|tions?|sions?|ances?|ences?|isms?|reports?|claims?|comments?|remarks?|beliefs?|views?|ideas?|"
                  r"fears?|hopes?|concerns?|words?|news|doubts?|polls?|surveys?|studies|study)$")


@dataclasses.dataclass
class Attribution:
    spans: dict  # role -> ((begin, end), ...), sorted
    tokens: dict  # role -> numbers of the tokens covered
    form: str
    cue: str
    confidence: float = 1.0

    @property
    def hull(self):
        every = [span for role in ROLES for span in self.spans[role]]
        return min(b for b, _ in every), max(e for _, e in every)


@dataclasses.dataclass
class Annotated:
    """One annotation file: its text, what the annotator found, what we found, and the pairs that match softly."""
    name: str
    text: str
    tokens: list  # (begin, end)
    gold: list
    ours: list
    pairs: list  # of those that match softly: (index into gold, index into ours)
    strict: set  # of ours, those that equal one of the gold in every role


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score_polnear", shared / "eval" / "score_polnear.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def quoted(text):
    """For each character, whether it stands inside double quotation marks (these included)."""
    inside, out = False, []
    for character in text:
        if character in "\n\r":
            inside = False
        opens = character in "“«" or (character == '"' and not inside)
        closes = character in "”»" or (character == '"' and inside)
        out.append(inside or opens or closes)
        inside = (inside or opens) and not closes
    return out


def form_of(content, tokens, marks):
    inside = [marks[tokens[t][0]] for t in content]
    return "indirect" if not any(inside) else "direct" if all(inside) else "mixed"


def cue_kind(cue, words):
    """Told by the words alone: there is no parse to ask."""
    if not cue:
        return "none"
    mine = [words[t] for t in sorted(cue)]
    if "according" in mine:
        return "according to"
    if not any(word[0].isalpha() for word in mine):
        return "none"
    if len(mine) == 1 and mine[0] in SAY:
        return "say"
    before = words[min(cue) - 1] if min(cue) > 0 else ""
    if mine[0] in BEFORE_NOUN or before in BEFORE_NOUN or NOUN.search(mine[-1]):
        return "noun"
    return "other word" if len(mine) == 1 else "phrase"


def pair_up(gold, ours):
    """As score_polnear.py does for `linked soft`."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(ours):
            union = g.tokens["content"] | p.tokens["content"]
            jaccard = len(g.tokens["content"] & p.tokens["content"]) / len(union) if union else 1.0
            source = bool(g.tokens["source"] & p.tokens["source"]) or not (g.tokens["source"] or p.tokens["source"])
            if jaccard >= 0.5 and g.tokens["cue"] & p.tokens["cue"] and source:
                candidates.append((jaccard, i, j))
    pairs, used_gold, used_ours = [], set(), set()
    for _, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if i not in used_gold and j not in used_ours:
            used_gold.add(i), used_ours.add(j), pairs.append((i, j))
    return pairs


def read(shared, gold, predicted):
    """Every annotation file of the folder `gold` beside the statements of the file `predicted`."""
    score = scorer(shared)
    statements = score.read_pred(predicted)
    for file in sorted((pathlib.Path(gold) / "attributions").glob("*.ann")):
        name = file.name[:-4].rsplit("_", 1)[0] + ".txt"
        path = pathlib.Path(gold) / "text" / name
        if not path.exists():
            continue
        text = path.read_bytes().decode("utf-8")
        table = score.byte_to_char(text)
        tokens = [match.span() for match in score.TOKEN.finditer(text)]
        words = [text[b:e].lower() for b, e in tokens]
        marks = quoted(text)
        starts = {begin: number for number, (begin, _) in enumerate(tokens)}

        def attribution(spans, confidence=1.0):
            covered = {role: {starts[b] for s, e in spans[role] for b in range(s, e) if b in starts and tokens[starts[b]][1] <= e}
                       for role in ROLES}
            return Attribution(spans, covered, form_of(covered["content"], tokens, marks),
                               cue_kind(covered["cue"], words), confidence)

        theirs = [attribution({role: score.pieces(text, a[role]) for role in ROLES}) for a in score.read_gold(file)]
        ours = [attribution({role: score.pieces(text, [(table[s["begin"]], table[s["end"]]) for s in one.get(role) or []])
                             for role in ROLES}, one.get("confidence", 0.0)) for one in statements.get(name, [])]
        left = collections.Counter(tuple(g.spans[role] for role in ROLES) for g in theirs)
        exact = set()
        for j, p in enumerate(ours):
            key = tuple(p.spans[role] for role in ROLES)
            if left[key] > 0:
                left[key] -= 1
                exact.add(j)
        yield Annotated(file.name[:-4], text, tokens, theirs, ours, pair_up(theirs, ours), exact)


def f1(hits_of_ours, ours, hits_of_gold, gold):
    precision = hits_of_ours / ours if ours else 0.0
    recall = hits_of_gold / gold if gold else 0.0
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


def figures(annotated):
    """Soft linked F1 by form and by kind of cue: recall over the gold of the kind, precision over what we took for it."""
    count = collections.Counter()
    for one in annotated:
        found = {i for i, _ in one.pairs}
        right = {j for _, j in one.pairs}
        for side, attributions, hits in (("gold", one.gold, found), ("ours", one.ours, right)):
            for n, attribution in enumerate(attributions):
                for kind in (attribution.form, attribution.cue):
                    count[kind, side] += 1
                    count[kind, side, "hit"] += n in hits
    return {kind: {"f1": f1(count[kind, "ours", "hit"], count[kind, "ours"], count[kind, "gold", "hit"], count[kind, "gold"]),
                   "gold": count[kind, "gold"], "ours": count[kind, "ours"]} for kind in FORMS + CUES}

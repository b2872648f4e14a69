"""Words and word pieces of an article, each with its byte range, and the three features of a word.

The C++ twin is src/tag/; docs/model-format.md states the rules. Nothing here knows about labels or tensors.
"""
import functools
import unicodedata
from dataclasses import dataclass

CLS, SEP, UNK, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
LONGEST_WORD = 100
OPENING, CLOSING, EITHER = "\u201c\u00ab", "\u201d\u00bb", '"'
CASE_OTHER, CASE_LOWER, CASE_INITIAL, CASE_UPPER, CASE_MIXED = range(5)
QUOTE_OUTSIDE, QUOTE_INSIDE, QUOTE_MARK = range(3)

SPACE, DROP, SINGLE, LETTERS = range(4)


@functools.cache
def character(char):
    """(kind, normalised text) of one code point."""
    code, category = ord(char), unicodedata.category(char)
    if char in "\t\n\v\f\r\x85" or category in ("Zs", "Zl", "Zp"):
        return SPACE, ""
    if code in (0, 0xFFFD) or category[0] == "C":
        return DROP, ""
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or category[0] == "P":
        return SINGLE, char
    if (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF or 0x2A700 <= code <= 0x2CEAF
            or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F):
        return SINGLE, unicodedata.normalize("NFD", char)
    plain = "".join(c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn")
    return LETTERS, plain


def case_class(word):
    letters = [c for c in word if c.isupper() or c.islower()]
    if not letters:
        return CASE_OTHER
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return CASE_LOWER
    if upper == len(letters) and upper >= 2:
        return CASE_UPPER
    if upper == 1 and letters[0].isupper():
        return CASE_INITIAL
    return CASE_MIXED


@dataclass
class Word:
    begin: int            # characters
    end: int
    plain: str
    case: int
    quote: int
    paragraph: int        # 1 on the first word of a paragraph


def words(text):
    """Basic tokens, left to right. A paragraph starts at the first word and after any white space that holds a newline."""
    out, begin, plain = [], None, []
    fresh, inside = True, False

    def close(end):
        nonlocal begin, plain, fresh
        if begin is not None:
            out.append(Word(begin, end, "".join(plain), case_class(text[begin:end]),
                            QUOTE_INSIDE if inside else QUOTE_OUTSIDE, int(fresh)))
            fresh, begin, plain = False, None, []

    for index, char in enumerate(text):
        kind, normal = character(char)
        if kind == DROP:
            continue
        if kind == SPACE:
            close(index)
            if char in "\n\r":
                fresh, inside = True, False
        elif kind == SINGLE:
            close(index)
            state = QUOTE_INSIDE if inside else QUOTE_OUTSIDE
            if char in OPENING:
                inside, state = True, QUOTE_MARK
            elif char in CLOSING:
                inside, state = False, QUOTE_MARK
            elif char in EITHER:
                inside, state = not inside, QUOTE_MARK
            out.append(Word(index, index + 1, normal, CASE_OTHER, state, int(fresh)))
            fresh = False
        else:
            if begin is None:
                begin = index
            plain.append(normal)
    close(len(text))
    # A word may end in dropped characters: end it after its last kept one.
    for word in out:
        while word.end - 1 > word.begin and character(text[word.end - 1])[0] == DROP:
            word.end -= 1
    return out


class Vocabulary:
    def __init__(self, pieces):
        self.pieces = list(pieces)
        self.ids = {piece: index for index, piece in enumerate(self.pieces)}
        self.cls, self.sep, self.unk, self.pad = (self.ids[p] for p in (CLS, SEP, UNK, PAD))
        self.of = functools.lru_cache(maxsize=1 << 18)(self._of)

    def _of(self, word):
        """Piece ids of one normalised word: greedy, longest first; one [UNK] where that fails."""
        if not word or len(word) > LONGEST_WORD:
            return (self.unk,)
        out, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = ("##" if start else "") + word[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return (self.unk,)
            out.append(self.ids[piece])
            start = end
        return tuple(out)


def byte_offsets(text):
    """byte_offsets(text)[i] is the byte at which character i starts; one more entry for the end."""
    table, position = [], 0
    for char in text:
        table.append(position)
        position += len(char.encode("utf-8"))
    table.append(position)
    return table

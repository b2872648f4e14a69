#!/usr/bin/env python3
"""Write src/resolve/lexicon_small.cpp: the words that news writes small wherever a capital is not owed to their place.

  small_words.py NEWS.jsonl.gz...

Only words in the midst of a sentence are counted, behind a small letter, a comma or a semicolon. One is taken that is written
small LEAST times or more and in SHARE of all places that are not all in capitals; regular forms of a taken one are left to `written_small` (lexicon.cpp).
"""
import collections
import gzip
import json
import pathlib
import re
import sys

LEAST = 60
SHARE = 0.97
WIDTH = 116
inside = re.compile(r"(?<=[a-z,;] )[A-Za-z]{3,}(?![\w'’-])")

# The endings of regular forms and what stands for them in the word itself, as lexicon.cpp has them.
ENDINGS = [("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
           ("ily", "y"), ("ly", "")]


def stems(word):
    for ending, instead in ENDINGS:
        stem = word[:len(word) - len(ending)]
        if not word.endswith(ending) or len(stem) < 3:
            continue
        yield stem + instead
        if ending in ("ed", "ing") and not instead and len(stem) > 3 and stem[-1] == stem[-2]:
            yield stem[:-1]


def main():
    small, capital = collections.Counter(), collections.Counter()
    for path in sys.argv[1:]:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                for word in inside.findall(json.loads(line)["text"]):
                    if not word.isupper():
                        (small if word.islower() else capital)[word.lower()] += 1
    taken = {word for word in small if small[word] >= LEAST and small[word] >= SHARE * (small[word] + capital[word])}
    words = sorted(word for word in taken if not any(stem in taken for stem in stems(word)))
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > WIDTH - 4:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line.rstrip())
    body = "\n".join(f'    "{line}"' for line in lines)
    out = pathlib.Path(__file__).resolve().parent.parent.parent / "src" / "resolve" / "lexicon_small.cpp"
    out.write_text("// Words that news writes small wherever a capital is not owed to their place. Written by\n"
                   "// train/resolve/small_words.py, hence its length.\n"
                   '#include "resolve/lexicon_words.h"\n\nnamespace onrecord::resolving::lists {\n\n'
                   f"const std::string_view small_words =\n{body};\n\n}}  // namespace onrecord::resolving::lists\n",
                   encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()

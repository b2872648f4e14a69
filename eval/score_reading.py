#!/usr/bin/env python3
"""Measure how well pages are read: main text, title, day and authors against pages with known answers.

Usage: score_reading.py --data DIR [--program build/read_articles] [--with-trafilatura]
                        [--with-readability MODULES] [--worst N] [--language en|all]

  --data  a folder with readability/NAME/{source.html,expected.html,expected-metadata.json} and
          fundus/COUNTRY/{OUTLET_YYYY_MM_DD.html.gz,OUTLET.json}.

Main text: F1 over word 4-grams a page (texts shorter than four words: over words), then the mean over pages. Expected from
fundus: summary, section headlines and paragraphs; from readability: the words of its expected content.
Title: the same letters and digits (an outlet behind the expected title may be left out). Day: the same calendar day. Authors: the same set of names. Each only over pages that
state one. English pages are told by their expected text's function words. Seconds are of the processor, start-up included. Only the
Python standard library is used, and trafilatura or readability (with Node, from a folder where `npm install
@mozilla/readability jsdom` was run) where the comparison is asked for. The expected contents of readability's own pages are
what readability gives.
"""
import argparse, collections, glob, gzip, html.parser, json, os, re, resource, subprocess, sys, time

WORD = re.compile(r"\w+")
COMMON = set("the of and to in a that is for on with was it as he by at be from his said not are have this but an".split())
BLOCKS = set("p div li ul ol h1 h2 h3 h4 h5 h6 td th tr table section article header footer figure figcaption blockquote br pre".split())


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data):
        self.parts.append(data)


def html_words(source):
    parser = Words()
    parser.feed(source)
    return "".join(parser.parts)


def is_english(text):
    words = [word.lower() for word in WORD.findall(text)]
    return len(words) >= 4 and sum(word in COMMON for word in words) > 0.2 * len(words)


def fundus(root):
    for answers in sorted(glob.glob(os.path.join(root, "fundus", "*", "*.json"))):
        versions = json.load(open(answers, encoding="utf-8"))
        pages = sorted(glob.glob(answers[:-5] + "_[0-9][0-9][0-9][0-9]_*.html.gz"))
        if len(pages) != len(versions):
            continue
        for page, (_, gold) in zip(pages, sorted(versions.items())):
            body = gold.get("body") or {}
            lines = list(body.get("summary") or [])
            for section in body.get("sections") or []:
                lines += section["headline"] + section["paragraphs"]
            yield dict(page=page, set="fundus", text="\n".join(lines), title=gold.get("title"), authors=gold.get("authors") or [],
                       day=(gold.get("publishing_date") or "")[:10])


def readability(root):
    for folder in sorted(glob.glob(os.path.join(root, "readability", "*"))):
        gold = json.load(open(os.path.join(folder, "expected-metadata.json"), encoding="utf-8"))
        text = html_words(open(os.path.join(folder, "expected.html"), encoding="utf-8").read())
        byline = gold.get("byline")
        yield dict(page=os.path.join(folder, "source.html"), set="readability", text=text, title=gold.get("title"),
                   authors=[byline] if byline and len(byline) < 40 and re.match(r"[A-Z]\w+( [A-Z]\S*)+$", byline) else [],
                   day=(gold.get("publishedTime") or "")[:10])


def f1(expected, found):
    def grams(text):
        words = [word.lower() for word in WORD.findall(text)]
        size = min(4, len(words)) or 1
        return collections.Counter(tuple(words[i:i + size]) for i in range(len(words) - size + 1))
    gold, mine = grams(expected), grams(found)
    if not gold or not mine:
        return float(not gold and not mine)
    both = sum((gold & mine).values())
    return 2 * both / (sum(gold.values()) + sum(mine.values()))


def skeleton(text):
    return re.sub(r"[\W_]+", "", text or "").casefold()


def same_title(gold, found):
    """The same letters and digits; an outlet's name that the expected title ends with may be left out."""
    gold, found = gold or "", found or ""
    whole = skeleton(gold) == skeleton(found)
    marks = re.split(r"\s+[|\-–—·:]+\s+|\s+\[", gold)
    return whole or any(skeleton(" ".join(marks[:i])) == skeleton(found) for i in range(1, len(marks)))


def names_of(authors):
    """One name an entry, without "By"."""
    names = []
    for author in authors:
        names += re.split(r",\s+|\s+and\s+", re.sub(r"^(by|par|von)\s+", "", author.strip(), flags=re.I))
    return {skeleton(name) for name in names if name}


def same_day(day, found):
    return bool(found) and day == found[:10]


def run_timed(command, given=None):
    """What a program printed, and the seconds of processor that it took."""
    def spent():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime
    before = spent()
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True), spent() - before


def read_with_program(program, pages):
    run, spent = run_timed([program, *pages])
    found = {}
    for line in run.stdout.splitlines():
        record = json.loads(line)
        found[record["path"]] = record
    return found, spent


def read_with_trafilatura(pages):
    import trafilatura
    found, start = {}, time.process_time()
    for page in pages:
        data = gzip.open(page).read() if page.endswith(".gz") else open(page, "rb").read()
        text, meta = trafilatura.extract(data, include_comments=False, include_tables=True), trafilatura.extract_metadata(data)
        found[page] = dict(text=text or "", title=getattr(meta, "title", None), published=getattr(meta, "date", None),
                           byline=[name.strip() for name in (getattr(meta, "author", None) or "").split(";") if name.strip()])
    return found, time.process_time() - start


def read_with_readability(modules, pages):
    run, spent = run_timed(["node", os.path.join(os.path.dirname(os.path.abspath(__file__)), "readability.mjs"), modules], "\n".join(pages))
    if run.returncode:
        sys.exit(run.stderr)
    found = {}
    for record in map(json.loads, run.stdout.splitlines()):
        found[record["path"]] = dict(text=html_words(record["content"]), title=record["title"], published=record["publishedTime"],
                                     byline=[record["byline"]] if record["byline"] else [])
    return found, spent


def measure(pages, found):
    rows = []
    for page in pages:
        mine = found.get(page["page"]) or dict(text="", title="", byline=[], published=None)
        row = dict(page=page, mine=mine, text=f1(page["text"], mine["text"]))
        row["title"] = same_title(page["title"], mine["title"]) if page["title"] else None
        row["day"] = same_day(page["day"], mine["published"]) if page["day"] else None
        row["authors"] = names_of(page["authors"]) == names_of(mine["byline"]) if page["authors"] else None
        rows.append(row)
    return rows


def mean(values):
    values = [float(value) for value in values if value is not None]
    return (100 * sum(values) / len(values), len(values)) if values else (0.0, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", default="build/read_articles")
    parser.add_argument("--with-trafilatura", action="store_true")
    parser.add_argument("--with-readability", metavar="MODULES")
    parser.add_argument("--language", default="en", choices=["en", "all"])
    parser.add_argument("--worst", type=int, default=0, help="show the N worst texts and every wrong title, day and author")
    options = parser.parse_args()

    pages = [page for page in [*fundus(options.data), *readability(options.data)] if options.language == "all" or is_english(page["text"])]
    if not pages:
        sys.exit("no pages found below " + options.data)
    names = [page["page"] for page in pages]
    runs = [("onrecord", *read_with_program(options.program, names))]
    if options.with_trafilatura:
        runs.append(("trafilatura", *read_with_trafilatura(names)))
    if options.with_readability:
        runs.append(("readability", *read_with_readability(options.with_readability, names)))
    size = sum(len(gzip.open(name).read()) if name.endswith(".gz") else os.path.getsize(name) for name in names)
    for reader, found, spent in runs:
        rows = measure(pages, found)
        print(f"{reader}: {len(pages)} pages, {size / 1e6:.1f} MB in {spent:.2f} s of processor ({size / 1e6 / spent:.1f} MB/s)")
        for part in ("fundus", "readability"):
            chosen = [row for row in rows if row["page"]["set"] == part]
            figures = [f"{what} {mean(row[what] for row in chosen)[0]:.1f} of {mean(row[what] for row in chosen)[1]}"
                       for what in ("text", "title", "day", "authors")]
            print(f"  {part:12}", "  ".join(figures))
        print(f"  {'together':12}", "  ".join(f"{what} {mean(row[what] for row in rows)[0]:.1f}" for what in ("text", "title", "day", "authors")))
        if reader == "onrecord" and options.worst:
            for row in sorted(rows, key=lambda row: row["text"])[:options.worst]:
                print(f"    {100 * row['text']:5.1f}  {row['page']['page'][len(options.data):]}  expected {len(row['page']['text'])},"
                      f" found {len(row['mine']['text'])} characters")
            for what, key, gold in (("title", "title", "title"), ("day", "published", "day"), ("authors", "byline", "authors")):
                for row in rows:
                    if row[what] is False:
                        print(f"    {what}: {row['page']['page'][len(options.data):]}: {row['page'][gold]!r}, found {row['mine'][key]!r}")


if __name__ == "__main__":
    main()

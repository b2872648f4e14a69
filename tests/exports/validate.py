#!/usr/bin/env python3
"""Every export, read by programs that are not ours: scripts/exports.sh makes the environment that this needs.

    validate.py PROGRAM

A ledger is made of the story in examples/ and of texts that a spreadsheet or a careless reader would stumble over."""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import html5lib
import jsonschema
import pandas
import pyarrow
import pyarrow.ipc
import pyarrow.parquet
from pyld import jsonld

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
program = str(pathlib.Path(sys.argv[1]).resolve())

AWKWARD = [
    "“=1+1,” Ada Lund said on Monday. “@home,” she added. “Two\u2028lines,” said Per Holm.",
    "Søren Ærø, “the <b>ferry</b> \\ man”, said that 5 > 3 & 2 < 4. “💧 water is ‘wet’,” he said.",
]
# The terms of https://www.w3.org/ns/anno.jsonld that the export uses; the real one cannot be fetched without a network.
ANNO = {"@context": {
    "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#", "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "AnnotationPage": "as:OrderedCollectionPage", "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "Software": "as:Application",
    "describing": "oa:describing", "identifying": "oa:identifying",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "generator": {"@type": "@id", "@id": "as:generator"}, "name": "foaf:name", "value": "rdf:value", "format": "dc:format",
    "language": "dc:language", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"}}}
SCHEMA_ORG = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id", "@id": "https://schema.org/url"}}}
# What schema.org 28 allows of these types, with those they inherit from.
CREATIVE_WORK = {"text", "dateCreated", "isPartOf", "author", "hasPart", "headline", "url", "identifier", "datePublished", "inLanguage",
                 "publisher", "name"}
ALLOWED = {"NewsArticle": CREATIVE_WORK, "Quotation": CREATIVE_WORK | {"spokenByCharacter"},
           "Claim": CREATIVE_WORK | {"appearance", "firstAppearance", "claimInterpreter"}, "Person": {"name"}, "Organization": {"name"}}


def run(*arguments, feed=None):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, input=feed)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}: {done.stderr.decode()}")
    return done.stdout


def expect(holds, what):
    if not holds:
        sys.exit(f"exports: {what}")


def loader(url, _options=None):
    known = {"http://www.w3.org/ns/anno.jsonld": ANNO, "https://schema.org": SCHEMA_ORG}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": known[url]}


def check_csv(data, rows):
    ours = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    expect(len(ours) == len(frame) == len(rows), "CSV: pandas, csv and the rows count differently")
    for row, told in zip(ours, rows):
        for name, value in row.items():
            wanted = told[name] or ""
            expect(value in (wanted, "'" + wanted), f"CSV: {name} of {row['statement']} is another")
            expect(value.lstrip(" ")[:1] not in ("=", "+", "-", "@", "\t", "\r"), f"CSV: {value} is a formula")
    expect((frame["statement"] == [row["statement"] for row in rows]).all(), "CSV: pandas reads other rows")
    return f"{len(frame)} rows by pandas and csv"


def check_columns(rows, lines, folder):
    for name, option in (("a.parquet", "--parquet"), ("a.arrows", "--arrow")):
        done = subprocess.run([sys.executable, root / "scripts/columns.py", option, folder / name], input=lines)
        expect(done.returncode == 0, f"columns.py {option} fails")
    parquet = pyarrow.parquet.read_table(folder / "a.parquet")
    with pyarrow.ipc.open_stream(str(folder / "a.arrows")) as reader:
        stream = reader.read_all()
    stream.validate(full=True)
    expect(parquet.num_rows == stream.num_rows == len(rows), "columns: rows are lost")
    expect(stream.column("content").to_pylist() == [row["content"] for row in rows], "columns: other words")
    expect(parquet.column("content").to_pylist() == [row["content"] for row in rows], "columns: other words in Parquet")
    frame = pandas.read_parquet(folder / "a.parquet")
    published = [row["published"] for row in rows]
    expect([None if pandas.isna(d) else d.isoformat() for d in frame["published"]] == published, "columns: other days")
    return f"{stream.num_rows} rows, {stream.num_columns} columns by pyarrow and pandas"


def check_annotations(data, articles, rows):
    document = json.loads(data)
    schema = json.loads((here / "annotation.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(document)
    expanded = jsonld.expand(document, {"documentLoader": loader})
    quads = jsonld.to_rdf(document, {"documentLoader": loader, "format": "application/n-quads"})
    expect(quads.count("/oa#hasTarget>") >= len(rows), "annotations: statements are lost on the way to RDF")
    expect(len(expanded) == 1 and len(document["items"]) == len(rows), "annotations: statements are lost")
    ids = [item["id"] for item in document["items"]]
    expect(len(set(ids)) == len(ids), "annotations: two bear one id")
    found = 0
    for item in document["items"]:
        for target in item["target"]:
            text = articles.get(target["source"])
            if text is None:
                continue
            quote, position = target["selector"]
            expect(text[position["start"]:position["end"]] == quote["exact"], f"annotations: {item['id']} points elsewhere")
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            expect(around in text, f"annotations: what stands around {item['id']} does not")
            found += 1
    expect(found > 0, "annotations: none could be found in its text")
    return f"{len(ids)} annotations by jsonschema and PyLD, {found} positions found in their texts"


def check_schema_org(data, rows):
    document = json.loads(data)
    nodes = jsonld.flatten(document, None, {"documentLoader": loader})
    base = "https://schema.org/"
    kinds = {}
    for node in nodes:
        kind = node["@type"][0].removeprefix(base)
        kinds[kind] = kinds.get(kind, 0) + 1
        used = {name.removeprefix(base) for name in node if not name.startswith("@")}
        expect(used <= ALLOWED[kind], f"schema.org: {kind} knows no {used - ALLOWED.get(kind, set())}")
    known = {node["@id"] for node in nodes}
    for node in nodes:
        for name in ("isPartOf", "appearance"):
            for target in node.get(base + name, []):
                expect(target["@id"] in known, f"schema.org: {node['@id']} points at nothing")
    wanted = [row for row in rows if row["communicated"] == "yes" and row["polarity"] == "asserted" and row["content"]]
    said = sum(1 for node in nodes if node["@type"][0] in (base + "Quotation", base + "Claim") and node["@id"].startswith("urn:"))
    expect(said == len(wanted), f"schema.org: {said} statements for {len(wanted)}")
    return f"{len(nodes)} nodes by PyLD: " + ", ".join(f"{kinds[kind]} {kind}" for kind in sorted(kinds))


def check_page(data, name):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(data.decode())
    expect(page.find("body/header/h1").text == name, "page: it is another's")
    sayings = page.findall(".//article")
    expect(sayings and all(saying.find("blockquote").text for saying in sayings), "page: a saying without words")
    return f"{len(sayings)} sayings by html5lib"


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        ledger = folder / "made.ledger"
        for i, text in enumerate(AWKWARD):
            (folder / f"{i}.txt").write_text(text)
        run("add", "--ledger", ledger, root / "examples/ferries", *(folder / f"{i}.txt" for i in range(len(AWKWARD))))
        lines = run("export", "--ledger", ledger, "--format", "rows")
        rows = [json.loads(line) for line in lines.splitlines()]
        expect(any("=1+1" in (row["content"] or "") for row in rows), "no statement is awkward")
        keys = {record["article"]["id"]: record["article"]["key"]
                for record in map(json.loads, run("export", "--ledger", ledger).splitlines())}
        articles = {}
        for i, text in enumerate(AWKWARD):
            known = json.loads(run("extract", folder / f"{i}.txt").splitlines()[0])["article"]["id"]
            articles["urn:onrecord:" + keys[known]] = text
        print("CSV:", check_csv(run("export", "--ledger", ledger, "--format", "csv"), rows))
        print("Arrow, Parquet:", check_columns(rows, lines, folder))
        print("annotations:", check_annotations(run("export", "--ledger", ledger, "--format", "annotations"), articles, rows))
        print("schema.org:", check_schema_org(run("export", "--ledger", ledger, "--format", "schema-org"), rows))
        for name in ("Maren Oskeld", "Ada Lund"):
            print("page:", check_page(run("timeline", "--ledger", ledger, "--print", name), name))


if __name__ == "__main__":
    main()

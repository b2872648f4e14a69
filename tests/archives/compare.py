#!/usr/bin/env python3
"""Pages packed into a web archive give the same articles and statements as the loose files, in the same order.

    compare.py PROGRAM [--count N] [--model NAME] [--threads N] PATH...

Takes the pages (.html, .htm, .txt, each also gzipped) below the paths, again from the front until there are N, and packs them as
servers send them: chunked, gzipped, deflated, twice gzipped, as they are; the archive plain or one gzip member a record. Then
`extract` reads the loose files and the archive. Nothing else than the standard library is needed."""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import zlib


def pages_below(paths):
    for path in paths:
        for file in sorted([path] if path.is_file() else path.rglob("*")):
            name = file.name.removesuffix(".gz")
            if file.is_file() and name.endswith((".html", ".htm", ".txt")):
                data = file.read_bytes()
                yield name, gzip.decompress(data) if file.name.endswith(".gz") else data


def chunked(data):
    parts = [data[i:i + 3000] for i in range(0, len(data), 3000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


SENT = [
    (b"", lambda data: data),
    (b"Transfer-Encoding: chunked\r\n", chunked),
    (b"Content-Encoding: gzip\r\n", gzip.compress),
    (b"Content-Encoding: deflate\r\n", zlib.compress),
    (b"Content-Encoding: gzip, gzip\r\n", lambda data: gzip.compress(gzip.compress(data))),
    (b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", lambda data: chunked(gzip.compress(data))),
]


def record(kind, address, block, content_type):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n").encode()
    return head + block + b"\r\n\r\n"


def pack(pages, out, one_member_each):
    wrap = gzip.compress if one_member_each else bytes
    with open(out, "wb") as file:
        file.write(wrap(record("warcinfo", "urn:made", b"software: compare.py\r\n", "application/warc-fields")))
        for i, (name, data) in enumerate(pages):
            address = f"https://made.example/{i}/{name}"
            file.write(wrap(record("request", address, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")))
            fields, send = SENT[i % len(SENT)]
            kind = b"text/plain" if name.endswith(".txt") else b"text/html"
            block = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n" + fields + b"\r\n" + send(data)
            file.write(wrap(record("response", address, block, "application/http; msgtype=response")))


def extracted(options, paths):
    """What is said, but for what an archive may tell besides: the path, the address, and the id made with it."""
    command = [options.program, "extract", "--model", options.model, "--threads", str(options.threads), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    for article in articles:
        del article["source"], article["article"]["id"]
    return articles, done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("paths", nargs="+", type=pathlib.Path)
    parser.add_argument("--count", type=int)
    parser.add_argument("--model", default="fast")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    pages = list(pages_below(options.paths))
    if not pages:
        sys.exit("no pages")
    wanted = options.count or len(pages)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        loose = folder / "loose"
        loose.mkdir()
        for i, (name, data) in enumerate(pages):
            (loose / f"{i:06}{pathlib.Path(name).suffix}").write_bytes(data)
        alone, refusals = extracted(options, [loose])
        same = len(refusals.splitlines())
        print(f"{len(pages)} loose pages: {len(alone)} articles, {same} refusals and notes")
        repeated = [pages[i % len(pages)] for i in range(wanted)]
        for name, each in (("pages.warc", False), ("pages.warc.gz", True)):
            pack(repeated, folder / name, each)
            packed, notes = extracted(options, [folder / name])
            print(f"{name}: {notes.strip().splitlines()[-1]}")
            articles = len(packed)
            if wanted == len(pages):
                equal = packed == alone
            else:  # the loose ones again and again
                whole, rest = divmod(wanted, len(pages))
                head, _ = extracted(options, sorted(loose.iterdir())[:rest]) if rest else ([], "")
                equal = packed == alone * whole + head
            if not equal:
                first = next((i for i, pair in enumerate(zip(packed, alone * (wanted // len(pages) + 1)))
                              if pair[0] != pair[1]), None)
                sys.exit(f"{name}: its {articles} articles differ from the loose ones, first at {first}")
            print(f"{name}: {wanted} pages, {articles} articles, the same as the loose ones")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Asks `onrecord serve` for every view and every kind of search, many clients at once, while an `add` runs.

    bench/load.py PROGRAM LEDGER [--clients 16] [--seconds 60] [--pause MS] [--add PATH...] [--out FILE]

Works on a copy of LEDGER beside it (removed at the end), so nothing of LEDGER changes. --add reads PATHs (articles, as
`onrecord add` takes them) into the copy for as long as the clients ask. What is asked for is drawn from the ledger
itself, the frequent and the rare alike, and is the same for the same ledger. Prints, for each kind of question, how
often it was asked, the 50th, 95th and 99th percentile and the longest answer in milliseconds, and bytes; and the server's
processor time: per request under load, and of each kind, asked alone (which a machine that does other things changes little;
the times of answers it changes much: "page", a file in memory, tells how much). Needs Python 3.9 alone.
"""
import argparse
import http.client
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse


def drawn(ledger, seed=6):
    """Kinds of questions, each with a list of addresses."""
    chance = random.Random(seed)
    base = sqlite3.connect(f"file:{urllib.parse.quote(ledger)}?mode=ro", uri=True)

    def column(sql):
        return [row[0] for row in base.execute(sql)]

    last = base.execute("SELECT max(number) FROM statement").fetchone()[0]
    some = [chance.randint(1, last) for _ in range(400)]
    marks = ",".join(map(str, some))
    statements = column(f"SELECT a.handle || '-s' || s.ordinal FROM statement s JOIN article a ON a.number = s.article WHERE s.number IN ({marks})")
    articles = column(f"SELECT DISTINCT a.handle FROM statement s JOIN article a ON a.number = s.article WHERE s.number IN ({marks})")
    speakers = column(f"SELECT DISTINCT p.handle FROM statement s JOIN speaker p ON p.number = s.speaker WHERE s.number IN ({marks})")
    loudest = column("SELECT (SELECT handle FROM speaker p WHERE p.name_key = n.name_key AND p.kind = n.kind AND p.merges = 1 LIMIT 1) "
                     "FROM named n WHERE merges = 1 ORDER BY statements DESC LIMIT 30")
    names = column(f"SELECT DISTINCT p.name FROM statement s JOIN speaker p ON p.number = s.speaker WHERE s.number IN ({marks})")
    loud_names = column("SELECT (SELECT name FROM speaker p WHERE p.name_key = n.name_key AND p.kind = n.kind LIMIT 1) "
                        "FROM named n WHERE merges = 1 ORDER BY statements DESC LIMIT 60")
    surnames = [name.split()[-1] for name in loud_names]
    outlets = column("SELECT outlet FROM article WHERE outlet IS NOT NULL GROUP BY 1")
    texts = column(f"SELECT w.content FROM statement_words w WHERE w.number IN ({marks})")
    words = [[word.strip("“”\"'‘’.,;:!?()…—") for word in text.split() if len(word) > 3] for text in texts]
    words = [[word for word in some_words if word.isalpha()] for some_words in words]
    words = [some_words for some_words in words if len(some_words) > 3]
    months = [f"{year}-{month:02}-01" for year in range(2012, 2020) for month in (1, 5, 9)]
    quote = urllib.parse.quote

    def one(choices):
        return lambda: quote(str(chance.choice(choices)), safe="")

    def two_words():
        start = chance.choice(words)
        return quote(" ".join(chance.sample(start, 2)))

    kinds = {
        "page": lambda: chance.choice(["/", "/page.js", "/page.css"]),
        "summary": lambda: "/api/v1/summary",
        "changes": lambda: f"/api/v1/changes?offset={20 * chance.randint(0, 12)}",
        "changes of a kind": lambda: "/api/v1/changes?type=" + chance.choice(["retracts", "denies", "clarifies", "reaffirms"]),
        "changes of a speaker": lambda: "/api/v1/changes?speaker=" + one(loud_names)(),
        "changes since": lambda: "/api/v1/changes?since=" + chance.choice(months),
        "speaker, any": lambda: "/api/v1/speakers/" + one(speakers)(),
        "speaker, loudest": lambda: "/api/v1/speakers/" + one(loudest)(),
        "speaker about": lambda: "/api/v1/speakers/" + one(loudest)() + "?about=" + quote(chance.choice(chance.choice(words))),
        "speakers by name": lambda: "/api/v1/speakers?name=" + one(names + surnames)(),
        "statement": lambda: "/api/v1/statements/" + one(statements)(),
        "article": lambda: "/api/v1/articles/" + one(articles)(),
        "outlets": lambda: "/api/v1/outlets",
        "search, one word": lambda: "/api/v1/search?words=" + quote(chance.choice(chance.choice(words))),
        "search, two words": lambda: "/api/v1/search?words=" + two_words(),
        "search, a common word": lambda: "/api/v1/search?words=" + chance.choice(["trump", "the", "said", "president", "people", "percent", "border"]),
        "search, word and outlet": lambda: "/api/v1/search?words=" + quote(chance.choice(chance.choice(words))) + "&outlet=" + one(outlets)(),
        "search, word and speaker": lambda: "/api/v1/search?words=" + quote(chance.choice(chance.choice(words))) + "&speaker=" + one(loud_names)(),
        "search, word and days": lambda: "/api/v1/search?words=" + quote(chance.choice(chance.choice(words))) + "&since=" + chance.choice(months) + "&form=direct",
        "search, word until": lambda: "/api/v1/search?words=" + quote(chance.choice(chance.choice(words))) + "&until=" + chance.choice(months),
        "search, a speaker": lambda: "/api/v1/search?speaker=" + one(loud_names)(),
        "search, an outlet": lambda: "/api/v1/search?outlet=" + one(outlets)(),
    }
    return {kind: [make() for _ in range(400)] for kind, make in kinds.items()}


def client(port, questions, number, until, pause, found):
    chance = random.Random(number)
    kinds = list(questions)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while time.monotonic() < until:
        kind = chance.choice(kinds)
        target = chance.choice(questions[kind])
        begun = time.monotonic()
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            size = len(answer.read())
            status = answer.status
        except (OSError, http.client.HTTPException) as error:
            size, status = 0, repr(error)
            connection.close()
        found.append((kind, time.monotonic() - begun, size, status, target))
        if pause:
            time.sleep(pause * chance.uniform(0.5, 1.5))


def clients_process(port, questions, numbers, seconds, pause, out):
    """A part of the clients in a process of its own, so that Python's lock does not slow the asking."""
    found, until = [], time.monotonic() + seconds
    threads = [threading.Thread(target=client, args=(port, questions, n, until, pause, found)) for n in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open(out, "w") as file:
        json.dump(found, file)


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def processor_ns(pid):
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat") as file:
            total += int(file.read().split()[0])
    return total


def costs(pid, port, questions, number):
    """The server's processor milliseconds for each of `number` different questions of a kind, asked one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    found = {}
    for kind, targets in questions.items():
        mine = []
        for target in list(dict.fromkeys(targets))[:number]:
            before = processor_ns(pid)
            connection.request("GET", target)
            connection.getresponse().read()
            mine.append((processor_ns(pid) - before) / 1e6)
        found[kind] = sorted(mine)
    return found


def adding(program, ledger, paths, stop, receipts):
    while not stop.is_set():
        process = subprocess.Popen([program, "add", "--ledger", ledger, *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and not stop.is_set():
            time.sleep(0.05)
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait()
        receipts.append(process.returncode)
        if not stop.is_set():
            break  # all is added


def percentile(sorted_values, share):
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))] if sorted_values else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("ledger")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0, help="milliseconds that a client waits between two questions")
    parser.add_argument("--costs", type=int, default=40, help="questions of each kind that are asked alone at the end, for their processor time")
    parser.add_argument("--add", nargs="+", default=[], help="articles to add meanwhile")
    parser.add_argument("--out", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "load.json"), help="a file for the figures, as JSON (bench/load.json)")
    choices = parser.parse_args()

    folder = tempfile.mkdtemp(prefix="onrecord-load-", dir=os.path.dirname(os.path.abspath(choices.ledger)))
    try:
        ledger = os.path.join(folder, "copy.ledger")
        shutil.copyfile(choices.ledger, ledger)
        server = subprocess.Popen([choices.program, "serve", "--ledger", ledger, "--port", "0"], stdout=subprocess.PIPE, text=True)
        port = int(server.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
        questions = drawn(ledger)
        articles = "SELECT max(number) FROM article"
        before = sqlite3.connect(ledger).execute(articles).fetchone()[0]
        stop, receipts = threading.Event(), []
        adder = threading.Thread(target=adding, args=(choices.program, ledger, choices.add, stop, receipts))
        if choices.add:
            adder.start()
            time.sleep(2)  # until its model is loaded
        used = processor_seconds(server.pid)
        parts = []
        pids = []
        for part in range(2):
            out = os.path.join(folder, f"found{part}")
            parts.append(out)
            pid = os.fork()
            if pid == 0:
                try:
                    clients_process(port, questions, range(part, choices.clients, 2), choices.seconds, choices.pause / 1000, out)
                finally:
                    os._exit(0)
            pids.append(pid)
        for pid in pids:
            os.waitpid(pid, 0)
        used = processor_seconds(server.pid) - used
        stop.set()
        if choices.add:
            adder.join()
        cost = costs(server.pid, port, questions, choices.costs)
        added = sqlite3.connect(ledger).execute(articles).fetchone()[0] - before
        server.send_signal(signal.SIGINT)
        server.wait()
        found = [one for part in parts for one in json.load(open(part))]
    finally:
        shutil.rmtree(folder)

    wrong = [one for one in found if one[3] != 200]
    print(f"{choices.clients} clients, {choices.seconds:g} s, pause {choices.pause:g} ms, {len(found)} requests, {len(wrong)} not answered 200; "
          f"{added} articles added meanwhile; {1000 * used / max(1, len(found)):.2f} ms of the server's processor time a request")
    for one in wrong[:5]:
        print("  ", one[3], one[4])
    print(f"{'':26}{'asked':>7}{'p50':>9}{'p95':>9}{'p99':>9}{'longest':>9}{'kB':>8}{'processor p50':>15}{'p95':>8}")
    rows = {}
    for kind in list(questions) + ["all"]:
        mine = [one for one in found if kind == "all" or one[0] == kind]
        times = sorted(1000 * one[1] for one in mine)
        if not times:
            continue
        row = {"asked": len(times), "p50": percentile(times, 0.5), "p95": percentile(times, 0.95), "p99": percentile(times, 0.99),
               "longest": times[-1], "processor_p50": percentile(cost.get(kind, sorted(sum(cost.values(), []))), 0.5),
               "processor_p95": percentile(cost.get(kind, sorted(sum(cost.values(), []))), 0.95), "kB": sum(one[2] for one in mine) / len(mine) / 1000}
        rows[kind] = {name: round(value, 1) for name, value in row.items()}
        print(f"{kind:26}{row['asked']:7}{row['p50']:9.1f}{row['p95']:9.1f}{row['p99']:9.1f}{row['longest']:9.1f}{row['kB']:8.1f}{row['processor_p50']:15.1f}{row['processor_p95']:8.1f}")
    slowest = sorted(found, key=lambda one: -one[1])[:5]
    for one in slowest:
        print(f"  slow: {1000 * one[1]:.0f} ms {one[4]}")
    if choices.out:
        with open(choices.out, "w") as file:
            json.dump({"clients": choices.clients, "seconds": choices.seconds, "pause_ms": choices.pause, "requests": len(found),
                       "not_200": len(wrong), "added": added, "processor_ms": round(1000 * used / max(1, len(found)), 3), "kinds": rows}, file, indent=1)
            file.write("\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

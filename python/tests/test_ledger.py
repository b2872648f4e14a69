"""A ledger from Python: what the command line answers, merging, and errors."""
import json
import pathlib
import pickle
import signal
import subprocess
import sys
import time

import onrecord
import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FERRIES = ROOT / "examples" / "ferries"
PROGRAM = ROOT / "build" / "onrecord"


def printed(*words):
    return [json.loads(line) for line in subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=True).stdout.splitlines()]


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader("accurate")


@pytest.fixture(scope="module")
def ferries(reader, tmp_path_factory):
    ledger = onrecord.Ledger.create(tmp_path_factory.mktemp("ferries") / "ferries.ledger", reader)
    added = ledger.add(FERRIES)
    assert added == (11, 0, [])
    return ledger


def test_answers_are_those_of_the_command_line(ferries):
    assert ferries.changes() == printed("changes", "--ledger", ferries.path, "--json") != []
    assert ferries.timeline("Maren Oskeld") == printed("timeline", "--ledger", ferries.path, "Maren Oskeld", "--json") != []
    assert ferries.search("ferry") == printed("search", "--ledger", ferries.path, "ferry", "--json") != []
    turn = ferries.changes()[0]
    assert [ferries.show(turn["id"])] == printed("show", "--ledger", ferries.path, turn["id"], "--json")
    assert list(ferries.records()) == printed("export", "--ledger", ferries.path)
    assert list(ferries.statements()) == printed("export", "--ledger", ferries.path, "--format", "rows")
    assert ferries.candidates() == printed("review", "--ledger", ferries.path, "--json")


def test_adding_again_changes_nothing(ferries):
    before = list(ferries.records())
    assert ferries.add(FERRIES) == (0, len(before), [])
    assert list(ferries.records()) == before and ferries.check() == []
    assert ferries.counts()["articles"] == len(before)


def test_ledgers_made_apart_are_one(ferries, reader, tmp_path):
    files = sorted(FERRIES.iterdir())
    parts = []
    for n in range(3):
        parts.append(onrecord.Ledger.create(tmp_path / f"{n}.ledger", reader))
        parts[-1].add(*files[n::3])
    whole = onrecord.Ledger.create(tmp_path / "whole.ledger")
    for part in (parts[2], parts[0], parts[1]):
        whole.merge(part.path)
    assert list(whole.records()) == list(ferries.records())
    assert whole.merge(parts[0].path) == (0, parts[0].counts()["articles"], [])
    assert whole.check() == []


def test_filters(ferries):
    everything = ferries.changes()
    assert len(ferries.changes(speaker="Maren Oskeld")) < len(everything)
    assert ferries.changes(speaker="Nobody At All") == []
    assert all(turn["type"] == "denies" for turn in ferries.changes(type="denies"))
    assert len(ferries.changes(sure=1.0)) < len(everything)
    with pytest.raises(ValueError, match="forgets"):
        ferries.changes(type="forgets")
    with pytest.raises(ValueError, match="yesterday"):
        ferries.search("ferry", since="yesterday")


def test_nobody_and_nothing(ferries, tmp_path):
    with pytest.raises(onrecord.Error, match="Nobody At All"):
        ferries.timeline("Nobody At All")
    with pytest.raises(onrecord.Error):
        ferries.show("ffffffffffffffff-s1")
    with pytest.raises(onrecord.Error, match="none.ledger"):
        onrecord.Ledger(tmp_path / "none.ledger")
    assert not (tmp_path / "none.ledger").exists()
    (tmp_path / "foreign").write_bytes(b"SQLite format 3\0 but not really")
    with pytest.raises(onrecord.Error):
        onrecord.Ledger(tmp_path / "foreign")


def test_verdicts(ferries):
    candidate = ferries.candidates()[0]
    verdict = ferries.reject(candidate["id"], by="a test", note="read both")
    assert ferries.verdicts() == [verdict] and verdict["by"] == "a test"
    assert candidate["id"] not in [turn["id"] for turn in ferries.candidates()]
    with pytest.raises(onrecord.Error):
        ferries.confirm("x0000000000000000", by="a test")


def test_speakers(ferries):
    [one] = [match for match in ferries.speakers("Oskeld") if match["name"] == "Maren Oskeld"]
    assert one["kind"] == "person" and ferries.timeline(one["id"]) == ferries.timeline("Maren Oskeld")


def test_articles_in_memory(reader, tmp_path):
    ledger = onrecord.Ledger.create(tmp_path / "memory.ledger", reader)
    told = []
    added = ledger.add_articles([{"text": "“No,” Ada Lund said.", "id": "a"}, {"id": "b"}], refused=told.append)
    assert (added.added, added.known, added.refused) == (1, 0, told) and len(told) == 1


def test_ctrl_c_keeps_what_is_done(tmp_path):
    path = tmp_path / "stopped.ledger"
    program = f"""
import onrecord, sys
ledger = onrecord.Ledger.create({str(path)!r}, onrecord.Reader("fast"))
print("begins", flush=True)
ledger.add_articles(({{"text": "Ada Lund said the toll is %d crowns." % n}} for n in range(50_000)), threads=1)
"""
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout.readline() == "begins\n"
    ledger = onrecord.Ledger(path)
    while ledger.counts()["articles"] == 0:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    assert "KeyboardInterrupt" in running.communicate(timeout=60)[1]
    assert 0 < ledger.counts()["articles"] < 50_000 and ledger.check() == []


def test_table(ferries):
    pytest.importorskip("pyarrow")
    table = ferries.table()
    assert table.num_rows == len(list(ferries.statements())) == ferries.counts()["statements"]


def test_who_stops_early(ferries):
    assert next(iter(ferries.records()))["article"]["id"]


def test_a_reader_travels(reader):
    assert pickle.loads(pickle.dumps(reader)).model == "accurate"

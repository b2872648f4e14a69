"""Reading articles from Python: what the command line prints, and nothing lost on the way."""
import json
import pathlib
import subprocess
import threading
import warnings

import onrecord
import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FERRIES = ROOT / "examples" / "ferries"
SAID = "“The toll stays,” Minister Ada Lund told Radio Fjord on Monday."


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader("accurate")


def test_records_are_those_of_the_command_line(reader):
    printed = subprocess.run([ROOT / "build" / "onrecord", "extract", FERRIES], capture_output=True, text=True, check=True).stdout
    assert list(reader.read(FERRIES)) == [json.loads(line) for line in printed.splitlines()]


def test_threads_do_not_change_order(reader):
    assert list(reader.read(FERRIES, threads=1)) == list(reader.read(FERRIES, threads=4))


def test_one_text(reader):
    record = reader.text(SAID, published="2031-05-14", outlet="The Post", id="post-1")
    assert record["article"]["id"] == "post-1" and record["article"]["outlet"] == "The Post"
    assert [s["name"] for s in record["speakers"] if s["id"] == record["statements"][0]["speaker"]] == ["Ada Lund"]
    begin, end = (record["statements"][0]["content"][0][k] for k in ("begin", "end"))
    assert SAID.encode()[begin:end].decode() in SAID


def test_what_is_refused_is_told(reader, tmp_path):
    with pytest.warns(onrecord.RefusedWarning, match="nowhere"):
        assert list(reader.read(tmp_path / "nowhere.txt")) == []
    told = []
    records = list(reader.read_articles([{"text": SAID}, {"title": "without a text"}, {"text": SAID + " It was noon."}], refused=told.append))
    assert len(records) == 2 and len(told) == 1 and ":2:" in told[0]


def test_one_text_without_an_article_is_an_error(reader):
    with pytest.raises(onrecord.Error):
        reader.text("")


def test_unknown_model():
    with pytest.raises(onrecord.Error, match="no-such"):
        onrecord.Reader("no-such")


def test_bad_day(reader):
    with pytest.raises(ValueError, match="2031-13-40"):
        list(reader.read(FERRIES, published="2031-13-40"))


def test_who_stops_early_leaves_nothing_running(reader):
    before = threading.active_count()
    for _ in reader.read(FERRIES, threads=2):
        break
    assert threading.active_count() == before


def test_what_the_taker_raises_arrives(reader):
    def refuse(line):
        raise LookupError(line)
    with pytest.raises(LookupError):
        list(reader.read("/nowhere.txt", refused=refuse))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(reader.read(FERRIES))) == 11


def test_many_threads_share_a_reader(reader):
    found = [None] * 4

    def work(n):
        found[n] = list(reader.read(FERRIES, threads=1))
    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] and all(one == found[0] for one in found)

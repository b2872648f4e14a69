"""A frame of articles on Spark gives the records and the ledger that one process gives."""
import json
import os
import sys

import onrecord
import pytest

sql = pytest.importorskip("pyspark.sql")


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable     # the executors' Python, which has the package
    session = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def articles():
    told = [{"id": f"n{n}", "text": f"“The toll is {n} crowns,” Ada Lund said on Monday. Lund later took back her words.", "published": f"2031-05-{n + 1:02}",
             "outlet": "The Post" if n % 2 else "Radio Fjord"} for n in range(20)]
    return told + [{"id": "empty", "text": "", "published": None, "outlet": None}]


def test_records(spark, articles):
    from onrecord.spark import records
    rows = records(spark.createDataFrame(articles, "id string, text string, published string, outlet string").repartition(3), "fast").collect()
    one = {row["id"]: row for row in rows}
    assert set(one) == {article["id"] for article in articles}
    assert one["empty"]["record"] is None and one["empty"]["refused"]
    reader = onrecord.Reader("fast")
    for article in articles[:-1]:
        assert json.loads(one[article["id"]]["record"]) == reader.text(**article)


def test_ledger(spark, articles, tmp_path):
    from onrecord.spark import add
    frame = spark.createDataFrame(articles, "id string, text string, published string, outlet string")
    apart = onrecord.Ledger.create(tmp_path / "apart.ledger")
    added = add(frame.repartition(4), apart, "fast")
    at_once = onrecord.Ledger.create(tmp_path / "at-once.ledger", onrecord.Reader("fast"))
    assert added.added == at_once.add_articles(articles, refused=lambda line: None).added == 20 and len(added.refused) == 1
    assert list(apart.records()) == list(at_once.records())
    assert add(frame.repartition(1), apart, "fast").known == 20
    assert apart.check() == []

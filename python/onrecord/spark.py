"""onrecord over an archive on Spark (docs/python.md, "Spark"). Needs pyspark and pyarrow.

A frame of articles has a column "text" and, where known, "id", "url", "outlet", "published" (a date or ISO text), "title" and "byline" (text, or a
list of it). The executors need this package; each Python worker loads the model once.
"""
import datetime
import functools
import os
import tempfile

import pyarrow
from pyspark.sql import types

from onrecord.ledger import Added, Ledger
from onrecord.reader import Reader

KNOWN = ("id", "url", "outlet", "published", "title", "byline")
RECORDS = types.StructType([types.StructField("id", types.StringType()), types.StructField("record", types.StringType()), types.StructField("refused", types.StringType())])
LEDGERS = types.StructType([types.StructField("ledger", types.BinaryType()), types.StructField("refused", types.ArrayType(types.StringType()))])
OF_A_LEDGER = 250     # articles that travel as one ledger, about 10 MB


@functools.cache
def reader(model):
    """The Reader of this Python worker."""
    return Reader(model)


def article_of(row):
    """A row as Reader.read_articles takes it."""
    article = {"text": row["text"] or ""}
    for name in KNOWN:
        value = row.get(name)
        if value is not None:
            article[name] = value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value
    return article


def as_articles(frame):
    return frame.select("text", *[name for name in KNOWN if name in frame.columns])


def records(frame, model="accurate"):
    """A frame with a row for each article: its "id", its "record" as `onrecord extract` prints it (JSON), and, where it could not be read, why it was
    "refused" instead."""
    def read(batches):
        for batch in batches:
            rows = {"id": [], "record": [], "refused": []}
            for row in batch.to_pylist():
                article, told = article_of(row), []
                found = reader(model).record_texts([article], told.append)
                for text in found or [None]:
                    rows["id"].append(article.get("id"))
                    rows["record"].append(text)
                    rows["refused"].append(" ".join(told) or None)
            yield pyarrow.RecordBatch.from_pydict(rows, pyarrow.schema([(name, pyarrow.string()) for name in rows]))

    return as_articles(frame).mapInArrow(read, RECORDS)


def add(frame, ledger, model="accurate"):
    """Adds a frame of articles to a Ledger on the driver: executors read them and send ledgers of their own, which are merged here. The result is
    that of Ledger.add_articles, whatever the partitions. Gives an Added."""
    def read(batches):
        with tempfile.TemporaryDirectory() as folder:
            waiting, number = [], 0

            def sent():
                nonlocal number
                number += 1
                part = Ledger.create(os.path.join(folder, f"{number}.ledger"), reader(model))
                told = part.add_articles(waiting, threads=1, refused=lambda line: None).refused
                waiting.clear()
                with open(part.path, "rb") as file:
                    data = file.read()
                os.remove(part.path)
                return pyarrow.RecordBatch.from_pydict({"ledger": [data], "refused": [told]}, pyarrow.schema([("ledger", pyarrow.binary()), ("refused", pyarrow.list_(pyarrow.string()))]))

            for batch in batches:
                for row in batch.to_pylist():
                    waiting.append(article_of(row))
                    if len(waiting) == OF_A_LEDGER:
                        yield sent()
            if waiting:
                yield sent()

    added, known, refused = 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "part.ledger")
        for row in as_articles(frame).mapInArrow(read, LEDGERS).toLocalIterator():
            with open(path, "wb") as file:
                file.write(row["ledger"])
            merged = ledger.merge(path)
            os.remove(path)
            added, known, refused = added + merged.added, known + merged.known, refused + list(row["refused"])
    return Added(added, known, refused)

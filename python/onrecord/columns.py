"""A ledger's statements as columns (docs/commands.md, "Columns"). Needs pyarrow, and nothing else of this package."""
import datetime

import pyarrow

BATCH = 10_000  # statements a record batch
DAYS = {"said_from", "said_to", "published"}
COLUMNS = ["statement", "utterance", "article_id", "outlet", "published", "title", "url", "speaker_id", "speaker", "kind", "roles",
           "said_from", "said_to", "told", "form", "act", "polarity", "communicated", "content", "cue", "source", "within",
           "relations", "decided_by", "confidence"]
TYPES = {"communicated": pyarrow.bool_(), "confidence": pyarrow.float32(), "roles": pyarrow.list_(pyarrow.string()),
         "relations": pyarrow.list_(pyarrow.string()), "kind": pyarrow.dictionary(pyarrow.int8(), pyarrow.string()),
         **{name: pyarrow.date32() for name in DAYS}}
SCHEMA = pyarrow.schema([(name, TYPES.get(name, pyarrow.string())) for name in COLUMNS]
                        # Of a day of which only the month or the year is known: the whole of it, as text.
                        + [(name + "_as_told", pyarrow.string()) for name in sorted(DAYS)])


def day(text):
    """The day; nothing where only its month or year is known."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def row_of(row):
    """A row of `onrecord export --format rows` as SCHEMA has it."""
    if list(row) != COLUMNS:
        raise ValueError("these are not rows of `onrecord export --format rows`")
    row = dict(row)
    for name in DAYS:
        row[name + "_as_told"] = row[name]
        row[name] = day(row[name])
    row["communicated"] = row["communicated"] == "yes"
    row["confidence"] = float(row["confidence"])
    for name in ("roles", "relations"):
        row[name] = row[name].split("; ") if row[name] else []
    return row


def batches(rows_told):
    """Record batches of such rows."""
    rows = []
    for row in rows_told:
        rows.append(row_of(row))
        if len(rows) == BATCH:
            yield pyarrow.RecordBatch.from_pylist(rows, SCHEMA)
            rows = []
    if rows:
        yield pyarrow.RecordBatch.from_pylist(rows, SCHEMA)


def table(rows_told):
    """All of them as one table."""
    return pyarrow.Table.from_batches(batches(rows_told), SCHEMA)

"""Reading articles: the stages from `read` to `relate`, without a ledger."""
import json
import os
import pathlib
import warnings

from onrecord import _onrecord
from onrecord.handing import handed

MODELS = pathlib.Path(__file__).parent / "models" / "en"


class RefusedWarning(UserWarning):
    """What could not be read, or only in part; the text is the line that the command line prints."""


def warn(line):
    warnings.warn(line, RefusedWarning, stacklevel=3)


def as_lines(articles):
    """Articles, each a dict with "text" and what else is known of it (docs/reading.md, "JSON Lines"), as bytes."""
    return b"".join(json.dumps(article, ensure_ascii=False).encode() + b"\n" for article in articles)


def as_paths(paths):
    return [os.fspath(path) for path in paths]


class Reader:
    """A model, loaded once. Used by any number of threads; may be pickled, and is then loaded anew where it arrives.

    model: "accurate" or "fast". Raises onrecord.Error where it is not installed or damaged. The environment variable
    ONRECORD_MODELS names another folder of models.
    """

    def __init__(self, model="accurate"):
        self.model = model
        shipped = MODELS / f"{model}.onrec"
        mine = "ONRECORD_MODELS" not in os.environ and model in ("accurate", "fast") and shipped.exists()
        self._door = _onrecord.Reader(model, str(shipped) if mine else None)

    def __reduce__(self):
        return Reader, (self.model,)

    def __repr__(self):
        return f"onrecord.Reader({self.model!r})"

    def read(self, *paths, published=None, threads=None, refused=warn):
        """Yields a record (dict) for each article of the files and folders, in their order.

        published: the day (ISO) of articles that tell none. threads: as many as there are processors unless told.
        refused: called with one line for each thing that could not be read; by default a RefusedWarning.
        """
        return self._records(as_paths(paths), None, published, threads, refused)

    def read_articles(self, articles, published=None, threads=None, refused=warn):
        """The same of articles in memory: dicts with "text" and, where known, "id", "url", "outlet", "published", "title", "byline"."""
        return self._records(["articles.jsonl"], as_lines(articles), published, threads, refused)

    def text(self, text, **known):
        """The record of one article; `known` is what read_articles takes besides the text."""
        told = []
        for record in self.read_articles([{"text": text, **known}], threads=1, refused=told.append):
            return record
        raise _onrecord.Error(told[0] if told else "onrecord: this text holds no article")

    def record_texts(self, articles, refused):
        """The records of articles in memory as the JSON texts that the command line prints, read on the calling thread."""
        out = []
        self._door.read(["articles.jsonl"], as_lines(articles), None, 1, out.append, refused)
        return out

    def _records(self, paths, data, published, threads, refused):
        def work(hand):
            self._door.read(paths, data, published, threads or os.cpu_count() or 1, lambda text: hand((text, None)), lambda line: hand((None, line)))

        for text, line in handed(work):
            if line is None:
                yield json.loads(text)
            else:
                refused(line)

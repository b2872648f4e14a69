"""A ledger: what articles said, kept in one file, and what became of it. What the questions give are the objects that
the command line prints with --json (docs/commands.md)."""
import collections
import json
import os

from onrecord import _onrecord
from onrecord.handing import handed
from onrecord.reader import Reader, as_lines, as_paths, warn

Added = collections.namedtuple("Added", "added known refused")
Added.__doc__ = "What became of articles: how many were added, how many the ledger had, and a line for each thing that was refused."
COUNTED = ("articles", "statements", "speakers", "relations", "across", "candidates", "verdicts")
MATCH = ("id", "name", "kind", "statements", "articles", "roles")


def parsed(texts):
    return [json.loads(text) for text in texts]


class Ledger:
    """The ledger in the file `path`. Holds nothing open between two calls, so any number of programs may ask it while one
    adds. Raises onrecord.Error where there is none: Ledger.create(path) begins one.

    reader: the Reader that add() uses; made when it is first needed where none is given.
    """

    def __init__(self, path, reader=None):
        self.path, self.reader = os.fspath(path), reader
        self._door = _onrecord.Ledger(self.path)
        self._door.version()

    @classmethod
    def create(cls, path, reader=None):
        """The ledger in the file `path`, which is made where there is none."""
        _onrecord.Ledger(os.fspath(path)).make()
        return cls(path, reader)

    def __repr__(self):
        return f"onrecord.Ledger({self.path!r})"

    # Adding.

    def add(self, *paths, published=None, threads=None, refused=warn):
        """Adds the articles of files and folders; those that the ledger has are left as they are. Arguments as Reader.read."""
        return self._add(as_paths(paths), None, published, threads, refused)

    def add_articles(self, articles, published=None, threads=None, refused=warn):
        """The same of articles in memory, as Reader.read_articles takes them."""
        return self._add(["articles.jsonl"], as_lines(articles), published, threads, refused)

    def merge(self, other):
        """Adds what another ledger's articles said, without reading them again. The order in which ledgers are merged makes no
        difference. Verdicts stay where they were given."""
        return Added(*self._door.merge(os.fspath(other)), [])

    def _add(self, paths, data, published, threads, refused):
        self.reader = self.reader or Reader()
        lines = []

        def tell(line):
            lines.append(line)
            refused(line)

        return Added(*self._door.add(self.reader._door, paths, data, published, threads or os.cpu_count() or 1, tell), lines)

    # Asking.

    def changes(self, speaker=None, since=None, until=None, type=None, sure=0.0, candidates=True):
        """Who took back, clarified, denied or stood by what, newest first, as `onrecord changes --json`. sure: without what is less sure
        than this (0 to 1) and confirmed by nobody. candidates: with possible changes that nobody reported."""
        return parsed(self._door.changes(speaker, since, until, type, sure, candidates))

    def timeline(self, name, about=""):
        """One speaker's utterances in the order they were said, with what became of them, as `onrecord timeline --json`. A name that several
        speakers bear gives them all: speakers(name) tells who they are, and an id means one."""
        return parsed(self._door.timeline(name, about))

    def search(self, words="", speaker=None, outlet=None, since=None, until=None, form=None, does=None, became=None, limit=100):
        """Statements by their words, the best first, as `onrecord search --json`."""
        return parsed(self._door.search(words, speaker, outlet, since, until, form, does, became, limit))

    def speakers(self, name):
        """Whom a name may mean: dicts with id, name, kind, statements, articles and roles."""
        return [dict(zip(MATCH, match)) for match in self._door.speakers(name)]

    def show(self, id):
        """One statement (as its utterance), speaker, article or relation, as `onrecord show --json`."""
        return json.loads(self._door.show(id))

    def candidates(self, limit=50):
        """What awaits a person's verdict, the surest first."""
        return parsed(self._door.candidates(limit))

    def verdicts(self):
        return parsed(self._door.verdicts())

    def counts(self):
        return dict(zip(COUNTED, self._door.counts()))

    def check(self):
        """A line for each invariant that does not hold; empty where all is well."""
        return self._door.check()

    # Verdicts of a person, each a new row of the ledger.

    def confirm(self, id, by, note=""):
        return json.loads(self._door.confirm(id, by, note))

    def reject(self, id, by, note=""):
        return json.loads(self._door.reject(id, by, note))

    def same(self, one, other, by, note=""):
        """Two speakers are one."""
        return json.loads(self._door.same(one, other, by, note))

    def different(self, one, other, by, note=""):
        return json.loads(self._door.different(one, other, by, note))

    # All of it.

    def records(self):
        """Every article's record in canonical order, as `onrecord export` prints them; one is in memory at a time, but for the list of texts that
        are waiting to be taken."""
        return (json.loads(text) for text in self._each(False))

    def statements(self):
        """Every statement as a flat dict, as `onrecord export --format rows`."""
        return (json.loads(line) for text in self._each(True) for line in text.splitlines())

    def table(self):
        """All statements as a pyarrow.Table (needs pyarrow); its to_pandas() gives a data frame."""
        from onrecord import columns
        return columns.table(self.statements())

    def _each(self, rows):
        return handed(lambda hand: self._door.each(rows, lambda text: hand(text) is None))

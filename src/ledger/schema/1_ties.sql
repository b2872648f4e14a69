-- What ties statements of different articles. All of it can be worked out again from the articles; it is kept so that one
-- article is compared with the few that share a key with it, not with the whole ledger.

-- Keys of relate/across.h, folded to 32 bits. A key that more than 256 statements bear finds nothing.
CREATE TABLE utterance_key (key INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (key, statement)) STRICT, WITHOUT ROWID;
CREATE TABLE acting_key (key INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (key, statement)) STRICT, WITHOUT ROWID;
CREATE TABLE target_key (key INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (key, statement)) STRICT, WITHOUT ROWID;

-- Two reports of one act of saying.
CREATE TABLE utterance_tie (
  number INTEGER PRIMARY KEY,
  a      INTEGER NOT NULL REFERENCES statement (number),
  b      INTEGER NOT NULL REFERENCES statement (number),
  kind   TEXT NOT NULL,                                       -- verbatim, shortened, altered, paraphrase
  score  REAL NOT NULL,
  copied INTEGER NOT NULL CHECK (copied IN (0, 1)),           -- 1: a wire story or reprint, not two reporters' work
  UNIQUE (a, b)
) STRICT;
CREATE INDEX utterance_tie_b ON utterance_tie (b);

-- A later article's statement about an earlier article's.
CREATE TABLE across_relation (
  number         INTEGER PRIMARY KEY,
  handle         TEXT NOT NULL UNIQUE,                        -- "x0b7c55d2e19f4a83"
  nature         TEXT NOT NULL CHECK (nature IN ('reported', 'candidate')),
  type           TEXT NOT NULL,
  from_statement INTEGER NOT NULL REFERENCES statement (number),
  to_statement   INTEGER NOT NULL REFERENCES statement (number),
  evidence       TEXT NOT NULL,                               -- spans in the article of from_statement
  shared         TEXT NOT NULL,                               -- the telling words on both sides: ["bridge","may"]
  decided_by     TEXT NOT NULL,
  confidence     REAL NOT NULL,
  UNIQUE (from_statement, to_statement, nature)
) STRICT;
CREATE INDEX across_relation_to ON across_relation (to_statement);

-- A tie that was found by keys which have all become too common since. It stays; it no longer counts.
CREATE TABLE tie_withdrawal (
  number INTEGER PRIMARY KEY,
  what   TEXT NOT NULL CHECK (what IN ('utterance_tie', 'across_relation')),
  row    INTEGER NOT NULL,
  UNIQUE (what, row)
) STRICT;

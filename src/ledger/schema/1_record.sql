-- What the articles gave. Rows are added and never changed (1_append_only.sql). Spans are JSON: [begin,end] in bytes of
-- article.text. `number` is the order of arrival; it means nothing outside this file.

CREATE TABLE article (
  number     INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE CHECK (length(key) = 32),   -- of all that it holds, and of its own id: docs/ledger.md
  handle     TEXT NOT NULL UNIQUE,                            -- the key's first 16 digits: its ledger id
  id         TEXT NOT NULL,                                   -- article.id
  url        TEXT,
  title      TEXT NOT NULL,
  byline     TEXT NOT NULL,                                   -- ["Ada Lund"]
  outlet     TEXT,
  published  TEXT,                                            -- "2031-05-16", "2031-05" or "2031"
  language   TEXT NOT NULL,
  headline   TEXT,                                            -- a span, like the next two
  standfirst TEXT,
  dateline   TEXT,
  asides     TEXT NOT NULL,                                   -- spans
  path       TEXT NOT NULL,                                   -- as named when it was added; in no export
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX article_canonical ON article (id, published, key);
CREATE INDEX article_outlet ON article (outlet) WHERE outlet IS NOT NULL;

-- Speakers as one article knows them. Who is the same across articles is worked out when asked.
CREATE TABLE speaker (
  number   INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL REFERENCES article (number),
  ordinal  INTEGER NOT NULL,                                  -- counted from 1
  handle   TEXT NOT NULL UNIQUE,                              -- "3fa9c1d2e4b5a697-p2"
  name     TEXT NOT NULL,
  name_key TEXT NOT NULL,                                     -- the name in lower case without marks: "ada lund"
  merges   INTEGER NOT NULL CHECK (merges IN (0, 1)),         -- 1: one with all of the same name_key and kind
  kind     TEXT NOT NULL,                                     -- person, organisation …; empty where unknown
  roles    TEXT NOT NULL,                                     -- [["transport minister",[10,28]]]
  mentions TEXT NOT NULL,                                     -- [[[0,8],"full-name",0.97]]: span, who decided, how sure
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX speaker_name ON speaker (name_key, kind, merges, handle);

CREATE TABLE statement (
  number             INTEGER PRIMARY KEY,
  article            INTEGER NOT NULL REFERENCES article (number),
  ordinal            INTEGER NOT NULL,                        -- counted from 1
  form               TEXT NOT NULL,                           -- direct, indirect, mixed
  act                TEXT NOT NULL,
  content            TEXT NOT NULL,                           -- spans, like the next three
  cue                TEXT NOT NULL,
  source             TEXT NOT NULL,
  quotes             TEXT NOT NULL,
  within             INTEGER,                                 -- ordinal of the statement that it is nested in
  communicated       INTEGER NOT NULL CHECK (communicated IN (0, 1)),
  polarity           TEXT NOT NULL,
  decided_by         TEXT NOT NULL,
  confidence         REAL NOT NULL,
  speaker            INTEGER REFERENCES speaker (number),     -- null where unknown
  speaker_decided_by TEXT NOT NULL,
  speaker_confidence REAL NOT NULL,
  said_from          TEXT,
  said_to            TEXT,
  said_basis         TEXT,                                    -- null where nothing tells when
  said_phrase        TEXT,
  said_confidence    REAL,
  told_name          TEXT,                                    -- null where nothing tells to whom
  told_span          TEXT,
  told_confidence    REAL,
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX statement_speaker ON statement (speaker) WHERE speaker IS NOT NULL;

-- Inside one article. What ties articles stands in 1_ties.sql.
CREATE TABLE relation (
  number         INTEGER PRIMARY KEY,
  article        INTEGER NOT NULL REFERENCES article (number),
  ordinal        INTEGER NOT NULL,                            -- counted from 1
  type           TEXT NOT NULL,
  from_statement INTEGER NOT NULL REFERENCES statement (number),
  to_statement   INTEGER REFERENCES statement (number),       -- null where the text only mentions it
  to_span        TEXT,                                        -- then the mention
  evidence       TEXT NOT NULL,
  decided_by     TEXT NOT NULL,
  confidence     REAL NOT NULL,
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX relation_from ON relation (from_statement);
CREATE INDEX relation_to ON relation (to_statement) WHERE to_statement IS NOT NULL;
CREATE INDEX relation_type ON relation (type);

-- One row for every article and verdict, in the order they came; `chain` covers all rows before it.
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  what   TEXT NOT NULL CHECK (what IN ('article', 'verdict')),
  row    INTEGER NOT NULL,
  digest TEXT NOT NULL,                                       -- of the row and all that belongs to it
  chain  TEXT NOT NULL                                        -- of the chain before, `what` and `digest`
) STRICT;

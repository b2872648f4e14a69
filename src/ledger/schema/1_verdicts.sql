-- What a person decided. A later verdict on the same thing overrules the earlier one, which stays.
CREATE TABLE verdict (
  number   INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'same_speaker', 'different_speakers')),
  subject  TEXT NOT NULL,                                     -- a relation's ledger id, or a speaker's
  object   TEXT NOT NULL,                                     -- the other speaker's; else empty
  by       TEXT NOT NULL,
  note     TEXT NOT NULL,
  made     TEXT NOT NULL,                                     -- "2031-05-16T09:30:00Z"; in no export
  replaces INTEGER REFERENCES verdict (number)
) STRICT;
CREATE INDEX verdict_subject ON verdict (subject);

-- One article that takes the place of another: its publisher changed the page. Both stay.
CREATE TABLE revision (
  number  INTEGER PRIMARY KEY,
  earlier INTEGER NOT NULL REFERENCES article (number),
  later   INTEGER NOT NULL REFERENCES article (number),
  noticed TEXT NOT NULL,                                      -- "2031-05-16T09:30:00Z"; in no export
  changes TEXT NOT NULL,                                      -- [["altered",2,3],["removed",4,null],["added",null,5]]: ordinals
  UNIQUE (earlier, later),
  CHECK (earlier <> later)
) STRICT;
CREATE INDEX revision_later ON revision (later);

CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;

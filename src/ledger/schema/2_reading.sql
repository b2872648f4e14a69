-- Where reading stands, so that a run can stop and go on: state of the program and no part of the record. Rows change; no
-- answer and no export depends on them. They are written in the transaction that adds what was read.

CREATE TABLE reading (
  kind  TEXT NOT NULL CHECK (kind IN ('archive', 'feed', 'page')),
  name  TEXT NOT NULL,                                        -- a path, or an address
  state TEXT NOT NULL,                                        -- JSON, as the reader of this kind understands it
  due   INTEGER,                                              -- seconds since 1970: look again then; null: nothing to do
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_due ON reading (kind, due) WHERE due IS NOT NULL;

-- What searches ask of each statement that has the words, in few bytes: the statement's own row, its article's and its
-- speaker's lie far apart. A function of those rows, like all tallies; the triggers below are its only writers.
CREATE TABLE statement_place (
  statement INTEGER PRIMARY KEY,                              -- statement.number
  article   INTEGER NOT NULL,
  named     INTEGER,                                          -- the speaker's name, named.number; null where unknown
  form      TEXT NOT NULL,
  first     TEXT,                                             -- the first day it may have been said, else published
  last      TEXT                                              -- the last such day; null where it is `first`
) STRICT;
-- What was said by a day and reported after it.
CREATE INDEX statement_said ON statement (said_from) WHERE said_from IS NOT NULL;
-- What may have been said after its article was published, by a wrong day or a long span, or has a day where its article has
-- none: hardly anything, and a question for late days must not miss it.
CREATE TABLE statement_beyond (statement INTEGER PRIMARY KEY, last TEXT NOT NULL) STRICT;

-- Between which days of publication a role was given; null where no such article has a date.
ALTER TABLE named_role ADD COLUMN first TEXT;
ALTER TABLE named_role ADD COLUMN last TEXT;
ALTER TABLE outlet_tally ADD COLUMN indirect INTEGER NOT NULL DEFAULT 0;

-- What stands in the file already.
INSERT INTO statement_place
SELECT s.number, s.article, n.number, s.form, coalesce(s.said_from, a.published),
       nullif(coalesce(s.said_to, a.published), coalesce(s.said_from, a.published))
FROM statement s JOIN article a ON a.number = s.article LEFT JOIN speaker p ON p.number = s.speaker
LEFT JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges ORDER BY s.number;
INSERT INTO statement_beyond
SELECT p.statement, coalesce(p.last, p.first) FROM statement_place p JOIN article a ON a.number = p.article
WHERE coalesce(p.last, p.first) > coalesce(a.published, '');
DELETE FROM named_role;
INSERT INTO named_role
SELECT n.number, json_extract(role.value, '$[0]'), count(*), min(a.published), max(a.published) FROM speaker p
JOIN article a ON a.number = p.article
JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges, json_each(p.roles) role
WHERE p.merges = 1 GROUP BY 1, 2;
UPDATE outlet_tally SET indirect = counted.statements
FROM (SELECT coalesce(a.outlet, '') AS outlet, count(*) AS statements FROM statement_place p
      JOIN article a ON a.number = p.article WHERE p.form = 'indirect' GROUP BY 1) counted
WHERE counted.outlet = outlet_tally.outlet;

-- What comes later: the triggers of 3_tallies.sql with what is new.
DROP TRIGGER article_is_tallied;
CREATE TRIGGER article_is_tallied AFTER INSERT ON article
BEGIN
  INSERT INTO outlet_tally (outlet, articles, statements, direct, unnamed) VALUES (coalesce(NEW.outlet, ''), 1, 0, 0, 0)
  ON CONFLICT (outlet) DO UPDATE SET articles = articles + 1;
END;
DROP TRIGGER speaker_is_tallied;
CREATE TRIGGER speaker_is_tallied AFTER INSERT ON speaker
BEGIN
  INSERT INTO named (name_key, kind, merges, bearers, statements, articles) VALUES (NEW.name_key, NEW.kind, NEW.merges, 1, 0, 0)
  ON CONFLICT (name_key, kind, merges) DO UPDATE SET bearers = bearers + 1;
  INSERT INTO named_form
  SELECT number, NEW.name, 1 FROM named WHERE name_key = NEW.name_key AND kind = NEW.kind AND merges = NEW.merges AND NEW.merges = 1
  ON CONFLICT (named, form) DO UPDATE SET bearers = bearers + 1;
  INSERT INTO named_role
  SELECT n.number, json_extract(role.value, '$[0]'), 1, a.published, a.published
  FROM named n JOIN article a ON a.number = NEW.article, json_each(NEW.roles) role
  WHERE name_key = NEW.name_key AND kind = NEW.kind AND merges = NEW.merges AND NEW.merges = 1
  ON CONFLICT (named, role) DO UPDATE
  SET bearers = bearers + 1, first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
      last = max(coalesce(last, excluded.last), coalesce(excluded.last, last));
END;
DROP TRIGGER statement_is_tallied;
CREATE TRIGGER statement_is_tallied AFTER INSERT ON statement
BEGIN
  UPDATE outlet_tally
  SET statements = statements + 1, direct = direct + (NEW.form = 'direct'), indirect = indirect + (NEW.form = 'indirect'),
      unnamed = unnamed + coalesce((SELECT kind = 'unnamed' FROM speaker WHERE number = NEW.speaker), 0)
  WHERE outlet = (SELECT coalesce(outlet, '') FROM article WHERE number = NEW.article);
  INSERT INTO statement_place
  SELECT NEW.number, NEW.article,
         (SELECT n.number FROM speaker p JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges
          WHERE p.number = NEW.speaker),
         NEW.form, coalesce(NEW.said_from, a.published),
         nullif(coalesce(NEW.said_to, a.published), coalesce(NEW.said_from, a.published))
  FROM article a WHERE a.number = NEW.article;
  INSERT INTO statement_beyond
  SELECT p.statement, coalesce(p.last, p.first) FROM statement_place p JOIN article a ON a.number = p.article
  WHERE p.statement = NEW.number AND coalesce(p.last, p.first) > coalesce(a.published, '');
  INSERT INTO spoken
  SELECT named, coalesce(first, ''), statement FROM statement_place WHERE statement = NEW.number AND named IS NOT NULL;
END;

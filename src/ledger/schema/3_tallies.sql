-- What many rows come to, kept as they come, so that a question about a large ledger reads few rows. All of it is a
-- function of the rows that are there and can be counted again from them; the triggers below are the only writers.

-- All speakers of one name and kind. `merges` as in speaker.
CREATE TABLE named (
  number     INTEGER PRIMARY KEY,
  name_key   TEXT NOT NULL,
  kind       TEXT NOT NULL,
  merges     INTEGER NOT NULL,
  bearers    INTEGER NOT NULL,                                -- rows of speaker
  statements INTEGER NOT NULL,
  articles   INTEGER NOT NULL,                                -- that hold one of the statements
  UNIQUE (name_key, kind, merges)
) STRICT;

-- The words of name_key: a part of a name finds the whole.
CREATE TABLE named_word (word TEXT NOT NULL, named INTEGER NOT NULL, PRIMARY KEY (word, named)) STRICT, WITHOUT ROWID;
-- How those that merge are written and what they are called, with the number of speakers.
CREATE TABLE named_form (named INTEGER NOT NULL, form TEXT NOT NULL, bearers INTEGER NOT NULL, PRIMARY KEY (named, form)) STRICT, WITHOUT ROWID;
CREATE TABLE named_role (named INTEGER NOT NULL, role TEXT NOT NULL, bearers INTEGER NOT NULL, PRIMARY KEY (named, role)) STRICT, WITHOUT ROWID;
-- Their statements by the day they were said, else published; '' where neither is known.
CREATE TABLE spoken (named INTEGER NOT NULL, day TEXT NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (named, day, statement)) STRICT, WITHOUT ROWID;

-- An outlet's articles and statements; '' stands for articles that tell none.
CREATE TABLE outlet_tally (
  outlet     TEXT PRIMARY KEY,
  articles   INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  direct     INTEGER NOT NULL,
  unnamed    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX article_latest ON article (published DESC, handle, outlet);
CREATE INDEX utterance_tie_altered ON utterance_tie (number, a, b) WHERE kind = 'altered';

-- What stands in the file already.
INSERT INTO named (name_key, kind, merges, bearers, statements, articles)
SELECT p.name_key, p.kind, p.merges, count(DISTINCT p.number), count(s.number), count(DISTINCT s.article)
FROM speaker p LEFT JOIN statement s ON s.speaker = p.number GROUP BY 1, 2, 3;
INSERT INTO named_word
SELECT DISTINCT word.value, n.number
FROM named n, json_each('[' || replace(json_quote(n.name_key), ' ', '","') || ']') word WHERE word.value <> '';
INSERT INTO named_form
SELECT n.number, p.name, count(*) FROM speaker p
JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges WHERE p.merges = 1 GROUP BY 1, 2;
INSERT INTO named_role
SELECT n.number, json_extract(role.value, '$[0]'), count(*) FROM speaker p
JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges, json_each(p.roles) role
WHERE p.merges = 1 GROUP BY 1, 2;
INSERT INTO spoken
SELECT n.number, coalesce(s.said_from, a.published, ''), s.number FROM statement s
JOIN speaker p ON p.number = s.speaker JOIN article a ON a.number = s.article
JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges ORDER BY 1, 2, 3;
INSERT INTO outlet_tally
SELECT coalesce(a.outlet, ''), count(DISTINCT a.number), count(s.number), coalesce(sum(s.form = 'direct'), 0),
       coalesce(sum(p.kind = 'unnamed'), 0)
FROM article a LEFT JOIN statement s ON s.article = a.number LEFT JOIN speaker p ON p.number = s.speaker GROUP BY 1;

-- What comes later.
CREATE TRIGGER article_is_tallied AFTER INSERT ON article
BEGIN
  INSERT INTO outlet_tally VALUES (coalesce(NEW.outlet, ''), 1, 0, 0, 0)
  ON CONFLICT (outlet) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER speaker_is_tallied AFTER INSERT ON speaker
BEGIN
  INSERT INTO named (name_key, kind, merges, bearers, statements, articles) VALUES (NEW.name_key, NEW.kind, NEW.merges, 1, 0, 0)
  ON CONFLICT (name_key, kind, merges) DO UPDATE SET bearers = bearers + 1;
  INSERT INTO named_form
  SELECT number, NEW.name, 1 FROM named WHERE name_key = NEW.name_key AND kind = NEW.kind AND merges = NEW.merges AND NEW.merges = 1
  ON CONFLICT (named, form) DO UPDATE SET bearers = bearers + 1;
  INSERT INTO named_role
  SELECT number, json_extract(role.value, '$[0]'), 1 FROM named, json_each(NEW.roles) role
  WHERE name_key = NEW.name_key AND kind = NEW.kind AND merges = NEW.merges AND NEW.merges = 1
  ON CONFLICT (named, role) DO UPDATE SET bearers = bearers + 1;
END;
CREATE TRIGGER named_is_cut AFTER INSERT ON named
BEGIN
  INSERT INTO named_word
  SELECT DISTINCT word.value, NEW.number
  FROM json_each('[' || replace(json_quote(NEW.name_key), ' ', '","') || ']') word WHERE word.value <> '';
END;
CREATE TRIGGER statement_is_tallied AFTER INSERT ON statement
BEGIN
  UPDATE outlet_tally
  SET statements = statements + 1, direct = direct + (NEW.form = 'direct'),
      unnamed = unnamed + coalesce((SELECT kind = 'unnamed' FROM speaker WHERE number = NEW.speaker), 0)
  WHERE outlet = (SELECT coalesce(outlet, '') FROM article WHERE number = NEW.article);
  INSERT INTO spoken
  SELECT n.number, coalesce(NEW.said_from, a.published, ''), NEW.number FROM speaker p
  JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND n.merges = p.merges
  JOIN article a ON a.number = NEW.article WHERE p.number = NEW.speaker;
END;
CREATE TRIGGER spoken_is_tallied AFTER INSERT ON spoken
BEGIN
  -- The statements of an article follow one another, so an earlier one of the same name has been counted.
  UPDATE named
  SET statements = statements + 1,
      articles = articles + NOT EXISTS (
        SELECT 1 FROM statement s JOIN statement o ON o.article = s.article AND o.ordinal < s.ordinal
        JOIN speaker p ON p.number = o.speaker
        WHERE s.number = NEW.statement AND p.name_key = named.name_key AND p.kind = named.kind AND p.merges = named.merges)
  WHERE number = NEW.named;
END;

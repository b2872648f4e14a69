-- Full text over statements. The index holds no text of its own: the view cuts it out of the articles.

CREATE VIEW statement_words (number, content, speaker, cue) AS
SELECT s.number,
       coalesce((SELECT group_concat(CAST(substr(CAST(a.text AS BLOB), json_extract(value, '$[0]') + 1,
                                        json_extract(value, '$[1]') - json_extract(value, '$[0]')) AS TEXT), ' … ')
                 FROM json_each(s.content)), ''),
       coalesce(p.name, ''),
       coalesce((SELECT group_concat(CAST(substr(CAST(a.text AS BLOB), json_extract(value, '$[0]') + 1,
                                        json_extract(value, '$[1]') - json_extract(value, '$[0]')) AS TEXT), ' … ')
                 FROM json_each(s.cue)), '')
FROM statement s
JOIN article a ON a.number = s.article
LEFT JOIN speaker p ON p.number = s.speaker;

CREATE VIRTUAL TABLE statement_search USING fts5 (
  content, speaker, cue,
  content = 'statement_words', content_rowid = 'number', tokenize = "porter unicode61 remove_diacritics 2"
);

#include "show/http/api_json.h"

#include <algorithm>
#include <array>

#include "show/http/pieces.h"
#include "show/statement_json.h"
#include "show/topics.h"

namespace onrecord {

namespace {

void write_speaker(JsonWriter& json, const LedgerSpeaker& speaker) {
  json.open_object();
  json.field("id", speaker.id);
  json.field("name", speaker.name);
  write_kind(json, speaker.kind);
  json.close_object();
}

void write_signature(JsonWriter& json, std::string_view name, const Decision& decision) {
  json.key(name);
  json.open_object();
  json.field("by", decision.by);
  json.key("confidence");
  json.share(decision.confidence);
  json.close_object();
}

void write_source(JsonWriter& json, const Source& source) {
  json.open_object();
  json.field("article", source.article);
  json.field("article_id", source.article_id);
  json.field("title", source.title);
  write_words(json, "byline", source.byline);
  json.optional_field("outlet", source.outlet);
  json.optional_field("url", source.url);
  write_date(json, "published", source.published);
  json.close_object();
}

constexpr std::array<std::pair<Mark, std::string_view>, 4> mark_words{
    {{Mark::source, "source"}, {Mark::cue, "cue"}, {Mark::content, "content"}, {Mark::quote, "quote"}}};

void write_pieces(JsonWriter& json, const std::vector<MarkedPiece>& pieces, const std::vector<std::string>& ids) {
  json.open_array();
  for (const MarkedPiece& piece : pieces) {
    json.open_object();
    json.field("text", piece.text);
    json.key("marks");
    json.open_array();
    for (const auto& [mark, word] : mark_words) {
      if ((piece.marks & static_cast<std::uint8_t>(mark)) != 0) json.string(word);
    }
    json.close_array();
    if (piece.statement < ids.size()) json.field("statement", ids[piece.statement]);
    json.close_object();
  }
  json.close_array();
}

// The words of `span` of an article, where the passage that was kept holds them.
std::string words_at(const LedgerStatement& statement, Span span) {
  if (!statement.passage_span.contains(span)) return {};
  const std::uint32_t at = statement.passage_span.begin;
  return std::string(slice(statement.passage, {span.begin - at, span.end - at}));
}

void write_said(JsonWriter& json, const LedgerStatement& statement) {
  json.key("said");
  const std::optional<Said>& said = statement.circumstances.said;
  if (!said) return json.null();
  json.open_object();
  write_date(json, "from", said->from);
  write_date(json, "to", said->to);
  json.field("basis", said->basis);
  const std::string phrase = said->phrase ? words_at(statement, *said->phrase) : std::string();
  json.optional_field("phrase", phrase.empty() ? std::nullopt : std::optional(phrase));
  json.key("confidence");
  json.share(said->confidence);
  json.close_object();
}

void write_told(JsonWriter& json, const std::optional<Told>& told) {
  json.key("told");
  if (!told) return json.null();
  json.open_object();
  json.field("name", told->name);
  json.key("confidence");
  json.share(told->confidence);
  json.close_object();
}

void write_count(JsonWriter& json, std::string_view name, std::size_t value) {
  json.key(name);
  json.integer(value);
}

void write_role(JsonWriter& json, const RoleSpan& role) {
  json.open_object();
  json.field("role", role.role);
  write_date(json, "from", role.from);
  write_date(json, "to", role.to);
  write_count(json, "times", role.times);
  json.close_object();
}

void write_dealing(JsonWriter& json, const Dealing& dealing) {
  json.open_object();
  json.field("way", dealing.way == Dealing::Way::by ? "by" : "on");
  json.field("type", to_text(dealing.type));
  json.key("other");
  write_speaker(json, dealing.other);
  write_count(json, "times", dealing.times);
  json.field("latest", dealing.latest);
  json.close_object();
}

// By the words of each utterance's first report.
void write_topics(JsonWriter& json, const std::vector<Utterance>& utterances) {
  std::vector<std::string> contents;
  for (const Utterance& utterance : utterances) contents.push_back(utterance.reports.front().content);
  json.key("topics");
  json.open_array();
  for (const Topic& topic : topics_of(contents)) {
    json.open_object();
    json.field("word", topic.word);
    std::vector<std::string> ids;
    for (const std::size_t index : topic.utterances) ids.push_back(utterances[index].id);
    write_words(json, "utterances", ids);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

void write_statement(JsonWriter& json, const LedgerStatement& statement) {
  json.open_object();
  json.field("id", statement.id);
  json.field("utterance", statement.utterance);
  json.key("speaker");
  if (statement.speaker) {
    write_speaker(json, *statement.speaker);
  } else {
    json.null();
  }
  write_words(json, "roles", statement.roles);
  json.field("form", to_text(statement.statement.form));
  json.field("act", to_text(statement.statement.act));
  json.field("polarity", to_text(statement.statement.polarity));
  json.key("communicated");
  json.boolean(statement.statement.communicated);
  json.field("content", statement.content);
  json.field("cue", statement.cue);
  json.field("source_words", statement.source_words);
  write_said(json, statement);
  write_told(json, statement.circumstances.told);
  json.key("passage");
  write_pieces(json, marked_pieces(statement.passage, statement.passage_span.begin, {&statement.statement}), {});
  json.key("source");
  write_source(json, statement.source);
  json.key("decided");
  json.open_object();
  write_signature(json, "statement", statement.statement.decision);
  write_signature(json, "speaker", statement.circumstances.speaker_decision);
  json.close_object();
  json.close_object();
}

void write_turn(JsonWriter& json, const Turn& turn) {
  constexpr std::array<std::string_view, 3> kinds{"inside", "across", "candidate"};
  constexpr std::array<std::string_view, 3> judgements{"pending", "confirmed", "rejected"};
  json.open_object();
  json.field("id", turn.id);
  json.field("kind", kinds[static_cast<std::size_t>(turn.kind)]);
  json.field("type", to_text(turn.type));
  json.key("from");
  write_statement(json, turn.from);
  json.key("to");
  if (turn.to) {
    write_statement(json, *turn.to);
  } else {
    json.null();
  }
  json.field("mention", turn.mention);
  write_words(json, "evidence", turn.evidence_words);
  write_signature(json, "decision", turn.decision);
  json.field("judgement", judgements[static_cast<std::size_t>(turn.judgement)]);
  json.key("told_by");
  json.open_array();
  for (const Source& source : turn.told_by) write_source(json, source);
  json.close_array();
  json.close_object();
}

void write_utterance(JsonWriter& json, const Utterance& utterance) {
  json.open_object();
  json.field("id", utterance.id);
  json.key("reports");
  json.open_array();
  for (const LedgerStatement& report : utterance.reports) write_statement(json, report);
  json.close_array();
  json.key("differs");
  json.boolean(utterance.differs);
  // Each report against the first, the first against the second.
  json.key("wording");
  json.open_array();
  for (std::size_t i = 0; i < utterance.reports.size() && utterance.reports.size() > 1; ++i) {
    write_pieces(json, changed_words(utterance.reports[i].content, utterance.reports[i == 0 ? 1 : 0].content), {});
  }
  json.close_array();
  json.key("done_to_it");
  json.open_array();
  for (const Turn& turn : utterance.done_to_it) write_turn(json, turn);
  json.close_array();
  json.key("does");
  json.open_array();
  for (const Turn& turn : utterance.does) write_turn(json, turn);
  json.close_array();
  json.close_object();
}

void write_match(JsonWriter& json, const SpeakerMatch& match) {
  json.open_object();
  json.key("speaker");
  write_speaker(json, match.speaker);
  json.key("statements");
  json.integer(match.statements);
  json.key("articles");
  json.integer(match.articles);
  write_words(json, "roles", match.roles);
  json.close_object();
}

void write_article(JsonWriter& json, const LedgerRecord& record) {
  const Article& article = record.record.article;
  std::vector<const Statement*> statements;
  std::vector<std::string> ids;
  std::size_t unnamed = 0;
  for (std::size_t i = 0; i < record.record.statements.size(); ++i) {
    statements.push_back(&record.record.statements[i]);
    ids.push_back(statement_id(record.article, i));
    const std::uint32_t speaker = record.record.resolution.statements[i].speaker;
    unnamed += speaker != none && record.speakers[speaker].kind == SpeakerKind::unnamed;
  }
  json.open_object();
  json.key("source");
  write_source(
      json,
      {record.article, article.id, article.title, article.byline, article.outlet, article.url, article.published, {}});
  json.key("text");
  write_pieces(json, marked_pieces(article.text, 0, statements), ids);
  json.key("statements");
  json.open_array();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const std::uint32_t speaker = record.record.resolution.statements[i].speaker;
    json.open_object();
    json.field("id", ids[i]);
    json.key("speaker");
    if (speaker == none) {
      json.null();
    } else {
      write_speaker(json, record.speakers[speaker]);
    }
    json.field("form", to_text(statements[i]->form));
    json.close_object();
  }
  json.close_array();
  json.key("unnamed");
  json.integer(unnamed);
  json.close_object();
}

void write_outlet(JsonWriter& json, const OutletCounts& row) {
  json.open_object();
  json.field("outlet", row.outlet.value_or(""));
  write_count(json, "articles", row.articles);
  write_count(json, "statements", row.statements);
  write_count(json, "direct", row.direct);
  write_count(json, "indirect", row.indirect);
  write_count(json, "unnamed", row.unnamed);
  write_count(json, "altered", row.altered);
  json.close_object();
}

void write_speakers(std::string& body, const SpeakerMatches& found) {
  constexpr std::array<std::string_view, 4> levels{"nothing", "id", "full name", "part of a name"};
  constexpr std::size_t most_matches = 50;
  JsonWriter json(body);
  json.open_object();
  json.field("by", levels[static_cast<std::size_t>(found.by)]);
  json.key("matches");
  json.open_array();
  for (std::size_t i = 0; i < std::min(most_matches, found.matches.size()); ++i) write_match(json, found.matches[i]);
  json.close_array();
  json.close_object();
}

void write_speaker_record(std::string& body, const SpeakerRecord& record) {
  constexpr std::size_t most_names = 20;
  JsonWriter json(body);
  json.open_object();
  json.key("match");
  write_match(json, record.speaker);
  write_words(json, "names",
              {record.names.begin(),
               record.names.begin() + static_cast<std::ptrdiff_t>(std::min(most_names, record.names.size()))});
  const auto write_each = [&json](std::string_view name, const auto& list, const auto& write) {
    json.key(name);
    json.open_array();
    for (const auto& one : list) write(json, one);
    json.close_array();
  };
  write_each("roles", record.roles, write_role);
  write_each("dealings", record.dealings, write_dealing);
  write_each("months", record.months, [](JsonWriter& out, const auto& month) {
    out.open_object();
    out.field("month", month.first);
    write_count(out, "statements", month.second);
    out.close_object();
  });
  write_topics(json, record.utterances);
  write_each("utterances", record.utterances, write_utterance);
  json.key("more");
  json.boolean(record.more);
  json.close_object();
}

}  // namespace onrecord

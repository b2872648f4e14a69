#include "show/http/answers.h"

#include <algorithm>
#include <array>
#include <map>

#include "show/http/api_json.h"

namespace onrecord {

namespace {

Response refusal(const Error& error) { return problem(500, "The ledger does not answer", to_line(error)); }
Response not_found(std::string_view what) { return problem(404, "Not on record", what); }
// What was asked for by its id: it is not there, or the ledger is damaged where it should be.
Response refusal(const Error& error, std::string_view not_there) {
  return error.fault == Fault::unknown_id ? not_found(not_there) : refusal(error);
}

// What an answer is made of.
struct Asked {
  const LedgerReader& reader;
  const Question& question;
  const std::string& version;
};

struct Paging {
  std::size_t offset = 0;
  std::size_t limit = 20;
};

Paging paging(const Question& question) { return {question.number("offset"), question.number("limit")}; }

template <class Item, class Write>
void write_page(std::string& body, const std::vector<Item>& items, std::size_t total, Paging page, const Write& write) {
  JsonWriter json(body);
  json.open_object();
  json.key("items");
  json.open_array();
  for (const Item& item : items) write(json, item);
  json.close_array();
  json.key("total");
  json.integer(total);
  json.key("offset");
  json.integer(page.offset);
  json.key("limit");
  json.integer(page.limit);
  json.close_object();
}

// Ids of the speakers that a query's `speaker` names; nothing where it names none.
Result<std::optional<std::vector<std::string>>> named(const LedgerReader& reader, std::string_view name) {
  std::vector<std::string> ids;
  if (name.empty()) return std::optional(ids);
  auto found = reader.find_speakers(name);
  if (!found) return tl::unexpected(found.error());
  for (const SpeakerMatch& match : found->matches) ids.push_back(match.speaker.id);
  if (ids.empty()) return std::optional<std::vector<std::string>>();
  return std::optional(ids);
}

Response changes(const Asked& asked) {
  const Question& question = asked.question;
  const Paging page = paging(question);
  ChangeFilter filter;
  filter.since = question.day("since");
  filter.until = question.day("until");
  filter.candidates = question.text("candidates") == "true";
  filter.type = relation_type(question.text("type"));
  filter.least = static_cast<float>(question.number("sure")) / 100.0f;
  filter.offset = page.offset;
  filter.limit = page.limit;
  auto speakers = named(asked.reader, question.text("speaker"));
  if (!speakers) return refusal(speakers.error());
  ChangesFound found;
  if (*speakers) {
    filter.speakers = std::move(**speakers);
    auto turns = asked.reader.changes_page(filter);
    if (!turns) return refusal(turns.error());
    found = std::move(*turns);
  }
  Response response;
  write_page(response.body, found.turns, found.total, page, write_turn);
  return response;
}

std::optional<Form> form_of(std::string_view text) {
  for (const Form form : {Form::direct, Form::indirect, Form::mixed}) {
    if (to_text(form) == text) return form;
  }
  return std::nullopt;
}

Response search(const Asked& asked) {
  const Question& question = asked.question;
  const Paging page = paging(question);
  SearchFilter filter;
  filter.since = question.day("since");
  filter.until = question.day("until");
  filter.form = form_of(question.text("form"));
  filter.does = relation_type(question.text("does"));
  filter.became = relation_type(question.text("became"));
  if (!question.text("outlet").empty()) filter.outlet = std::string(question.text("outlet"));
  filter.offset = page.offset;
  filter.limit = page.offset + page.limit + 1;  // one more tells whether there are more
  auto speakers = named(asked.reader, question.text("speaker"));
  if (!speakers) return refusal(speakers.error());
  std::vector<LedgerStatement> found;
  if (*speakers) {
    filter.speakers = std::move(**speakers);
    auto statements = asked.reader.search(question.text("words"), filter);
    if (!statements) return refusal(statements.error());
    found = std::move(*statements);
  }
  const std::size_t total = page.offset + found.size();
  if (found.size() > page.limit) found.pop_back();
  Response response;
  write_page(response.body, found, total, page, write_statement);
  return response;
}

Response speakers(const Asked& asked) {
  const auto found = asked.reader.find_speakers(asked.question.text("name"));
  if (!found) return refusal(found.error());
  Response response;
  write_speakers(response.body, *found);
  return response;
}

Response speaker(const Asked& asked) {
  const Paging page = paging(asked.question);
  SpeakerFilter filter;
  filter.since = asked.question.day("since");
  filter.until = asked.question.day("until");
  filter.about = asked.question.text("about");
  filter.offset = page.offset;
  filter.limit = page.limit;
  const auto record = asked.reader.speaker(asked.question.id, filter);
  if (!record) return refusal(record.error(), "No speaker has this id.");
  Response response;
  write_speaker_record(response.body, *record);
  return response;
}

Response statement(const Asked& asked) {
  auto shown = asked.reader.show(asked.question.id);
  if (!shown) return refusal(shown.error(), "No statement has this id.");
  const auto* utterance = std::get_if<Utterance>(&*shown);
  if (utterance == nullptr || utterance->reports.empty()) return not_found("No statement has this id.");
  Response response;
  JsonWriter json(response.body);
  write_utterance(json, *utterance);
  return response;
}

Response article(const Asked& asked) {
  auto shown = asked.reader.show(asked.question.id);
  if (!shown) return refusal(shown.error(), "No article has this id.");
  const auto* record = std::get_if<LedgerRecord>(&*shown);
  if (record == nullptr) return not_found("No article has this id.");
  Response response;
  JsonWriter json(response.body);
  write_article(json, *record);
  return response;
}

Response outlets(const Asked& asked) {
  const auto rows = asked.reader.outlets();
  if (!rows) return refusal(rows.error());
  Response response;
  write_page(response.body, *rows, rows->size(), {0, rows->size()}, write_outlet);
  return response;
}

Response summary(const Asked& asked) {
  const auto counts = asked.reader.counts();
  if (!counts) return refusal(counts.error());
  Response response;
  JsonWriter json(response.body);
  const auto count = [&json](std::string_view name, std::size_t value) {
    json.key(name);
    json.integer(value);
  };
  json.open_object();
  count("articles", counts->articles);
  count("statements", counts->statements);
  count("speakers", counts->speakers);
  count("relations", counts->relations + counts->across);
  json.field("version", asked.version);
  json.close_object();
  return response;
}

Response candidates(const Asked& asked) {
  const Paging page = paging(asked.question);
  auto found = asked.reader.candidates(page.offset + page.limit + 1);
  if (!found) return refusal(found.error());
  const std::size_t total = found->size();
  found->erase(found->begin(), found->begin() + static_cast<std::ptrdiff_t>(std::min(page.offset, total)));
  if (found->size() > page.limit) found->pop_back();
  Response response;
  write_page(response.body, *found, total, page, write_turn);
  return response;
}

// What a verdict's id is called, and the statement that proves it.
struct Called {
  std::string words, proof;
};

Called called(const LedgerReader& reader, const Verdict& verdict, const std::string& id) {
  if (verdict.kind == VerdictKind::same_speaker || verdict.kind == VerdictKind::different_speakers) {
    const auto found = reader.find_speakers(id);
    if (!found || found->matches.empty()) return {id, ""};
    return {found->matches.front().speaker.name, ""};
  }
  const auto shown = reader.show(id);
  const auto* turn = shown ? std::get_if<Turn>(&*shown) : nullptr;
  if (turn == nullptr) return {id, ""};
  const std::string name = turn->from.speaker ? turn->from.speaker->name : turn->from.source_words;
  return {name + ": " + turn->from.content, turn->from.id};
}

Response verdicts(const Asked& asked) {
  const LedgerReader& reader = asked.reader;
  const Paging page = paging(asked.question);
  auto all = reader.verdicts();
  if (!all) return refusal(all.error());
  std::vector<std::size_t> overruled;
  for (const Verdict& verdict : *all) {
    if (verdict.replaces) overruled.push_back(*verdict.replaces);
  }
  if (const std::string_view wanted = asked.question.text("speaker"); !wanted.empty()) {
    const auto is_wanted = [&](const std::string& id) {
      const auto found = id.empty() ? Result<SpeakerMatches>(SpeakerMatches{}) : reader.find_speakers(id);
      return found && !found->matches.empty() && found->matches.front().speaker.id == wanted;
    };
    std::erase_if(*all, [&](const Verdict& verdict) {
      const bool speakers =
          verdict.kind == VerdictKind::same_speaker || verdict.kind == VerdictKind::different_speakers;
      return !speakers || !(is_wanted(verdict.subject) || is_wanted(verdict.object));
    });
  }
  std::ranges::reverse(*all);  // the latest first
  const std::size_t total = all->size();
  all->erase(all->begin(), all->begin() + static_cast<std::ptrdiff_t>(std::min(page.offset, total)));
  if (all->size() > page.limit) all->resize(page.limit);
  constexpr std::array<std::string_view, 4> kinds{"confirm", "reject", "same_speaker", "different_speakers"};
  Response response;
  write_page(response.body, *all, total, page, [&](JsonWriter& json, const Verdict& verdict) {
    const Called subject = called(reader, verdict, verdict.subject);
    json.open_object();
    json.key("number");
    json.integer(verdict.number);
    json.field("kind", kinds[static_cast<std::size_t>(verdict.kind)]);
    json.field("subject", verdict.subject);
    json.field("subject_words", subject.words);
    json.field("proof", subject.proof);
    json.field("object", verdict.object);
    json.field("object_words", verdict.object.empty() ? "" : called(reader, verdict, verdict.object).words);
    json.field("by", verdict.by);
    json.field("note", verdict.note);
    json.field("made", verdict.made);
    json.key("overruled");
    json.boolean(std::ranges::find(overruled, verdict.number) != overruled.end());
    json.close_object();
  });
  return response;
}

}  // namespace

Response answer_question(const LedgerReader& reader, const Question& question, const std::string& version) {
  using Answer = Response (*)(const Asked&);
  static const std::map<std::string_view, Answer> answers{
      {"summary", summary},       {"changes", changes},     {"search", search},   {"speakers", speakers},
      {"speaker", speaker},       {"statement", statement}, {"article", article}, {"outlets", outlets},
      {"candidates", candidates}, {"verdicts", verdicts}};
  return answers.at(question.operation->id)({reader, question, version});
}

}  // namespace onrecord

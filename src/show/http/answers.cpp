#include "show/http/answers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "show/http/api_json.h"

namespace onrecord {

namespace {

Response refusal(const Error& error) { return problem(500, "The ledger does not answer", to_line(error)); }
Response not_found(std::string_view what) { return problem(404, "Not on record", what); }

// A number of the query; `fallback` where it is not given, nothing where it is none.
std::optional<std::size_t> number(std::string_view text, std::size_t fallback, std::size_t most) {
  if (text.empty()) return fallback;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > most) return std::nullopt;
  return value;
}

// True where `text` is empty or a whole day, which then stands in `day`.
bool whole_day(std::string_view text, std::optional<Date>& day) {
  if (text.empty()) return true;
  day = parse_iso(text);
  return day && day->day != 0 && text.size() == 10;
}

struct Paging {
  std::size_t offset = 0;
  std::size_t limit = 20;
};

std::optional<Paging> paging(const Target& target, std::size_t fallback = 20) {
  const auto offset = number(target.value("offset"), 0, 1'000'000'000);
  const auto limit = number(target.value("limit"), fallback, 200);
  if (!offset || !limit || *limit == 0) return std::nullopt;
  return Paging{*offset, *limit};
}

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

constexpr std::string_view bad_days = "since and until take a day like 2031-05-15.";
constexpr std::string_view bad_page = "offset takes a whole number, limit one from 1 to 200.";

Response changes(const LedgerReader& reader, const Target& target) {
  ChangeFilter filter;
  const auto page = paging(target);
  if (!page) return problem(400, "Bad request", bad_page);
  if (!whole_day(target.value("since"), filter.since) || !whole_day(target.value("until"), filter.until)) {
    return problem(400, "Bad request", bad_days);
  }
  const std::string_view type = target.value("type");
  const auto wanted = relation_type(type);
  if (!type.empty() && !wanted) return problem(400, "Bad request", "type takes a relation's name, such as retracts.");
  filter.candidates = target.value("candidates") == "true";
  Response response;
  auto speakers = named(reader, target.value("speaker"));
  if (!speakers) return refusal(speakers.error());
  filter.type = wanted;
  filter.offset = page->offset;
  filter.limit = page->limit;
  ChangesFound found;
  if (*speakers) {
    filter.speakers = std::move(**speakers);
    auto turns = reader.changes_page(filter);
    if (!turns) return refusal(turns.error());
    found = std::move(*turns);
  }
  write_page(response.body, found.turns, found.total, *page, write_turn);
  return response;
}

std::optional<Form> form_of(std::string_view text) {
  for (const Form form : {Form::direct, Form::indirect, Form::mixed}) {
    if (to_text(form) == text) return form;
  }
  return std::nullopt;
}

Response search(const LedgerReader& reader, const Target& target) {
  SearchFilter filter;
  auto page = paging(target);
  if (!page) return problem(400, "Bad request", bad_page);
  if (!whole_day(target.value("since"), filter.since) || !whole_day(target.value("until"), filter.until)) {
    return problem(400, "Bad request", bad_days);
  }
  filter.form = form_of(target.value("form"));
  if (!target.value("form").empty() && !filter.form) {
    return problem(400, "Bad request", "form takes direct, mixed or indirect.");
  }
  if (!target.value("outlet").empty()) filter.outlet = std::string(target.value("outlet"));
  filter.offset = page->offset;
  filter.limit = page->offset + page->limit + 1;  // one more tells whether there are more
  auto speakers = named(reader, target.value("speaker"));
  if (!speakers) return refusal(speakers.error());
  std::vector<LedgerStatement> found;
  if (*speakers) {
    filter.speakers = std::move(**speakers);
    auto statements = reader.search(target.value("words"), filter);
    if (!statements) return refusal(statements.error());
    found = std::move(*statements);
  }
  const std::size_t total = page->offset + found.size();
  if (found.size() > page->limit) found.pop_back();
  Response response;
  write_page(response.body, found, total, *page, write_statement);
  return response;
}

Response speakers(const LedgerReader& reader, const Target& target) {
  const auto found = reader.find_speakers(target.value("name"));
  if (!found) return refusal(found.error());
  constexpr std::array<std::string_view, 4> levels{"nothing", "id", "full name", "part of a name"};
  Response response;
  JsonWriter json(response.body);
  json.open_object();
  json.field("by", levels[static_cast<std::size_t>(found->by)]);
  json.key("matches");
  json.open_array();
  for (std::size_t i = 0; i < found->matches.size() && i < 50; ++i) write_match(json, found->matches[i]);
  json.close_array();
  json.close_object();
  return response;
}

Response speaker(const LedgerReader& reader, const std::string& id, const Target& target) {
  SpeakerFilter filter;
  const auto page = paging(target, 50);
  if (!page) return problem(400, "Bad request", bad_page);
  if (!whole_day(target.value("since"), filter.since) || !whole_day(target.value("until"), filter.until)) {
    return problem(400, "Bad request", bad_days);
  }
  filter.about = target.value("about");
  filter.offset = page->offset;
  filter.limit = page->limit;
  const auto record = reader.speaker(id, filter);
  if (!record) return not_found("No speaker has this id.");
  Response response;
  JsonWriter json(response.body);
  json.open_object();
  json.key("match");
  write_match(json, record->speaker);
  json.key("names");
  json.open_array();
  for (std::size_t i = 0; i < record->names.size() && i < 20; ++i) json.string(record->names[i]);
  json.close_array();
  json.key("utterances");
  json.open_array();
  for (const Utterance& utterance : record->utterances) write_utterance(json, utterance);
  json.close_array();
  json.key("more");
  json.boolean(record->more);
  json.key("months");
  json.open_array();
  for (const auto& [month, statements] : record->months) {
    json.open_object();
    json.field("month", month);
    json.key("statements");
    json.integer(statements);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return response;
}

Response statement(const LedgerReader& reader, const std::string& id) {
  auto shown = reader.show(id);
  const auto* utterance = shown ? std::get_if<Utterance>(&*shown) : nullptr;
  if (utterance == nullptr || utterance->reports.empty()) return not_found("No statement has this id.");
  Response response;
  JsonWriter json(response.body);
  write_utterance(json, *utterance);
  return response;
}

Response article(const LedgerReader& reader, const std::string& id) {
  auto shown = reader.show(id);
  const auto* record = shown ? std::get_if<LedgerRecord>(&*shown) : nullptr;
  if (record == nullptr) return not_found("No article has this id.");
  Response response;
  JsonWriter json(response.body);
  write_article(json, *record);
  return response;
}

Response outlets(const LedgerReader& reader) {
  const auto rows = reader.outlets();
  if (!rows) return refusal(rows.error());
  Response response;
  const auto write = [](JsonWriter& json, const OutletCounts& row) {
    const auto count = [&json](std::string_view name, std::size_t value) {
      json.key(name);
      json.integer(value);
    };
    json.open_object();
    json.field("outlet", row.outlet.value_or(""));
    count("articles", row.articles);
    count("statements", row.statements);
    count("direct", row.direct);
    count("unnamed", row.unnamed);
    count("altered", row.altered);
    json.close_object();
  };
  write_page(response.body, *rows, rows->size(), {0, rows->size()}, write);
  return response;
}

Response summary(const LedgerReader& reader, const std::string& version) {
  const auto counts = reader.counts();
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
  json.field("version", version);
  json.close_object();
  return response;
}

Response candidates(const LedgerReader& reader, const Target& target) {
  const auto page = paging(target);
  if (!page) return problem(400, "Bad request", bad_page);
  auto found = reader.candidates(page->offset + page->limit + 1);
  if (!found) return refusal(found.error());
  const std::size_t total = found->size();
  found->erase(found->begin(), found->begin() + static_cast<std::ptrdiff_t>(std::min(page->offset, total)));
  if (found->size() > page->limit) found->pop_back();
  Response response;
  write_page(response.body, *found, total, *page, write_turn);
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

Response verdicts(const LedgerReader& reader, const Target& target) {
  const auto page = paging(target);
  if (!page) return problem(400, "Bad request", bad_page);
  auto all = reader.verdicts();
  if (!all) return refusal(all.error());
  std::vector<std::size_t> overruled;
  for (const Verdict& verdict : *all) {
    if (verdict.replaces) overruled.push_back(*verdict.replaces);
  }
  if (const std::string_view wanted = target.value("speaker"); !wanted.empty()) {
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
  all->erase(all->begin(), all->begin() + static_cast<std::ptrdiff_t>(std::min(page->offset, total)));
  if (all->size() > page->limit) all->resize(page->limit);
  constexpr std::array<std::string_view, 4> kinds{"confirm", "reject", "same_speaker", "different_speakers"};
  Response response;
  write_page(response.body, *all, total, *page, [&](JsonWriter& json, const Verdict& verdict) {
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

Response answer_question(const LedgerReader& reader, const Target& target, const std::string& version) {
  const std::string& kind = target.path.size() > 2 ? target.path[2] : std::string();
  const bool whole = target.path.size() == 3;
  const bool one = target.path.size() == 4;
  Response response = not_found("The API has no such thing; see docs/api.md.");
  if (whole && kind == "changes") response = changes(reader, target);
  if (whole && kind == "search") response = search(reader, target);
  if (whole && kind == "speakers") response = speakers(reader, target);
  if (whole && kind == "candidates") response = candidates(reader, target);
  if (whole && kind == "verdicts") response = verdicts(reader, target);
  if (whole && kind == "outlets") response = outlets(reader);
  if (whole && kind == "summary") response = summary(reader, version);
  if (one && kind == "speakers") response = speaker(reader, target.path[3], target);
  if (one && kind == "statements") response = statement(reader, target.path[3]);
  if (one && kind == "articles") response = article(reader, target.path[3]);
  return response;
}

}  // namespace onrecord

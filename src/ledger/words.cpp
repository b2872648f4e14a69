#include "ledger/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/text.h"

namespace onrecord::ledger {

namespace {

constexpr std::uint32_t compared_context = 400;

// Without the marks that open and close it.
std::string_view without_marks(std::string_view quote) {
  constexpr std::array<std::string_view, 13> marks{"“", "”", "„", "‟", "‘", "’", "«", "»", "‹", "›", "\"", "''", "'"};
  const auto open =
      std::find_if(marks.begin(), marks.end(), [&](std::string_view mark) { return quote.starts_with(mark); });
  if (open != marks.end()) quote.remove_prefix(open->size());
  const auto close =
      std::find_if(marks.begin(), marks.end(), [&](std::string_view mark) { return quote.ends_with(mark); });
  if (close != marks.end()) quote.remove_suffix(close->size());
  return quote;
}

ActSeen act_seen(const StoredRecord& stored, const Relation& relation) {
  const Record& record = stored.record;
  const std::string_view text = record.article.text;
  ActSeen act;
  act.type = relation.type;
  act.held = held_share(relation);
  if (relation.to == none) {
    if (relation.to_span) act.about = slice(text, *relation.to_span);
    return act;
  }
  act.about = joined(text, record.statements[relation.to].content, " ");
  const std::uint32_t speaker = record.resolution.statements[relation.to].speaker;
  if (speaker != none) act.about_speaker = record.resolution.speakers[speaker].name;
  return act;
}

}  // namespace

std::string joined(std::string_view text, const std::vector<Span>& spans, std::string_view between) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out.append(between);
    out.append(slice(text, span));
  }
  return out;
}

Span passage(std::string_view text, const std::vector<Span>& spans, std::uint32_t context) {
  if (spans.empty()) return {};
  std::uint32_t first = spans.front().begin;
  std::uint32_t last = 0;
  for (const Span span : spans) {
    first = std::min(first, span.begin);
    last = std::max(last, span.end);
  }
  const std::size_t before = first == 0 ? std::string_view::npos : text.rfind('\n', first - 1);
  const std::size_t after = text.find('\n', last);
  Span whole{
      before == std::string_view::npos ? 0u : static_cast<std::uint32_t>(before + 1),
      after == std::string_view::npos ? static_cast<std::uint32_t>(text.size()) : static_cast<std::uint32_t>(after)};
  if (first - whole.begin > context) {
    whole.begin = first - context;
    while (whole.begin < first && text[whole.begin] != ' ') ++whole.begin;
  }
  if (whole.end - last > context) {
    whole.end = last + context;
    while (whole.end > last && text[whole.end - 1] != ' ') --whole.end;
  }
  return trim(text, whole);
}

Report report_of(const StoredRecord& stored, std::size_t index) {
  const Record& record = stored.record;
  const std::string_view text = record.article.text;
  const Statement& statement = record.statements[index];
  const Circumstances& circumstances = record.resolution.statements[index];
  StatementView view;
  view.article = stored.handle;
  view.statement = fmt::format("s{}", index + 1);
  view.outlet = record.article.outlet;
  view.published = record.article.published;
  if (circumstances.said) {
    view.said_from = circumstances.said->from;
    view.said_to = circumstances.said->to;
  }
  if (circumstances.speaker != none) {
    const Speaker& speaker = record.resolution.speakers[circumstances.speaker];
    view.speaker = speaker.name;
    view.kind = speaker.kind;
    for (const Role& role : speaker.roles) view.roles.push_back(role.text);
  }
  view.source = joined(text, statement.source, " ");
  view.cue = joined(text, statement.cue, " ");
  view.content = joined(text, statement.content, " ");
  for (const Span quote : statement.quotes) view.quoted.emplace_back(without_marks(slice(text, quote)));
  view.passage =
      slice(text, passage(text, statement.content.empty() ? statement.cue : statement.content, compared_context));
  view.form = statement.form;
  view.act = statement.act;
  view.polarity = statement.polarity;
  view.communicated = statement.communicated;
  view.nested = statement.within != none;
  for (const Relation& relation : record.relations) {
    if (relation.from == index) view.acts.push_back(act_seen(stored, relation));
  }
  return make_report(std::move(view));
}

const Relation& relation_of_act(const StoredRecord& stored, std::size_t index, std::uint32_t act) {
  const auto& relations = stored.record.relations;
  const auto found = std::find_if(relations.begin(), relations.end(),
                                  [&](const Relation& relation) { return relation.from == index && act-- == 0; });
  return *found;
}

}  // namespace onrecord::ledger

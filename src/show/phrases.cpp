#include "show/phrases.h"

#include <fmt/format.h>

#include <array>

#include "show/columns.h"
#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::array<std::string_view, 13> months{"",        "January",  "February", "March",  "April",
                                                  "May",     "June",     "July",     "August", "September",
                                                  "October", "November", "December"};

std::string short_day(Date date) {
  std::string out = date.day == 0 ? "" : fmt::format("{} ", date.day);
  if (date.month != 0 && date.month <= 12) out += fmt::format("{} ", months[date.month].substr(0, 3));
  return out + std::to_string(date.year);
}

// Of one side: the same name in the ledger.
bool same_speaker(const LedgerStatement& one, const LedgerStatement& other) {
  return one.speaker && other.speaker && one.speaker->id == other.speaker->id;
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string host(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return url.substr(begin, url.find_first_of("/?#:", begin) - begin);
}

}  // namespace

std::string day_in_words(Date date) {
  if (date.month == 0 || date.month > 12) return fmt::format("{}", date.year);
  if (date.day == 0) return fmt::format("{} {}", months[date.month], date.year);
  return fmt::format("{} {} {}", date.day, months[date.month], date.year);
}

std::string days_in_words(Date from, Date to) {
  if (from == to) return day_in_words(from);
  if (from.day != 0 && to.day != 0 && from.year == to.year) {
    if (from.month == to.month) return fmt::format("{} to {}", from.day, day_in_words(to));
    return fmt::format("{} {} to {}", from.day, months[from.month], day_in_words(to));
  }
  return day_in_words(from) + " to " + day_in_words(to);
}

std::string count_of(std::size_t count, const std::string& thing) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits + " " + thing + (count == 1 ? "" : "s");
}

std::string percent(float confidence) { return fmt::format("{:.0f}\u00a0%", static_cast<double>(confidence) * 100.0); }

std::string when(const LedgerStatement& statement) {
  const auto& said = statement.circumstances.said;
  if (said && said->from) return days_in_words(*said->from, said->to.value_or(*said->from));
  if (statement.source.published) return "reported " + day_in_words(*statement.source.published);
  return "day unknown";
}

std::string day_column(const LedgerStatement& statement) {
  const auto& said = statement.circumstances.said;
  if (said && said->from) return short_day(*said->from);
  if (statement.source.published) return "by " + short_day(*statement.source.published);
  return "undated";
}

std::string name_of(const LedgerStatement& statement) {
  if (statement.speaker && !statement.speaker->name.empty()) return statement.speaker->name;
  if (!statement.source_words.empty()) return "“" + statement.source_words + "”";
  return "someone unnamed";
}

namespace {

// "told Radio Fjord", "told reporters"; of one thing that the text calls by a noun alone, "audience: harbour meeting".
std::string told_words(const std::string& name) {
  const bool proper = name.empty() || name.front() < 'a' || name.front() > 'z';
  const bool reads = proper || name.ends_with('s') || name.ends_with("people") || name.ends_with("media") ||
                     name.ends_with("press") || name.starts_with("the ") || name.starts_with("a ") ||
                     name.starts_with("his ") || name.starts_with("her ") || name.starts_with("their ");
  return (reads ? "told " : "audience: ") + name;
}

}  // namespace

std::string circumstances_of(const LedgerStatement& statement) {
  std::string out;
  const auto add = [&out](const std::string& fact) { out += (out.empty() ? "" : "; ") + fact; };
  if (statement.circumstances.told) add(told_words(statement.circumstances.told->name));
  // What was declined is neither said nor thought.
  const bool declined = statement.statement.polarity == Polarity::declined;
  if (!statement.statement.communicated && !declined) add("thought or felt, as the article has it, not said");
  if (statement.statement.polarity == Polarity::negated) add("did not say this");
  if (declined) add("declined to comment");
  return out;
}

std::string words_of(const LedgerStatement& statement) {
  return words_of(statement.statement, statement.cue, statement.content);
}

std::string words_of(const Statement& spans, const std::string& cue, const std::string& content) {
  if (content.empty()) return cue;
  const bool cue_first =
      !spans.cue.empty() && !spans.content.empty() && spans.cue.front().begin < spans.content.front().begin;
  if (spans.form == Form::direct || !cue_first) return content;
  const auto first = static_cast<unsigned char>(content.front());
  const bool runs_on = (first >= 'a' && first <= 'z') || content.starts_with("“") || first == '"';
  const bool side_by_side = spans.content.front().begin <= spans.cue.back().end + 1;
  const bool reads_on = side_by_side || (runs_on && spans.cue.size() == 1);
  return cue + (reads_on || cue.ends_with(':') ? " " : ": ") + content;
}

std::string shortened(const std::string& text, unsigned columns) {
  if (columns_of(text) <= columns) return harmless(text);
  const std::vector<Cell> cells = cells_of(text);
  const Range first = wrap(cells, columns - 1, columns - 1).front();
  std::string out;
  for (std::uint32_t i = first.begin; i < first.end; ++i) out += shown(text, cells[i]);
  return out + "…";
}

std::vector<std::string> telling_roles(const std::vector<std::string>& roles) {
  std::vector<std::string> telling;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const std::string role = lower(roles[i]);
    bool said = false;
    for (std::size_t k = 0; k < roles.size() && !said; ++k) {
      const std::string other = lower(roles[k]);
      said = other == role ? k < i : other.find(role) != std::string::npos;
    }
    if (!said) telling.push_back(roles[i]);
  }
  return telling;
}

std::string outlet_of(const Source& source) {
  if (source.outlet) return *source.outlet;
  if (source.url) return host(*source.url);
  return source.path.empty() ? "outlet unknown" : file_name(source.path);
}

std::string line_of(const Source& source) {
  std::string out = outlet_of(source) + ", " + (source.published ? day_in_words(*source.published) : "undated");
  if (!source.title.empty()) out += ": " + source.title;
  return out;
}

std::string standing_of(const Turn& turn) {
  switch (turn.judgement) {
    case Judgement::pending:
      return percent(turn.decision.confidence) + " sure";
    case Judgement::confirmed:
      return "confirmed in review";
    case Judgement::rejected:
      return "rejected in review";
  }
  return "";
}

std::string past_of(RelationType type) {
  switch (type) {
    case RelationType::retracts:
      return "took back";
    case RelationType::clarifies:
      return "clarified";
    case RelationType::reaffirms:
      return "stood by";
    case RelationType::denies:
      return "denied";
    case RelationType::disputes:
      return "disputed";
    case RelationType::supports:
      return "backed";
    case RelationType::responds:
      return "answered";
  }
  return "";
}

std::string present_of(RelationType type) {
  switch (type) {
    case RelationType::retracts:
      return "takes back";
    case RelationType::clarifies:
      return "clarifies";
    case RelationType::reaffirms:
      return "stands by";
    case RelationType::denies:
      return "denies";
    case RelationType::disputes:
      return "disputes";
    case RelationType::supports:
      return "backs";
    case RelationType::responds:
      return "answers";
  }
  return "";
}

std::string deed_of(const Turn& turn) {
  if (turn.kind == TurnKind::candidate) return "may have changed position";
  const std::string verb = past_of(turn.type);
  if (!turn.to) return verb + (turn.mention.empty() ? " something said before" : " “" + turn.mention + "”");
  if (same_speaker(turn.from, *turn.to)) return verb + " earlier words";
  return verb + " what " + name_of(*turn.to) + " said";
}

}  // namespace onrecord

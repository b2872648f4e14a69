// One article as the whole ledger sees it: what `export` gives.
#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/columns.h"
#include "ledger/snapshot.h"
#include "ledger/words.h"

namespace onrecord::ledger {

namespace {

// What an exported article names as its path, so that it says where it stands: in a file of JSON Lines.
constexpr const char* exported_path = "export.jsonl";

// So many wordings of one utterance are compared, each with each.
constexpr std::size_t most_wordings = 40;

}  // namespace

bool Snapshot::wording_differs(const std::vector<std::int64_t>& statements) {
  if (statements.size() < 2) return false;
  std::map<std::vector<std::string>, Report> wordings;  // reports that quote the same words are one
  for (const std::int64_t number : statements) {
    Report report = report_of(lone(number)->stored, 0);
    if (!report.quoted_words.empty() && wordings.size() < most_wordings)
      wordings.try_emplace(report.quoted_words, std::move(report));
  }
  for (auto i = wordings.begin(); i != wordings.end(); ++i) {
    for (auto j = wordings.begin(); j != i; ++j) {
      if (compare_wording(j->second, i->second).differs) return true;
    }
  }
  return false;
}

LedgerRecord Snapshot::record(const StoredRecord& stored) {
  LedgerRecord out;
  out.article = stored.handle;
  out.record = stored.record;
  out.record.article.path = exported_path;
  for (const std::int64_t speaker : stored.speakers) out.speakers.push_back(speakers.of(speaker));
  for (const std::int64_t statement : stored.statements) out.utterances.push_back(utterances.of(statement)->id);

  // Several reports of one target are one target, named by its earliest report; and what the article itself ties to a
  // statement of its own is not tied again to another article's report of the same.
  struct Best {
    TurnRow row;
    std::string id, to;
    std::optional<Date> published;
  };
  std::map<std::pair<std::int64_t, std::string>, Best> best;
  std::vector<std::pair<std::int64_t, std::string>> told;
  const std::vector<TurnRow> rows = turns_from(stored.statements);
  for (const TurnRow& row : rows) {
    if (row.kind == TurnKind::inside && row.to != 0) told.emplace_back(row.from, utterances.of(row.to)->id);
  }
  for (const TurnRow& row : rows) {
    if (row.kind != TurnKind::across) continue;
    const std::string target = utterances.of(row.to)->id;
    const auto pair = std::make_pair(row.from, target);
    if (target == utterances.of(row.from)->id || std::find(told.begin(), told.end(), pair) != told.end()) continue;
    const auto other = article_of(row.to);
    Best made{row, turn_id(row), statement_id(other->handle, other->index_of(row.to)), other->record.article.published};
    if (judgement(made.id) == Judgement::rejected) continue;
    const auto [found, fresh] = best.try_emplace(pair, made);
    const auto order = [](const Best& one) {
      return std::make_tuple(one.row.type, !one.published.has_value(), one.published, one.to);
    };
    if (!fresh && order(made) < order(found->second)) found->second = made;
  }
  for (const auto& [pair, chosen] : best) {
    LedgerRelation& relation = out.across.emplace_back();
    relation.id = chosen.id;
    relation.type = chosen.row.type;
    relation.from = static_cast<std::uint32_t>(stored.index_of(chosen.row.from));
    relation.to = chosen.to;
    across_row_.bind(chosen.row.number);
    if (across_row_.step()) {
      relation.evidence = spans_of(across_row_.text(1)).value_or(std::vector<Span>{});
      relation.decision = {std::string(across_row_.text(2)), static_cast<float>(across_row_.real(3))};
    }
    across_row_.reset();
  }
  std::sort(out.across.begin(), out.across.end(), [](const LedgerRelation& a, const LedgerRelation& b) {
    return std::tie(a.from, a.to, a.type) < std::tie(b.from, b.to, b.type);
  });
  return out;
}

}  // namespace onrecord::ledger

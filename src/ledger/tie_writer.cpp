#include "ledger/tie_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "ledger/columns.h"
#include "ledger/keys.h"
#include "ledger/words.h"

namespace onrecord::ledger {

namespace {

// SQLite stores what fits 32 bits in four bytes. Two keys that fold together only make more statements be compared.
std::int64_t folded(std::uint64_t key) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(key ^ (key >> 32)));
}

std::vector<std::int64_t> folded(const std::vector<std::uint64_t>& keys) {
  std::vector<std::int64_t> out;
  for (const std::uint64_t key : keys) out.push_back(folded(key));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string_view to_text(TieKind kind) {
  constexpr std::array<std::string_view, 4> names{"verbatim", "shortened", "altered", "paraphrase"};
  return names[static_cast<std::size_t>(kind)];
}

template <class Pairs>
void sort_once(Pairs& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

// Calls `use(key, statements)` for each key; the list is sorted by key.
template <class List, class Use>
void each_key(const List& list, const Use& use) {
  for (std::size_t i = 0; i < list.size();) {
    std::vector<std::int64_t> statements;
    const std::int64_t key = list[i].first;
    for (; i < list.size() && list[i].first == key; ++i) statements.push_back(list[i].second);
    use(key, statements);
  }
}

bool holds(const std::vector<std::int64_t>& sorted, std::int64_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

}  // namespace

ReportCache::ReportCache(const Database& database)
    : reader_(database), article_of_(database.query("SELECT article FROM statement WHERE number = ?")) {}

std::shared_ptr<ReportCache::Entry> ReportCache::article(std::int64_t number) {
  if (const auto found = where_.find(number); found != where_.end()) {
    recent_.splice(recent_.begin(), recent_, found->second);
    return recent_.front();
  }
  auto entry = std::make_shared<Entry>();
  entry->stored = reader_.read(number);
  entry->reports.resize(entry->stored.statements.size());
  recent_.push_front(entry);
  where_[number] = recent_.begin();
  if (recent_.size() > capacity) {
    where_.erase(recent_.back()->stored.number);
    recent_.pop_back();
  }
  return entry;
}

ReportCache::Found ReportCache::find(std::int64_t statement) {
  article_of_.bind(statement);
  const std::int64_t number = article_of_.step() ? article_of_.integer(0) : 0;
  article_of_.reset();
  Found found{article(number), 0, nullptr};
  found.index = found.entry->stored.index_of(statement);
  auto& report = found.entry->reports[found.index];
  if (!report) report = std::make_unique<Report>(report_of(found.entry->stored, found.index));
  found.report = report.get();
  return found;
}

void ReportCache::clear() {
  where_.clear();
  recent_.clear();
}

TieWriter::KeyTable::KeyTable(const Database& database, const std::string& table)
    : of_key(database.query("SELECT statement FROM " + table + " WHERE key = ? ORDER BY statement LIMIT " +
                            std::to_string(too_common + 1))),
      add(database.query("INSERT INTO " + table + " (key, statement) VALUES (?, ?)")) {}

TieWriter::Statements TieWriter::KeyTable::statements(std::int64_t key) {
  Statements found;
  of_key.bind(key);
  while (of_key.step()) found.push_back(of_key.integer(0));
  of_key.reset();
  return found;
}

void TieWriter::KeyTable::insert(std::int64_t key, std::int64_t statement) {
  known_rare.clear();
  add.bind(key).bind(statement).run();
}

bool TieWriter::KeyTable::rare(std::int64_t key) {
  const auto [known, fresh] = known_rare.try_emplace(key);
  if (fresh) known->second = statements(key).size() <= too_common;
  return known->second;
}

TieWriter::TieWriter(const Database& database)
    : cache_(database),
      utterance_(database, "utterance_key"),
      acting_(database, "acting_key"),
      target_(database, "target_key"),
      add_tie_(database.query("INSERT INTO utterance_tie (a, b, kind, score, copied) VALUES (?, ?, ?, ?, ?)")),
      add_relation_(database.query("INSERT INTO across_relation (handle, nature, type, from_statement, to_statement, "
                                   "evidence, shared, decided_by, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      ties_of_(database.query("SELECT number, b FROM utterance_tie WHERE a = ?")),
      relations_of_(database.query("SELECT number, to_statement FROM across_relation WHERE from_statement = ?")),
      withdraw_(database.query("INSERT OR IGNORE INTO tie_withdrawal (what, row) VALUES (?, ?)")) {}

void TieWriter::tie(const std::vector<std::int64_t>& articles) {
  KeyedStatements utterance, acting, target;
  for (const std::int64_t number : articles) {
    const auto entry = cache_.article(number);
    for (std::size_t i = 0; i < entry->stored.statements.size(); ++i) {
      const std::int64_t statement = entry->stored.statements[i];
      const Report& report = *cache_.find(statement).report;
      for (const std::int64_t key : folded(utterance_keys(report))) utterance.emplace_back(key, statement);
      const RelationKeys keys = relation_keys(report);
      for (const std::int64_t key : folded(keys.acting)) acting.emplace_back(key, statement);
      for (const std::int64_t key : folded(keys.target)) target.emplace_back(key, statement);
    }
  }
  std::sort(utterance.begin(), utterance.end());
  std::sort(acting.begin(), acting.end());
  std::sort(target.begin(), target.end());
  tie_utterances(utterance);
  tie_relations(acting, target);
}

void TieWriter::tie_utterances(const KeyedStatements& fresh) {
  Pairs pairs;
  std::vector<Statements> crossed;
  each_key(fresh, [&](std::int64_t key, const Statements& added) {
    Statements before = utterance_.statements(key);
    if (before.size() > too_common) return;
    for (const std::int64_t statement : added) utterance_.insert(key, statement);
    if (before.size() + added.size() > too_common) {
      crossed.push_back(std::move(before));
      return;
    }
    for (std::size_t i = 0; i < added.size(); ++i) {
      for (const std::int64_t other : before) pairs.emplace_back(other, added[i]);
      for (std::size_t j = 0; j < i; ++j) pairs.emplace_back(added[j], added[i]);
    }
  });
  compare_utterances(pairs);
  withdraw_utterances(crossed);
}

void TieWriter::compare_utterances(Pairs& pairs) {
  sort_once(pairs);
  for (const auto& [a, b] : pairs) {
    const ReportCache::Found one = cache_.find(a);
    const ReportCache::Found other = cache_.find(b);
    if (one.entry == other.entry) continue;
    const auto tie = same_utterance(*one.report, *other.report);
    if (!tie) continue;
    add_tie_.bind(a).bind(b).bind(to_text(tie->kind)).bind(to_column(tie->score)).bind(std::int64_t{tie->copied}).run();
  }
}

void TieWriter::withdraw_utterances(const std::vector<Statements>& crossed) {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> ties;  // by number: what it ties
  for (const Statements& statements : crossed) {
    for (const std::int64_t a : statements) {
      ties_of_.bind(a);
      while (ties_of_.step()) {
        if (holds(statements, ties_of_.integer(1))) ties[ties_of_.integer(0)] = {a, ties_of_.integer(1)};
      }
      ties_of_.reset();
    }
  }
  std::unordered_map<std::int64_t, Statements> keys;
  const auto keys_of = [&](std::int64_t statement) -> const Statements& {
    const auto [known, fresh] = keys.try_emplace(statement);
    if (fresh) known->second = folded(utterance_keys(*cache_.find(statement).report));
    return known->second;
  };
  for (const auto& [number, tied] : ties) {
    const Statements& others = keys_of(tied.second);
    const Statements& own = keys_of(tied.first);
    const bool carried = std::any_of(own.begin(), own.end(),
                                     [&](std::int64_t key) { return holds(others, key) && utterance_.rare(key); });
    if (!carried) withdraw_.bind(std::string_view("utterance_tie")).bind(number).run();
  }
}

void TieWriter::tie_relations(const KeyedStatements& fresh_acting, const KeyedStatements& fresh_target) {
  std::unordered_map<std::int64_t, Sides> fresh;
  std::vector<std::int64_t> keys;
  for (const auto& [key, statement] : fresh_acting) fresh[key].acting.push_back(statement);
  for (const auto& [key, statement] : fresh_target) fresh[key].target.push_back(statement);
  for (const auto& [key, sides] : fresh) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  Pairs pairs;
  std::vector<Sides> crossed;
  for (const std::int64_t key : keys) {
    const Sides& added = fresh[key];
    Sides before{acting_.statements(key), target_.statements(key)};
    const bool was_rare = before.acting.size() <= too_common && before.target.size() <= too_common;
    if (before.acting.size() <= too_common) {
      for (const std::int64_t statement : added.acting) acting_.insert(key, statement);
    }
    if (before.target.size() <= too_common) {
      for (const std::int64_t statement : added.target) target_.insert(key, statement);
    }
    if (!was_rare) continue;
    if (before.acting.size() + added.acting.size() > too_common ||
        before.target.size() + added.target.size() > too_common) {
      crossed.push_back(std::move(before));
      continue;
    }
    for (const std::int64_t from : added.acting) {
      for (const std::int64_t to : before.target) pairs.emplace_back(from, to);
      for (const std::int64_t to : added.target) pairs.emplace_back(from, to);
    }
    for (const std::int64_t from : before.acting) {
      for (const std::int64_t to : added.target) pairs.emplace_back(from, to);
    }
  }
  compare_relations(pairs);
  withdraw_relations(crossed);
}

void TieWriter::compare_relations(Pairs& pairs) {
  sort_once(pairs);
  for (const auto& [from, to] : pairs) {
    const ReportCache::Found later = cache_.find(from);
    const ReportCache::Found earlier = cache_.find(to);
    if (later.entry == earlier.entry) continue;
    auto relation = relate_across(*later.report, *earlier.report);
    const std::string_view nature = relation ? "reported" : "candidate";
    if (!relation) relation = changed_position(*later.report, *earlier.report);
    if (!relation) continue;
    const StoredRecord& stored = later.entry->stored;
    // Nothing in the later article says that a candidate holds.
    const std::string evidence = to_column(
        relation->act == none ? std::vector<Span>{} : relation_of_act(stored, later.index, relation->act).evidence);
    const std::string handle = across_handle(later.id(), earlier.id(), nature);
    const std::string shared = to_column(relation->shared);
    add_relation_.bind(std::string_view(handle))
        .bind(nature)
        .bind(onrecord::to_text(relation->type))
        .bind(from)
        .bind(to);
    add_relation_.bind(std::string_view(evidence)).bind(std::string_view(shared));
    add_relation_.bind(std::string_view(relation->decision.by)).bind(to_column(relation->decision.confidence)).run();
  }
}

void TieWriter::withdraw_relations(const std::vector<Sides>& crossed) {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> relations;
  for (const Sides& sides : crossed) {
    for (const std::int64_t from : sides.acting) {
      relations_of_.bind(from);
      while (relations_of_.step()) {
        if (holds(sides.target, relations_of_.integer(1)))
          relations[relations_of_.integer(0)] = {from, relations_of_.integer(1)};
      }
      relations_of_.reset();
    }
  }
  for (const auto& [number, tied] : relations) {
    const auto keys = folded(relation_keys(*cache_.find(tied.first).report).acting);
    const auto others = folded(relation_keys(*cache_.find(tied.second).report).target);
    const bool carried = std::any_of(keys.begin(), keys.end(), [&](std::int64_t key) {
      return holds(others, key) && acting_.rare(key) && target_.rare(key);
    });
    if (!carried) withdraw_.bind(std::string_view("across_relation")).bind(number).run();
  }
}

}  // namespace onrecord::ledger

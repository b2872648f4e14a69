// Whether everything that the ledger promises holds (docs/ledger.md, "What check tests").
#include <fmt/format.h>

#include <set>

#include "ledger/keys.h"
#include "ledger/queries.h"
#include "ledger/tally_check.h"
#include "ledger/verdict_writer.h"
#include "ledger/word_check.h"
#include "ledger/words.h"
#include "relate/relate.h"

namespace onrecord::ledger {

namespace {

using Sink = std::function<void(const Violation&)>;

void check_file(const Database& database, const Sink& sink) {
  Query pages = database.query("PRAGMA integrity_check");
  while (pages.step()) {
    if (pages.text(0) != "ok") sink(fmt::format("file: {}", pages.text(0)));
  }
  Query references = database.query("PRAGMA foreign_key_check");
  while (references.step()) {
    sink(fmt::format("file: row {} of {} points at a row of {} that is not there", references.integer(1),
                     references.text(0), references.text(2)));
  }
}

// Names, keys and handles are worked out from the record; what the file holds must be the same.
void check_derived(const StoredRecord& stored, Query& speakers, const Sink& sink) {
  if (article_key(stored.record.article) != stored.key)
    sink(fmt::format("article {}: its key is not that of what it holds", stored.handle));
  if (handle_of(stored.key) != stored.handle)
    sink(fmt::format("article {}: its id is not its key's beginning", stored.handle));
  speakers.bind(stored.number);
  for (std::size_t i = 0; speakers.step() && i < stored.record.resolution.speakers.size(); ++i) {
    const Speaker& speaker = stored.record.resolution.speakers[i];
    const std::string id = speaker_id(stored.handle, i);
    if (speakers.text(0) != id) sink(fmt::format("speaker {}: the file names it {}", id, speakers.text(0)));
    if (speakers.text(1) != name_key(speaker.name)) sink(fmt::format("speaker {}: its name is filed as another", id));
    if ((speakers.integer(2) != 0) != merges(speaker))
      sink(fmt::format("speaker {}: it is merged by name though it may not be, or not though it may", id));
  }
  speakers.reset();
}

// Only a speaker's own side retracts, clarifies or reaffirms (invariant 8), by the rule that `relate` itself holds.
void check_sides(const StoredRecord& stored, const Sink& sink) {
  const Record& record = stored.record;
  for (std::size_t i = 0; i < record.relations.size(); ++i) {
    const Relation& relation = record.relations[i];
    if (!breaks_side_rule(relation, record.resolution)) continue;
    const auto name = [&](std::uint32_t statement) {
      return record.resolution.speakers[record.resolution.statements[statement].speaker].name;
    };
    sink(fmt::format("relation {}: {} {} what {} said, but is not known to be on that side",
                     relation_id(stored.handle, i), name(relation.from), to_text(relation.type), name(relation.to)));
  }
}

void expect_words(const StoredRecord& stored, WordCheck& words) {
  const Record& record = stored.record;
  for (std::size_t i = 0; i < stored.statements.size(); ++i) {
    const Statement& statement = record.statements[i];
    const std::uint32_t speaker = record.resolution.statements[i].speaker;
    words.expect(stored.statements[i], joined(record.article.text, statement.content, " … "),
                 speaker == none ? std::string_view{} : record.resolution.speakers[speaker].name,
                 joined(record.article.text, statement.cue, " … "));
  }
}

// The full-text index holds what the articles that can be read say, word for word. `unread`: the articles that cannot.
void check_search(const Database& database, WordCheck& words, const std::set<std::int64_t>& unread, const Sink& sink) {
  Query named = database.query(
      "SELECT a.number, a.handle, s.ordinal FROM statement s JOIN article a ON a.number = s.article "
      "WHERE s.number = ?");
  const auto done = at_door([&] {
    words.compare([&](std::int64_t number) {
      named.bind(number);
      if (!named.step()) {
        sink(fmt::format("file: the full-text index holds statement {}, which the file does not", number));
      } else if (!unread.contains(named.integer(0))) {
        const auto ordinal = static_cast<std::size_t>(named.integer(2));
        sink(fmt::format("statement {}: the full-text index holds other words for it",
                         statement_id(std::string(named.text(1)), ordinal - 1)));
      }
      named.reset();
    });
  });
  if (!done) sink(fmt::format("file: the full-text index cannot be read: {}", done.error().what));
}

void check_articles(Snapshot& snapshot, const Sink& sink) {
  const Database& database = snapshot.database;
  RecordReader reader(database);
  Query numbers = database.query("SELECT number FROM article ORDER BY number");
  Query speakers = database.query("SELECT handle, name_key, merges FROM speaker WHERE article = ? ORDER BY ordinal");
  WordCheck words(database);
  std::set<std::int64_t> unread;
  Query entry = database.query("SELECT digest FROM entry WHERE what = 'article' AND row = ?");
  while (numbers.step()) {
    const auto read = at_door([&] { return reader.read(numbers.integer(0)); });
    if (!read) {
      sink(read.error().what);
      unread.insert(numbers.integer(0));
      continue;
    }
    check_derived(*read, speakers, sink);
    check_sides(*read, sink);
    expect_words(*read, words);
    entry.bind(read->number);
    if (!entry.step()) {
      sink(fmt::format("article {}: no entry of the chain covers it", read->handle));
    } else if (entry.text(0) != digest(read->record)) {
      sink(fmt::format("article {}: it was changed after it was added", read->handle));
    }
    entry.reset();
  }
  check_search(database, words, unread, sink);
  const std::int64_t indexed = database.number("SELECT count(*) FROM statement_search_docsize");
  const std::int64_t statements = database.number("SELECT count(*) FROM statement");
  if (indexed != statements)
    sink(fmt::format("file: the full-text index holds {} statements of {}", indexed, statements));
}

void check_chain(const Database& database, const Sink& sink) {
  Query entries = database.query("SELECT number, what, row, digest, chain FROM entry ORDER BY number");
  std::string chain;
  std::int64_t expected = 1;
  std::set<std::pair<std::string, std::int64_t>> seen;
  while (entries.step()) {
    const std::int64_t number = entries.integer(0);
    if (number != expected) {
      sink(fmt::format("chain: entry {} is missing", expected));
      expected = number;
    }
    ++expected;
    if (!seen.emplace(std::string(entries.text(1)), entries.integer(2)).second)
      sink(fmt::format("chain: entry {} covers what an earlier one covers", number));
    chain = digest({chain, entries.text(1), entries.text(3)});
    if (chain != entries.text(4)) {
      sink(fmt::format("chain: entry {} does not follow from those before it", number));
      chain = entries.text(4);
    }
  }
  if (seen.size() != static_cast<std::size_t>(
                         database.number("SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM verdict)")))
    sink("chain: its entries and the articles and verdicts differ in number");
}

void check_verdicts(const Snapshot& snapshot, const Sink& sink) {
  Query digests = snapshot.database.query("SELECT digest FROM entry WHERE what = 'verdict' AND row = ?");
  Query kinds = snapshot.database.query("SELECT kind FROM speaker WHERE handle = ?");
  const auto unnamed = [&](const std::string& handle) {
    kinds.bind(std::string_view(handle));
    const bool is = kinds.step() && kinds.text(0) == onrecord::to_text(SpeakerKind::unnamed);
    kinds.reset();
    return is;
  };
  for (const Verdict& verdict : snapshot.verdicts) {
    digests.bind(static_cast<std::int64_t>(verdict.number));
    if (!digests.step() || digests.text(0) != digest(verdict))
      sink(fmt::format("verdict {}: it was changed after it was given", verdict.number));
    digests.reset();
    if (verdict.by.empty()) sink(fmt::format("verdict {}: nobody signs it", verdict.number));
    if (verdict.kind == VerdictKind::same_speaker && unnamed(verdict.subject) != unnamed(verdict.object))
      sink(fmt::format("verdict {}: it makes an unnamed source one with a named speaker", verdict.number));
  }
}

void check_ties(const Database& database, const Sink& sink) {
  const auto each = [&](const char* sql, const char* what) {
    Query query = database.query(sql);
    while (query.step()) sink(fmt::format("{} {}: {}", what, query.text(0), query.text(1)));
  };
  each(
      "SELECT t.number, 'it ties two statements of one article' FROM utterance_tie t JOIN statement a ON a.number = "
      "t.a "
      "JOIN statement b ON b.number = t.b WHERE a.article = b.article",
      "tie");
  each(
      "SELECT r.handle, 'it ties two statements of one article' FROM across_relation r "
      "JOIN statement a ON a.number = r.from_statement JOIN statement b ON b.number = r.to_statement "
      "WHERE a.article = b.article",
      "relation");
  each(
      "SELECT r.handle, 'nobody signs it, or it is less than 0 or more than 1 sure' FROM across_relation r "
      "WHERE r.decided_by = '' OR NOT r.confidence BETWEEN 0 AND 1",
      "relation");
  each(
      "SELECT number, 'it withdraws a tie that is not there' FROM tie_withdrawal w WHERE "
      "(what = 'utterance_tie' AND row NOT IN (SELECT number FROM utterance_tie)) OR "
      "(what = 'across_relation' AND row NOT IN (SELECT number FROM across_relation))",
      "withdrawal");
}

}  // namespace

void check(Snapshot& snapshot, const Sink& sink) {
  check_file(snapshot.database, sink);
  check_articles(snapshot, sink);
  check_chain(snapshot.database, sink);
  check_verdicts(snapshot, sink);
  check_ties(snapshot.database, sink);
  check_tallies(snapshot.database, sink);
}

}  // namespace onrecord::ledger

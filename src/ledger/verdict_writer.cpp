#include "ledger/verdict_writer.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <ctime>

#include "ledger/keys.h"

namespace onrecord::ledger {

namespace {

constexpr std::array<std::string_view, 4> kind_names{"confirm", "reject", "same_speaker", "different_speakers"};

}  // namespace

std::string_view to_text(VerdictKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<VerdictKind> verdict_kind(std::string_view text) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == text) return static_cast<VerdictKind>(i);
  }
  return std::nullopt;
}

bool about_speakers(VerdictKind kind) {
  return kind == VerdictKind::same_speaker || kind == VerdictKind::different_speakers;
}

std::string digest(const Verdict& verdict) {
  return digest({to_text(verdict.kind), verdict.subject, verdict.object, verdict.by, verdict.note, verdict.made,
                 std::to_string(verdict.replaces.value_or(0))});
}

std::vector<Verdict> read_verdicts(const Database& database) {
  Query rows =
      database.query("SELECT number, kind, subject, object, by, note, made, replaces FROM verdict ORDER BY number");
  std::vector<Verdict> verdicts;
  while (rows.step()) {
    Verdict& verdict = verdicts.emplace_back();
    const auto kind = verdict_kind(rows.text(1));
    if (!kind) fail(database.path(), "the ledger is damaged: a verdict of no known kind", "restore it from a copy");
    verdict.number = static_cast<std::size_t>(rows.integer(0));
    verdict.kind = *kind;
    verdict.subject = rows.text(2);
    verdict.object = rows.text(3);
    verdict.by = rows.text(4);
    verdict.note = rows.text(5);
    verdict.made = rows.text(6);
    if (!rows.is_null(7)) verdict.replaces = static_cast<std::size_t>(rows.integer(7));
  }
  return verdicts;
}

VerdictWriter::VerdictWriter(const Database& database, RecordWriter& records)
    : database_(database),
      records_(records),
      relation_(database.query("SELECT 1 FROM relation r JOIN article a ON a.number = r.article WHERE a.handle = ? AND "
                               "r.ordinal = ?")),
      across_(database.query("SELECT 1 FROM across_relation WHERE handle = ?")),
      speaker_(database.query("SELECT kind FROM speaker WHERE handle = ?")),
      verdicts_(database.query("SELECT number, kind, subject, object FROM verdict ORDER BY number DESC")),
      add_(
          database.query("INSERT INTO verdict (kind, subject, object, by, note, made, replaces) VALUES (?, ?, ?, ?, ?, "
                         "?, ?)")) {}

Verdict VerdictWriter::write(VerdictKind kind, std::string_view subject, std::string_view object, std::string_view by,
                             std::string_view note) {
  Transaction transaction(database_, Access::write);
  if (about_speakers(kind)) {
    const std::string one = kind_of_speaker(subject);
    const std::string other = kind_of_speaker(object);
    if (subject == object) fail("review", "the two speakers are one and the same", "name two");
    const bool one_is_unnamed = one == onrecord::to_text(SpeakerKind::unnamed);
    const bool other_is_unnamed = other == onrecord::to_text(SpeakerKind::unnamed);
    if (kind == VerdictKind::same_speaker && one_is_unnamed != other_is_unnamed)
      fail("review", "an unnamed source is never made one with a named speaker", "name two of a kind");
  } else {
    require_turn(subject);
  }
  Verdict verdict;
  verdict.kind = kind;
  verdict.subject = subject;
  verdict.object = object;
  verdict.by = by;
  verdict.note = note;
  verdict.made = moment_to_iso(std::time(nullptr));
  verdict.replaces = overruled(verdict);
  add_.bind(to_text(kind)).bind(subject).bind(object).bind(by).bind(note).bind(std::string_view(verdict.made));
  if (verdict.replaces) {
    add_.bind(static_cast<std::int64_t>(*verdict.replaces)).run();
  } else {
    add_.bind_null().run();
  }
  verdict.number = static_cast<std::size_t>(database_.last_number());
  records_.enter("verdict", static_cast<std::int64_t>(verdict.number), digest(verdict));
  transaction.commit();
  return verdict;
}

void VerdictWriter::require_turn(std::string_view id) {
  bool there = false;
  if (const std::size_t dash = id.rfind("-r"); dash != std::string_view::npos) {
    std::int64_t ordinal = 0;
    const char* const end = id.data() + id.size();
    const auto read = std::from_chars(id.data() + dash + 2, end, ordinal);
    if (read.ec == std::errc() && read.ptr == end && fmt::format("{}", ordinal) == id.substr(dash + 2)) {
      relation_.bind(id.substr(0, dash)).bind(ordinal);
      there = relation_.step();
      relation_.reset();
    }
  } else {
    across_.bind(id);
    there = across_.step();
    across_.reset();
  }
  if (!there)
    fail_at_id("review", fmt::format("no relation or candidate bears the id {}", id),
               "take it from `onrecord changes`");
}

std::string VerdictWriter::kind_of_speaker(std::string_view id) {
  speaker_.bind(id);
  std::optional<std::string> kind;
  if (speaker_.step()) kind = speaker_.text(0);
  speaker_.reset();
  if (!kind) fail_at_id("review", fmt::format("no speaker bears the id {}", id), "take it from `onrecord show`");
  return *kind;
}

std::optional<std::size_t> VerdictWriter::overruled(const Verdict& verdict) {
  std::optional<std::size_t> found;
  while (!found && verdicts_.step()) {
    const auto kind = verdict_kind(verdicts_.text(1));
    if (!kind || about_speakers(*kind) != about_speakers(verdict.kind)) continue;
    const std::string_view subject = verdicts_.text(2);
    const std::string_view object = verdicts_.text(3);
    const bool same = (subject == verdict.subject && object == verdict.object) ||
                      (subject == verdict.object && object == verdict.subject);
    if (same) found = static_cast<std::size_t>(verdicts_.integer(0));
  }
  verdicts_.reset();
  return found;
}

}  // namespace onrecord::ledger

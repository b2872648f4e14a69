// A person's verdicts as rows.
#pragma once

#include <string_view>

#include "ledger/record_writer.h"
#include "ledger/sqlite.h"
#include "ledger/views.h"

namespace onrecord::ledger {

std::string_view to_text(VerdictKind kind);
std::optional<VerdictKind> verdict_kind(std::string_view text);
bool about_speakers(VerdictKind kind);
// What the chain covers of a verdict.
std::string digest(const Verdict& verdict);

// All of them in the order they were given. Throws Failure where one is damaged.
std::vector<Verdict> read_verdicts(const Database& database);

class VerdictWriter {
 public:
  VerdictWriter(const Database& database, RecordWriter& records);

  // One transaction. Throws Failure where an id leads to nothing and where an unnamed source would become one with a
  // person (invariant 9). `object` is empty unless the verdict is about speakers.
  Verdict write(VerdictKind kind, std::string_view subject, std::string_view object, std::string_view by,
                std::string_view note);

 private:
  void require_turn(std::string_view id);
  std::string kind_of_speaker(std::string_view id);
  std::optional<std::size_t> overruled(const Verdict& verdict);

  const Database& database_;
  RecordWriter& records_;
  Query relation_, across_, speaker_, verdicts_, add_;
};

}  // namespace onrecord::ledger

#include "show/asking.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/columns.h"
#include "show/phrases.h"

namespace onrecord {

namespace {

constexpr std::size_t listed = 6;  // namesakes that a line names

std::string list_of(const std::vector<SpeakerMatch>& matches) {
  std::string out;
  for (std::size_t i = 0; i < matches.size() && i < listed; ++i) {
    const SpeakerMatch& match = matches[i];
    out += fmt::format("{}{} ({}, {})", i == 0 ? "" : ", ", match.speaker.name, match.speaker.id,
                       count_of(match.statements, "statement"));
  }
  if (matches.size() > listed) out += fmt::format(" and {} more", matches.size() - listed);
  return out;
}

}  // namespace

int refuse(const Error& error, Console& console) {
  console.out.flush();
  console.messages.write(to_line(error) + "\n");
  return 1;
}

void note(const std::string& text, Console& console) {
  console.messages.write("onrecord: note: " + harmless(text) + "\n");
}

Result<std::vector<SpeakerMatch>> speakers_called(const LedgerReader& ledger, const std::string& name,
                                                  Namesakes namesakes, Console& console) {
  if (name.empty()) return std::vector<SpeakerMatch>{};
  Result<SpeakerMatches> found = ledger.find_speakers(name);
  if (!found) return tl::unexpected(found.error());
  std::vector<SpeakerMatch> matches = std::move(found->matches);
  if (matches.empty()) {
    return tl::unexpected(
        Error{name, 0, "no speaker of this name is on record", "try a part of the name, or onrecord search"});
  }
  const bool several = std::any_of(matches.begin(), matches.end(), [&](const SpeakerMatch& match) {
    return match.speaker.name != matches.front().speaker.name;
  });
  if (several && namesakes == Namesakes::one) {
    return tl::unexpected(
        Error{name, 0, "more than one speaker may be meant: " + list_of(matches), "give the whole name or the id"});
  }
  if (several) note(fmt::format("“{}” may mean {}; all are shown", name, list_of(matches)), console);
  return matches;
}

std::vector<std::string> ids_of(const std::vector<SpeakerMatch>& matches) {
  std::vector<std::string> ids;
  for (const SpeakerMatch& match : matches) ids.push_back(match.speaker.id);
  return ids;
}

}  // namespace onrecord

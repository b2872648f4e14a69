#include "read/editors_note.h"

#include <algorithm>
#include <array>
#include <vector>

#include "read/lines.h"

namespace onrecord {

namespace {

constexpr auto heads = std::to_array<std::string_view>(
    {"editor's note", "editor’s note", "editors' note", "editors’ note", "editors note", "editor note", "correction",
     "corrections", "clarification", "clarifications", "note to readers", "correction notice", "update note"});

std::string_view without_marks(std::string_view line) {
  constexpr std::string_view marks = " *_[(<>|-–—";
  const std::size_t begin = std::min(line.find_first_not_of(marks), line.size());
  return line.substr(begin);
}

// "This story has been updated to …", "This article was first published by …"
bool tells_of_a_change(std::string_view core) {
  constexpr auto things = std::to_array<std::string_view>(
      {"this article", "this story", "this post", "this report", "this column", "this page", "this interview"});
  for (const std::string_view thing : things) {
    if (!begins_with(core, thing)) continue;
    const std::vector<std::string_view> words = words_of(core.substr(thing.size(), 60));
    const std::size_t verb = words.size() > 1 && words[0] == "has" && words[1] == "been" ? 2 : 1;
    if (words.size() <= verb || (verb == 1 && words[0] != "was" && words[0] != "is")) return false;
    constexpr auto changes =
        std::to_array<std::string_view>({"updated", "corrected", "amended", "edited", "clarified", "revised", "changed",
                                         "modified", "adapted", "republished", "originally", "first", "translated"});
    return std::ranges::any_of(changes, [&](std::string_view change) { return begins_with(words[verb], change); });
  }
  return false;
}

}  // namespace

bool is_editors_note(std::string_view line) {
  constexpr std::size_t longest = 900;
  constexpr std::size_t head = 60;  // "Correction, May 16, 2031, 9:30 a.m.:"
  if (line.size() > longest) return false;
  const std::string_view core = without_marks(line);
  const bool headed = std::ranges::any_of(heads, [&](std::string_view known) { return begins_with(core, known); });
  if (headed && (core.substr(0, head).find(':') != std::string_view::npos ||
                 core.substr(0, head).find("—") != std::string_view::npos)) {
    return true;
  }
  constexpr auto leads = std::to_array<std::string_view>(
      {"this is a developing story", "this is a breaking news story", "a correction was made on",
       "a clarification was made on", "we regret the error", "the headline of this", "the headline on this"});
  if (std::ranges::any_of(leads, [&](std::string_view lead) { return begins_with(core, lead); })) return true;
  if (tells_of_a_change(core)) return true;
  if (!begins_with(core, "an earlier version") && !begins_with(core, "a previous version") &&
      !begins_with(core, "an earlier headline")) {
    return false;
  }
  constexpr auto things =
      std::to_array<std::string_view>({"article", "story", "post", "report", "column", "headline", "page", "caption"});
  return std::ranges::any_of(things, [&](std::string_view thing) { return holds(core.substr(0, head), thing); });
}

bool heads_editors_note(std::string_view line) {
  std::string_view core = without_marks(line);
  core = core.substr(0, core.find_last_not_of(" *_])>|:.") + 1);
  return std::ranges::any_of(
      heads, [&](std::string_view known) { return core.size() == known.size() && begins_with(core, known); });
}

}  // namespace onrecord

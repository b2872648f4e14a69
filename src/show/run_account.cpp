#include "show/run_account.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "show/asking.h"
#include "show/phrases.h"

namespace onrecord {

namespace {

constexpr std::size_t at_a_glance = 10;  // as many lines need no count
constexpr std::size_t most_reasons = 8;

bool is_figure(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// "is not valid UTF-8 at byte 17" and the same at byte 90 are one reason; the figure of "UTF-8" is part of its name.
std::string without_figures(const std::string& what) {
  std::string reason, word;
  for (const char c : what + " ") {
    const bool ends_word = c == ' ' || c == ',' || c == ':' || c == ';' || c == '(' || c == ')';
    if (!ends_word) {
      word.push_back(c);
      continue;
    }
    reason += is_figure(word) ? "…" : word;
    reason.push_back(c);
    word.clear();
  }
  reason.pop_back();
  return reason;
}

// Each with its count, the most frequent first: "4 request, 3 status 404" where `form` is "{} {}".
template <class Count>
std::string listed(const std::map<std::string, Count>& counts, const char* form) {
  std::vector<std::pair<std::string, Count>> sorted(counts.begin(), counts.end());
  std::ranges::sort(sorted, [](const auto& a, const auto& b) {
    return std::tuple(b.second, a.first) < std::tuple(a.second, b.first);
  });
  std::string out;
  std::size_t others = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i >= most_reasons) {
      others += static_cast<std::size_t>(sorted[i].second);
      continue;
    }
    if (i > 0) out += ", ";
    out += fmt::format(fmt::runtime(form), sorted[i].second, sorted[i].first);
  }
  return others == 0 ? out : fmt::format("{}, {} {}", out, others, others == 1 ? "other" : "others");
}

}  // namespace

void RunAccount::count(const Error& error) {
  ++(error.lost == Lost::part ? read_in_part : refused);
  ++reasons[without_figures(error.what)];
}

std::string losses(std::size_t refused, std::size_t read_in_part) {
  return read_in_part == 0 ? fmt::format("{} refused", refused)
                           : fmt::format("{} refused; {} read only in part", refused, read_in_part);
}

std::string account_of(const ArchiveManifest& manifest) {
  std::string out = fmt::format("{}: {}", count_of(manifest.records, "record"), count_of(manifest.articles, "article"));
  if (manifest.passed_over > 0) out += fmt::format(", {} read before", manifest.passed_over);
  if (manifest.without_text > 0)
    out += fmt::format(", {} without article text", count_of(manifest.without_text, "page"));
  if (!manifest.skipped.empty()) out += "; skipped " + listed(manifest.skipped, "{} {}");
  if (manifest.damaged > 0) out += "; " + count_of(manifest.damaged, "damaged place");
  return out;
}

std::string reasons_of(const RunAccount& account) { return listed(account.reasons, "{} × “{}”"); }

std::string account_of(const FolderManifest& manifest) {
  std::vector<std::string> kinds;
  std::uint64_t all = 0;
  const auto count = [&](std::uint64_t number, const char* one, const char* several) {
    if (number > 0) kinds.push_back(fmt::format("{} {}", number, number == 1 ? one : several));
    all += number;
  };
  count(manifest.hidden_files, "hidden file", "hidden files");
  count(manifest.hidden_folders, "hidden folder", "hidden folders");
  count(manifest.linked_folders, "link to a folder", "links to folders");
  count(manifest.dead_links, "link that leads nowhere", "links that lead nowhere");
  count(manifest.devices, "pipe or device", "pipes and devices");
  if (kinds.empty()) return "";
  std::string out = kinds.front();
  for (std::size_t i = 1; i < kinds.size(); ++i) out += (i + 1 < kinds.size() ? ", " : " and ") + kinds[i];
  return out + (all == 1 ? " was passed over" : " were passed over");
}

void tell(const RunAccount& account, Console& console) {
  for (const ArchiveManifest& manifest : account.archives)
    note(fmt::format("{}: {}", manifest.path, account_of(manifest)), console);
  for (const FolderManifest& manifest : account.folders) {
    if (const std::string passed_over = account_of(manifest); !passed_over.empty())
      note(fmt::format("{}: {}", manifest.path, passed_over), console);
  }
  if (account.refused + account.read_in_part > at_a_glance)
    note(fmt::format("{}: {}", losses(account.refused, account.read_in_part), reasons_of(account)), console);
}

}  // namespace onrecord

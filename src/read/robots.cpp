#include "read/robots.h"

#include <algorithm>
#include <charconv>

#include "read/lines.h"

namespace onrecord {

namespace {

constexpr std::size_t most_bytes = std::size_t{500} << 10;
constexpr std::size_t most_rules = 5000;
constexpr std::size_t longest_pattern = 2000;

// True where `pattern` fits the beginning of `path`. Backtracks to the last "*" only: time is linear in the product.
bool fits(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t p = 0, at = 0;
  std::size_t star = std::string_view::npos, star_at = 0;
  for (;;) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_at = at;
    } else if (p == pattern.size() && (!to_the_end || at == path.size())) {
      return true;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && star_at < path.size()) {
      p = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
}

struct Line {
  std::string key;
  std::string_view value;
};

std::vector<Line> lines_of(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    lines.push_back({lower_ascii(trimmed_bytes(line.substr(0, colon))), trimmed_bytes(line.substr(colon + 1))});
  }
  return lines;
}

}  // namespace

Robots Robots::forbid_all() {
  Robots robots;
  robots.rules_.push_back({"/", false});
  return robots;
}

Robots Robots::parse(std::string_view text, std::string_view agent) {
  const std::vector<Line> lines = lines_of(text.substr(0, most_bytes));
  const std::string wanted = lower_ascii(agent);
  Robots ours, everybodys;
  bool named = false;  // some group speaks to us by name
  bool to_us = false, to_all = false;
  bool in_agents = false;  // the line before named a visitor as well: one group
  for (const Line& line : lines) {
    if (line.key == "user-agent") {
      if (!in_agents) to_us = to_all = false;
      in_agents = true;
      const std::string name = lower_ascii(line.value.substr(0, line.value.find('/')));
      to_us = to_us || name == wanted;
      to_all = to_all || name == "*";
      named = named || to_us;
      continue;
    }
    const bool rule = line.key == "allow" || line.key == "disallow";
    if (!rule && line.key != "crawl-delay") continue;
    in_agents = false;
    for (Robots* robots : {to_us ? &ours : nullptr, to_all ? &everybodys : nullptr}) {
      if (robots == nullptr) continue;
      if (!rule) {
        double seconds = 0;
        const auto parsed = std::from_chars(line.value.data(), line.value.data() + line.value.size(), seconds);
        if (parsed.ec == std::errc() && seconds >= 0) robots->delay_ = seconds;
      } else if (!line.value.empty() && line.value.size() <= longest_pattern && robots->rules_.size() < most_rules) {
        robots->rules_.push_back({std::string(line.value), line.key == "allow"});
      }
    }
  }
  return named ? ours : everybodys;
}

bool Robots::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (best != nullptr &&
        (rule.pattern.size() < best->pattern.size() || (rule.pattern.size() == best->pattern.size() && !rule.allow)))
      continue;
    if (fits(rule.pattern, path)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace onrecord

// What a site allows its visitors (RFC 9309).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

class Robots {
 public:
  static Robots allow_all() { return {}; }
  static Robots forbid_all();
  // What `text` (a robots.txt, any bytes) says to the visitor who calls itself `agent`.
  static Robots parse(std::string_view text, std::string_view agent);

  // `path` as in a request: "/news/1?page=2". The longest rule that fits decides; of two equally long ones, the one
  // that allows.
  bool allows(std::string_view path) const;
  // Seconds between two visits, where the site asks for them.
  std::optional<double> delay() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;  // "*" stands for anything, "$" at the end for the end
    bool allow = true;
  };
  std::vector<Rule> rules_;
  std::optional<double> delay_;
};

}  // namespace onrecord

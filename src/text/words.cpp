// The contract's words for the enums of the public headers, each list in the order of its enum.
#include <array>
#include <string>

#include "onrecord/relation.h"
#include "onrecord/resolution.h"
#include "onrecord/result.h"
#include "onrecord/statement.h"

namespace onrecord {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array forms{"direct"sv, "indirect"sv, "mixed"sv};
constexpr std::array polarities{"asserted"sv, "negated"sv, "declined"sv};
constexpr std::array acts{"say"sv,   "deny"sv,   "retract"sv,   "clarify"sv, "reaffirm"sv, "promise"sv,  "accuse"sv,
                          "ask"sv,   "answer"sv, "criticise"sv, "praise"sv,  "agree"sv,    "announce"sv, "warn"sv,
                          "think"sv, "want"sv,   "know"sv,      "feel"sv,    "show"sv};
constexpr std::array kinds{""sv, "person"sv, "organisation"sv, "group"sv, "document"sv, "unnamed"sv, "author"sv};
constexpr std::array relations{"retracts"sv, "clarifies"sv, "reaffirms"sv, "denies"sv,
                               "disputes"sv, "supports"sv,  "responds"sv};

template <class Enum, std::size_t size>
std::string_view word(const std::array<std::string_view, size>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view to_text(Form form) { return word(forms, form); }
std::string_view to_text(Polarity polarity) { return word(polarities, polarity); }
std::string_view to_text(Act act) { return word(acts, act); }
std::string_view to_text(SpeakerKind kind) { return word(kinds, kind); }
std::string_view to_text(RelationType type) { return word(relations, type); }

std::optional<RelationType> relation_type(std::string_view text) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (relations[i] == text) return static_cast<RelationType>(i);
  }
  return std::nullopt;
}

bool own_side_only(RelationType type) { return type <= RelationType::reaffirms; }

std::string to_line(const Error& error) {
  std::string line = "onrecord: " + error.where;
  if (error.line != 0) line += ":" + std::to_string(error.line);
  line += ": " + error.what;
  if (!error.remedy.empty()) line += "; " + error.remedy;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return line;
}

}  // namespace onrecord

// Two statements of one speaker, on different days, that cannot both hold. Nobody reported it: a candidate for a person
// to judge, found by wording alone.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "relate/across.h"
#include "relate/alignment.h"
#include "relate/occasion.h"
#include "relate/opposites.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"

namespace onrecord {

namespace {

constexpr std::size_t least_shared = 3;     // telling words in common,
constexpr double least_weight = 9.0;        // what they tell together,
constexpr double least_share = 0.5;         // and how much of the sentence that tells less
constexpr std::int32_t news_cycle = 4;      // days
constexpr std::size_t most_words = 40;      // longer sentences say more than one thing
constexpr std::size_t most_sentences = 12;  // of one statement

constexpr std::uint32_t verbatim_run = 10;  // words in a row on both sides: one saying, told or quoted again

// "will not raise", "never said"; neither "if not sooner" nor "no collusion", which denies no stand.
bool denies_stand(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != "no" && relating::denies(words[i]) && (i == 0 || words[i - 1] != "if")) return true;
  }
  return false;
}

// A bare noun phrase ("a redacted report") takes no stand; a clause has a subject or a verb among its small words.
bool is_clause(const std::vector<std::string>& words) {
  static const std::set<std::string, std::less<>> signs{
      "am",     "are",  "be",  "been", "can",   "can't", "could", "did",   "do",    "does",    "don't", "had",
      "has",    "have", "he",  "i",    "i'm",   "is",    "may",   "might", "must",  "never",   "not",   "she",
      "should", "they", "was", "we",   "we'll", "were",  "will",  "won't", "would", "wouldn't"};
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return signs.contains(word); });
}

// One sentence of what was said.
struct Claim {
  std::vector<std::string> stems;  // sorted, each once
  bool denied = false;
};

std::vector<Claim> claims_of(const Report& report) {
  std::vector<Claim> claims;
  std::string_view rest = report.view.content;
  while (!rest.empty() && claims.size() < most_sentences) {
    const std::size_t size = std::min(rest.find_first_of(".!?;"), rest.size());
    const std::string_view sentence = rest.substr(0, size);
    rest.remove_prefix(std::min(size + 1, rest.size()));
    const std::vector<std::string> words = relating::plain_words(sentence);
    if (words.size() < least_shared || words.size() > most_words || !is_clause(words)) continue;
    Claim claim;
    claim.stems = relating::telling_stems(sentence);
    claim.denied = denies_stand(words) != (report.view.act == Act::deny);
    claims.push_back(std::move(claim));
  }
  return claims;
}

bool hold_opposites(const Claim& a, const Claim& b) {
  for (const std::string& x : a.stems) {
    if (std::binary_search(b.stems.begin(), b.stems.end(), x)) continue;
    for (const std::string& y : b.stems) {
      if (relating::opposites(x, y) && !std::binary_search(a.stems.begin(), a.stems.end(), y)) return true;
    }
  }
  return false;
}

// Statements that take a stand: no questions, no thoughts, no judgement of what others do, nothing that somebody only
// passed on.
bool takes_a_stand(const Report& report) {
  return report.view.communicated && !report.view.nested && report.view.act != Act::ask &&
         report.view.act != Act::criticise && report.view.act != Act::accuse && report.view.act != Act::praise &&
         report.view.polarity == Polarity::asserted && report.view.content.find('?') == std::string::npos;
}

}  // namespace

std::optional<AcrossRelation> changed_position(const Report& later, const Report& earlier) {
  if (later.view.article == earlier.view.article || !takes_a_stand(later) || !takes_a_stand(earlier))
    return std::nullopt;
  if (relating::same_speaker(later, earlier) != relating::SameSpeaker::yes) return std::nullopt;
  const auto then = relating::days_of(earlier);
  const auto now = relating::days_of(later);
  if (!then || !now || now->first <= then->last) return std::nullopt;
  // Where a paper tells no day, it may report the same occasion some days later.
  if (!(then->told && now->told) && now->first - then->last < news_cycle) return std::nullopt;

  for (const relating::Block& block : relating::align(later.content_words, earlier.content_words)) {
    if (block.words >= verbatim_run) return std::nullopt;
  }

  std::optional<AcrossRelation> found;
  const std::vector<Claim> before = claims_of(earlier);
  for (const Claim& after : claims_of(later)) {
    for (const Claim& claim : before) {
      // "will not raise" and "will cut" go together; only one of the two signs parts them.
      if ((after.denied != claim.denied) == hold_opposites(after, claim)) continue;
      std::vector<std::string> shared = relating::shared_words(after.stems, claim.stems);
      const double common = relating::total_weight(shared);
      const double share =
          common / std::max(1e-3, std::min(relating::total_weight(after.stems), relating::total_weight(claim.stems)));
      if (shared.size() < least_shared || common < least_weight || share < least_share) continue;
      const auto score = static_cast<float>(0.2 + 0.3 * std::min(1.0, share) + 0.2 * std::min(1.0, common / 40.0));
      if (found && found->decision.confidence >= score) continue;
      found = AcrossRelation{RelationType::retracts, none, std::move(shared), {"opposite-wording", score}};
    }
  }
  return found;
}

}  // namespace onrecord

// A later article's act on what an earlier one reported.
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "relate/across.h"
#include "relate/occasion.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"
#include "trees/odds.h"

namespace onrecord {

namespace {

constexpr std::int32_t window = 45;      // days back to which an act looks for what it is about
constexpr std::size_t most_topics = 3;   // rare pairs of words under which a speaker's stands meet, whenever said
constexpr std::size_t least_shared = 3;  // telling words that both sides must have
constexpr std::int32_t same_news = 4;    // days within which papers tell one question again
constexpr double same_question = 0.5;    // the share of each one's telling words that two reports of a question share
constexpr float least_held = 0.2f;       // of relations inside an article, how many of such must be right

std::uint64_t key_of(const std::string& speaker, std::int32_t month, const std::string& stem) {
  const std::string text = "r " + speaker + " " + std::to_string(month) + " " + stem;
  return XXH3_64bits(text.data(), text.size());
}

void sort_once(std::vector<std::uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

// Last name or telling words of a name that stands in another report's article.
std::vector<std::string> name_words(const std::string& name) { return relating::plain_words(name); }

// By its own verb, or by what it was seen to do.
bool does(const Report& report, Act act, RelationType type) {
  return report.view.act == act || std::any_of(report.view.acts.begin(), report.view.acts.end(),
                                               [type](const ActSeen& seen) { return seen.type == type; });
}

// What the earlier statement says names the later one's speaker.
bool speaks_of(const Report& earlier, const Report& later) {
  const auto& said = earlier.content_words;
  const auto name = name_words(later.view.speaker);
  return !name.empty() && std::find(said.begin(), said.end(), name.back()) != said.end();
}

bool is_somebody(SpeakerKind kind) { return kind == SpeakerKind::person || kind == SpeakerKind::group; }

// How likely a relation is right, from verdicts on such (train/relate/across.py): by its type, by the one inside the
// later article that it rests on, by the words in common and, of a denial, by whether it is a person's or people's own.
struct Likelihood {
  std::size_t type = 0;
  float held = 0.0f;
  float overlap = 0.0f;  // mean of the shares of both sides' telling words
  std::size_t shared = 0;
  bool accused = false;
  bool nobody = false;  // a body, or whoever is not known

  float of() const {
    constexpr std::array weights{
#include "relate/across_weights.inc"
    };
    constexpr std::size_t rest = 2 + static_cast<std::size_t>(RelationType::responds);
    static_assert(weights.size() == rest + 5);
    constexpr std::size_t most_shared = 7;
    return from_odds(weights[0] + weights[1 + type] + weights[rest] * odds_of(held) + weights[rest + 1] * overlap +
                     weights[rest + 2] * static_cast<float>(std::min(shared, most_shared)) / most_shared +
                     (accused ? weights[rest + 3] : 0.0f) + (nobody ? weights[rest + 4] : 0.0f));
  }
};

bool names(const std::string& name, const Report& speaker) {
  const auto words = name_words(name);
  return !speaker.speaker_key.empty() && std::find(words.begin(), words.end(), speaker.speaker_key) != words.end();
}

}  // namespace

float held_share(const Relation& inside) {
  if (inside.decision.by != "cue-rules") return inside.decision.confidence;
  // The confidence of a rule orders its targets; how many hold was counted apart (docs/relating.md).
  switch (inside.type) {
    case RelationType::retracts:
      return 0.24f;
    case RelationType::reaffirms:
      return 0.28f;
    case RelationType::disputes:
      return 0.12f;
    default:
      return 0.2f;
  }
}

RelationKeys relation_keys(const Report& report) {
  RelationKeys keys;
  const auto days = relating::days_of(report);
  if (!days) return keys;
  if (report.view.communicated && !report.speaker_key.empty()) {
    for (const std::string& stem : report.stems)
      keys.target.push_back(key_of(report.speaker_key, days->first / window, stem));
    for (const std::string& pair : relating::rare_pairs(report.content_words, most_topics)) {
      const std::string text = "c " + report.speaker_key + " " + pair;
      keys.acting.push_back(XXH3_64bits(text.data(), text.size()));
      keys.target.push_back(keys.acting.back());
    }
  }
  std::vector<std::string> about = report.about_stems;
  about.insert(about.end(), report.stems.begin(), report.stems.end());
  for (const ActSeen& act : report.view.acts) {
    std::vector<std::string> speakers;
    if (own_side_only(act.type)) speakers.push_back(report.speaker_key);
    const auto named = name_words(act.about_speaker);
    if (!named.empty()) speakers.push_back(named.back());
    for (const std::string& speaker : speakers) {
      if (speaker.empty()) continue;
      for (const std::string& stem : about) {
        for (std::int32_t back = 0; back <= 1; ++back)
          keys.acting.push_back(key_of(speaker, days->first / window - back, stem));
      }
    }
  }
  sort_once(keys.acting);
  sort_once(keys.target);
  return keys;
}

std::optional<AcrossRelation> relate_across(const Report& later, const Report& earlier) {
  if (later.view.article == earlier.view.article || later.view.acts.empty()) return std::nullopt;
  const auto then = relating::days_of(earlier);
  const auto now = relating::days_of(later);
  if (!then || !now || then->first > now->last || now->first - then->last > window) return std::nullopt;
  const relating::SameSpeaker same = relating::same_speaker(later, earlier);
  for (std::size_t i = 0; i < later.view.acts.size(); ++i) {
    const ActSeen& act = later.view.acts[i];
    if (act.held < least_held) continue;
    const bool own = same == relating::SameSpeaker::yes;
    if (own_side_only(act.type) != own && !(own_side_only(act.type) && names(act.about_speaker, earlier))) continue;
    if (!own && !names(act.about_speaker, earlier)) continue;
    // Two papers report one retraction; neither report is what was taken back.
    if (act.type == RelationType::retracts && does(earlier, Act::retract, act.type)) continue;
    // One denial is not what another one denies, and one reaffirmation not what another one reaffirms.
    if (act.type == RelationType::denies && does(earlier, Act::deny, act.type)) continue;
    if (act.type == RelationType::reaffirms && does(earlier, Act::reaffirm, act.type)) continue;
    const auto about = relating::telling_stems(act.about);
    auto shared = relating::shared_words(about, earlier.stems);
    if (shared.size() < least_shared) continue;
    const double of_earlier = static_cast<double>(shared.size()) / static_cast<double>(earlier.stems.size());
    if (of_earlier < 0.3) continue;
    const double of_about = static_cast<double>(shared.size()) / static_cast<double>(about.size());
    // An answer is one to that question, not to whatever its asker said before.
    if (act.type == RelationType::responds &&
        (now->first - then->last > same_news || std::min(of_earlier, of_about) < same_question))
      continue;
    const bool denial = act.type == RelationType::denies;
    const Likelihood likely{.type = static_cast<std::size_t>(act.type),
                            .held = act.held,
                            .overlap = static_cast<float>(std::sqrt(of_earlier * of_about)),
                            .shared = shared.size(),
                            .accused = denial && speaks_of(earlier, later),
                            .nobody = denial && !is_somebody(later.view.kind)};
    AcrossRelation relation;
    relation.type = act.type;
    relation.act = static_cast<std::uint32_t>(i);
    relation.shared = std::move(shared);
    relation.decision = {"shared-words", likely.of()};
    return relation;
  }
  return std::nullopt;
}

}  // namespace onrecord

// A later article's act on what an earlier one reported.
#include <xxhash.h>

#include <algorithm>
#include <string>

#include "relate/across.h"
#include "relate/occasion.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"

namespace onrecord {

namespace {

constexpr std::int32_t window = 45;      // days back to which an act looks for what it is about
constexpr std::size_t most_topics = 3;   // rare pairs of words under which a speaker's stands meet, whenever said
constexpr std::size_t least_shared = 3;  // telling words that both sides must have

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

bool takes_back(const Report& report) {
  return report.view.act == Act::retract ||
         std::any_of(report.view.acts.begin(), report.view.acts.end(),
                     [](const ActSeen& act) { return act.type == RelationType::retracts; });
}

bool names(const std::string& name, const Report& speaker) {
  const auto words = name_words(name);
  return !speaker.speaker_key.empty() && std::find(words.begin(), words.end(), speaker.speaker_key) != words.end();
}

}  // namespace

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
    const bool own = same == relating::SameSpeaker::yes;
    if (own_side_only(act.type) != own && !(own_side_only(act.type) && names(act.about_speaker, earlier))) continue;
    if (!own && !names(act.about_speaker, earlier)) continue;
    // Two papers report one retraction; neither report is what was taken back.
    if (act.type == RelationType::retracts && takes_back(earlier)) continue;
    auto shared = relating::shared_words(relating::telling_stems(act.about), earlier.stems);
    if (shared.size() < least_shared) continue;
    const double of_earlier = static_cast<double>(shared.size()) / static_cast<double>(earlier.stems.size());
    if (of_earlier < 0.3) continue;
    AcrossRelation relation;
    relation.type = act.type;
    relation.act = static_cast<std::uint32_t>(i);
    relation.shared = std::move(shared);
    relation.decision = {"shared-words", static_cast<float>(0.4 + 0.5 * std::min(1.0, of_earlier))};
    return relation;
  }
  return std::nullopt;
}

}  // namespace onrecord

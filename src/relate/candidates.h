// Pairs of a statement and what it may be about, and what the scorer sees of them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "relate/act_model.h"
#include "relate/facts.h"
#include "relate/mentions.h"

namespace onrecord::relating {

struct Candidate {
  std::uint32_t from = none;
  std::uint32_t to = none;       // a statement, or
  std::uint32_t mention = none;  // an index into CandidateSet::mentions
};

// Zones of a statement in which its target may be named.
inline constexpr std::array naming_zones{Zone::cue, Zone::head, Zone::rest, Zone::lead, Zone::before};

// What the two of a pair share, and what stands between them; all zero for a mention.
struct Common {
  std::uint32_t stems = 0;  // that both contents have
  float rare = 0.0f;        // the same, each counting less the more statements of the article use it
  std::array<float, naming_zones.size()>
      named{};                  // the share of the name of the target's speaker that stands in each zone
  std::uint32_t by_target = 0;  // statements between the two by the target's speaker,
  std::uint32_t by_actor = 0;   // by the acting statement's,
  std::uint32_t by_third = 0;   // by others,
  std::uint32_t questions = 0;  // and how many of them are questions
};

// Where a pair stands among the pairs of its statement (standing.h); all zero for a mention.
struct Standing {
  std::uint32_t wordier = 0;         // targets with more words in common
  float words_share = 0.0f;          // its words in common, of the most that any target has
  std::uint32_t nearer = 0;          // targets on the same side of the statement and closer to it,
  std::uint32_t nearer_of_side = 0;  // of them by speakers of the same side as this one,
  std::uint32_t nearer_named = 0;    // and whose speaker is named as much around the statement
  float named = 0.0f;                // the share of its speaker's name that stands around the statement
  float centrality = 0.0f;           // words that it has in common with an average statement
  float centrality_share = 0.0f;     // of the article's most central statement
  std::uint32_t more_central = 0;    // statements that are more central
};

struct CandidateSet {
  std::vector<WordsMention> mentions;
  std::vector<std::array<float, act_outcomes>> acts;  // by statement (act_model.h)
  std::vector<Candidate> pairs;                       // sorted by from; statements before mentions, each in order
  std::vector<Common> common;                         // by pair
  std::vector<Standing> standings;                    // by pair
};

// Each statement with the sixty before it, the twelve behind it and the mentions in and just before its sentences, so
// that the time stays linear in the number of statements.
CandidateSet find_candidates(const ArticleFacts& article);

// The features of pair number `pair`, always in the same order and number; values are small counts, flags and shares.
void features_of(const ArticleFacts& article, const CandidateSet& set, std::size_t pair, std::vector<float>& values);

// What they come in, in this order. Behind each: what it depends on besides whether the pair is one of statements.
enum class FeaturePart : std::uint8_t {
  from,        // the acting statement
  to,          // its target
  place,       // the pair: how the two lie
  voices,      // the acting statement and the target's speaker
  wording,     // the pair: words of one in the other
  headline,    // the target
  rarity,      // the pair: words of the acting statement in the headline, rare words of both
  mention,     // the pair, where it is of a mention
  ranks,       // the pair: where it stands among the others
  naming,      // the acting statement and the target's speaker
  centrality,  // the target
  article,     // the acting statement
  count
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(FeaturePart::count);

// The number of each part's first feature, and of all.
std::array<std::size_t, part_count + 1> first_features();

// Appends one part alone.
void append_features(const ArticleFacts& article, const CandidateSet& set, std::size_t pair, FeaturePart part,
                     std::vector<float>& values);

// Their names in that order, for training and for reading a decision.
std::vector<std::string> feature_names();

}  // namespace onrecord::relating

// Which of the days that an article tells is the day of each saying. Every day that some phrase of the article means is
// a candidate for every saying; what speaks for it (in the same sentence, in the lead, carried by the same speaker's
// statements, the only day there is …) is counted in features, which boosted trees (learned.h)
// and the tagger's judge (chances.h) weigh.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "resolve/scene.h"

namespace onrecord::resolving {

// One span of days, with all phrases of the article that mean it. Where the publication day is not known, phrases of
// the same words mean the same.
struct DayCandidate {
  std::optional<Date> from;
  std::optional<Date> to;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> phrases;  // sentence, index in it
};

struct DayChoice {
  std::uint32_t candidate = none;
  std::uint32_t sentence = none;  // of the phrase that tells it, the statement's own one where that does
  std::uint32_t phrase = none;
  float probability = 0.0f;
};

inline constexpr std::size_t day_feature_count = 64;
struct DayCase {
  bool plain = false;  // its phrase dates the saying beyond doubt: chosen whatever else the article tells
  std::array<float, day_feature_count> features{};
};

class DayChooser {
 public:
  explicit DayChooser(const Scene& scene);

  const std::vector<DayCandidate>& candidates() const { return candidates_; }

  // Where the article speaks of a candidate, in order.
  std::vector<Span> places(std::uint32_t candidate) const;

  // What speaks for a candidate; nothing where it cannot be the statement's day. In the order of the trees' training.
  std::optional<DayCase> weigh(std::uint32_t statement, std::uint32_t candidate) const;

  // Of a given statement: the day that its own words tell beyond doubt, whatever else the article does.
  std::optional<DayChoice> told_plainly(std::uint32_t statement) const;

  // A candidate as a statement's day: which of its phrases tells it there.
  DayChoice choice_of(std::uint32_t statement, std::uint32_t candidate, float probability) const;

 private:
  struct Use {  // of a candidate by one statement, as its own sentence's day
    std::uint32_t candidate = none;
    float cost = 0.0f;
  };

  struct CueFacts {
    float verb = 0.0f;  // its code
    float time = 0.0f;  // of a word for the time beside it
    bool ing = false;
    bool had = false;  // "had praised", "has said", "used to": told of another time than the article's own
  };

  CueFacts facts_of_cue(std::uint32_t statement) const;
  void gather();
  void mark_uses();
  void find_main_gathering();

  const Scene& scene_;
  std::vector<DayCandidate> candidates_;
  std::vector<std::vector<std::uint32_t>> candidate_of_;  // of each date phrase of each sentence, or none
  std::vector<Use> uses_;                                 // of each statement
  std::vector<CueFacts> cues_;                            // of each statement, where there are candidates
  std::vector<std::uint32_t> place_;                      // of each statement in the order of cues
  std::vector<std::vector<std::uint32_t>> venues_in_;     // of each sentence: its gatherings, of the scene
  std::uint32_t phrase_count_ = 0;
  std::string main_gathering_;  // the noun that the article calls one by most often: "debate"
  float main_share_ = 0.0f;     // of all gatherings spoken of
};

}  // namespace onrecord::resolving

// Which of the audiences that an article tells is that of each saying. What any of the speaker's sentences tells, and
// every gathering, medium, outlet and place that stands near enough, is a candidate; what speaks for it is counted in
// features, which boosted trees (learned.h) and the tagger's judge (chances.h) weigh, as days.h does for days.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "resolve/scene.h"

namespace onrecord::resolving {

// One audience, with all that the article calls so.
struct AudienceCandidate {
  std::vector<std::string> words;                             // of its fullest form, lower case, sorted
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uses;  // statement, index among its audiences
  std::vector<std::uint32_t> venues;                          // of the scene, in order
};

struct AudienceName {
  std::string name;
  Span span;
};

inline constexpr std::size_t audience_feature_count = 64;
struct AudienceCase {
  bool tied = false;    // only then the trees alone may choose it; the others show them in training what does not count
  bool barred = false;  // of another day's occasion, or of a speaker who is only named later: never chosen
  AudienceName called;  // by which of its names it would be given
  std::array<float, audience_feature_count> features{};
};

class AudienceChooser {
 public:
  explicit AudienceChooser(const Scene& scene);

  std::size_t size() const { return candidates_.size(); }

  // Where the article speaks of a candidate, in order.
  std::vector<Span> places(std::uint32_t candidate) const;

  enum class Untied : std::uint8_t { weighed, left_out };

  // What speaks for a candidate; nothing where it stands too far away to be the statement's. In the order of the
  // trees' training.
  std::optional<AudienceCase> weigh(std::uint32_t statement, std::uint32_t candidate, Untied untied) const;

 private:
  void gather();
  void find_companions();
  std::string full_name(const std::string& name, Range words, std::uint32_t companion) const;
  AudienceCandidate& candidate_of(std::vector<std::string> words, const std::string& head);

  const Scene& scene_;
  std::vector<AudienceCandidate> candidates_;
  std::vector<std::uint32_t> of_venue_;   // of each venue: its candidate
  std::vector<std::uint32_t> companion_;  // of each venue: the one beside it that makes it whole, or none
  std::vector<std::uint32_t> first_;      // of each statement: the candidate that its own sentence tells first, or none
  std::vector<std::uint32_t> place_;      // of each statement in the order of cues
};

}  // namespace onrecord::resolving

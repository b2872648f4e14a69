// Which of the audiences that an article tells is that of each saying. Every audience of any of the speaker's sentences
// is a candidate; boosted trees weigh what speaks for it (learned.h), as days.h does for days.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "resolve/scene.h"

namespace onrecord::resolving {

struct AudienceCandidate {
  std::string name;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uses;  // statement, index among its audiences
};

struct AudienceChoice {
  const Audience* audience = nullptr;  // of the scene
  float probability = 0.0f;
};

inline constexpr std::size_t audience_feature_count = 36;
struct AudienceCase {
  bool tied = false;  // only then it may be chosen
  std::array<float, audience_feature_count> features{};
};

class AudienceChooser {
 public:
  explicit AudienceChooser(const Scene& scene);

  const std::vector<AudienceCandidate>& candidates() const { return candidates_; }

  // What speaks for a candidate; nothing where nobody near has it. In the order of the trees' training.
  std::optional<AudienceCase> weigh(std::uint32_t statement, std::uint32_t candidate) const;

  // The likeliest audience of a given statement, whatever its probability.
  AudienceChoice choose(std::uint32_t statement) const;

 private:
  const Scene& scene_;
  std::vector<AudienceCandidate> candidates_;
  std::vector<std::uint32_t> first_;  // of each statement: the candidate that its own sentence tells first, or none
  std::vector<std::uint32_t> place_;  // of each statement in the order of cues
};

}  // namespace onrecord::resolving

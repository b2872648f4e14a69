#include "tag/doubts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord::model {
namespace {

using testing::ElementsAre;

// Cues with one content each, of the sources given by number.
Found found(std::vector<std::pair<std::uint32_t, float>> cues) {
  Found made;
  made.sources.resize(2);
  for (std::uint32_t n = 0; n < cues.size(); ++n) {
    made.cues.push_back({{}, 0.9f, 1.0f, cues[n].first, 1.0f, 1});
    made.contents.push_back({{}, cues[n].second, n, 1.0f});
  }
  return made;
}

TEST(Doubts, FallOnWhatIsFaintWithoutASource) {
  EXPECT_THAT(find_doubtful(found({{none, 0.25f}, {none, 0.35f}})), ElementsAre(true, false));
}

TEST(Doubts, FallOnWhatIsFaintOfASourceThatIsSureElsewhere) {
  EXPECT_THAT(find_doubtful(found({{0, 0.25f}, {0, 0.9f}, {1, 0.25f}})), ElementsAre(true, false, false));
}

TEST(Doubts, FallOnNothingThatIsHalfAsSureAsTheSurest) {
  EXPECT_THAT(find_doubtful(found({{0, 0.25f}, {0, 0.4f}, {0, 0.35f}})), ElementsAre(false, false, false));
}

TEST(Doubts, LookAtTheSurestOfSeveralContents) {
  Found made = found({{none, 0.2f}});
  made.contents.push_back({{}, 0.8f, 0, 1.0f});
  EXPECT_THAT(find_doubtful(made), ElementsAre(false));
}

}  // namespace
}  // namespace onrecord::model

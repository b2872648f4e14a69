#include "ledger/speaker_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;

// Four of one name: two ministers, two skiers.
const std::vector<GroupedSpeaker> four{{"a", "person ada lund", {"transport minister"}},
                                       {"b", "person ada lund", {"former transport minister"}},
                                       {"c", "person ada lund", {"cross-country skier"}},
                                       {"d", "person ada lund", {"skier"}}};
using Group = std::vector<std::size_t>;

TEST(SpeakerGroups, OneNameIsOneSpeaker) { EXPECT_THAT(group_speakers(four, {}), ElementsAre(Group{0, 1, 2, 3})); }

TEST(SpeakerGroups, OthersGoWithTheOneWhoseRolesTheyShare) {
  EXPECT_THAT(group_speakers(four, {{false, "a", "c"}}), ElementsAre(Group{0, 1}, Group{2, 3}));
}

TEST(SpeakerGroups, WithoutEvidenceTheyStayWithTheFirst) {
  auto speakers = four;
  speakers[3].roles.clear();
  EXPECT_THAT(group_speakers(speakers, {{false, "a", "c"}}), ElementsAre(Group{0, 1, 3}, Group{2}));
  EXPECT_THAT(group_speakers(speakers, {{false, "c", "a"}}), ElementsAre(Group{0, 1}, Group{2, 3}));
}

TEST(SpeakerGroups, TheSameJoinsTwoNamesWhole) {
  const std::vector<GroupedSpeaker> speakers{
      {"a", "person ada lund", {}}, {"b", "person ada dahl", {}}, {"c", "person ada dahl", {}}, {"d", "", {}}};
  EXPECT_THAT(group_speakers(speakers, {{true, "a", "b"}}), ElementsAre(Group{0, 1, 2}, Group{3}));
}

TEST(SpeakerGroups, NotTheSameWinsOverJoiningThroughAThird) {
  const std::vector<GroupedSpeaker> speakers{{"a", "", {}}, {"b", "", {}}, {"c", "", {}}};
  EXPECT_THAT(group_speakers(speakers, {{true, "a", "b"}, {true, "b", "c"}, {false, "a", "c"}}),
              ElementsAre(Group{0, 1}, Group{2}));
}

TEST(SpeakerGroups, AnOverruledVerdictDoesNotStand) {
  Verdict first;
  first.number = 1;
  first.kind = VerdictKind::different_speakers;
  first.subject = "a";
  first.object = "c";
  Verdict second = first;
  second.number = 2;
  second.kind = VerdictKind::same_speaker;
  second.replaces = 1;
  const auto standing = standing_verdicts({first, second});
  ASSERT_EQ(standing.size(), 1u);
  EXPECT_TRUE(standing.front().same);
}

}  // namespace
}  // namespace onrecord::ledger

#include "relate/readings.h"

#include <gtest/gtest.h>

#include <cmath>

#include "onrecord/relation.h"
#include "segment/segment.h"

namespace onrecord::relating {
namespace {

// "Lund: no. Berg: so." with a row for "Lund", "no", "Berg" and "so"; vectors of one number.
struct Told {
  Article article;
  Segments segments;
  Statements statements{2};
  Resolution resolution;
  Readings readings;

  Told() {
    article.text = "Lund: no. Berg: so.";
    segments = segment(article);
    statements[0].source = {{0, 4}};
    statements[0].content = {{6, 8}};
    statements[1].source = {{10, 14}};
    statements[1].content = {{16, 18}};
    resolution.statements.resize(2);
    readings.vector = 1;
    readings.words = {{0, 4}, {6, 8}, {10, 14}, {16, 18}};
    readings.rows.assign(readings.words.size() * readings.width(), 0.0f);
    readings.edges = {1, 2, 4, 8, 16, 32, 64, 128};
  }
  float& at(std::size_t word, std::size_t column) { return readings.rows[word * readings.width() + column]; }
  CandidateSet read() {
    const ArticleFacts facts(article, segments, statements, resolution);
    return find_candidates(facts, readings);
  }
};

constexpr auto denies = static_cast<std::size_t>(RelationType::denies);

TEST(Readings, AStatementActsAsItsWordsDo) {
  Told told;
  told.at(2, denies) = 2.0f;
  told.at(3, denies) = 4.0f;
  const CandidateSet set = told.read();
  EXPECT_FLOAT_EQ(set.read_acts.at(1).as_actor[denies], 3.0f);
  EXPECT_FLOAT_EQ(set.read_acts.at(0).as_actor[denies], 0.0f);
}

TEST(Readings, TheGateSaysWhichWordsCount) {
  Told told;
  told.at(2, denies) = 2.0f;
  told.at(3, denies) = 4.0f;
  told.at(3, Readings::actor_gate) = 50.0f;
  const CandidateSet set = told.read();
  EXPECT_FLOAT_EQ(set.read_acts.at(1).as_actor[denies], 4.0f);
  EXPECT_FLOAT_EQ(set.read_acts.at(1).as_target[denies], 3.0f);
}

TEST(Readings, ATieIsTheProductOfBothVectorsWithTheirDistance) {
  Told told;
  for (const std::size_t word : {2, 3}) told.at(word, Readings::vectors + 1) = 3.0f;  // Berg's, as an actor
  for (const std::size_t word : {0, 1})
    told.at(word, Readings::vectors + Readings::groups) = 5.0f;  // Lund's, as a target
  told.readings.distance[1][8 - 2] = 0.25f;                      // two words back
  const CandidateSet set = told.read();
  ASSERT_EQ(set.pairs.at(1).from, 1u);
  EXPECT_FLOAT_EQ(set.read_ties.at(1).tie[1], 15.25f);
  EXPECT_FLOAT_EQ(set.read_ties.at(1).tie[0], 0.0f);
}

TEST(Readings, SharesAreAmongTheTargetsOfOneStatement) {
  Told told;
  told.article.text = "Lund: no. Berg: so. Moe: why.";
  told.segments = segment(told.article);
  told.statements.resize(3);
  told.statements[2].source = {{20, 23}};
  told.statements[2].content = {{25, 28}};
  told.resolution.statements.resize(3);
  told.readings.words.insert(told.readings.words.end(), {{20, 23}, {25, 28}});
  told.readings.rows.resize(told.readings.words.size() * told.readings.width());
  const CandidateSet set = told.read();
  for (std::size_t n = 0; n < set.pairs.size(); ++n)
    EXPECT_FLOAT_EQ(set.read_ties.at(n).share[2], -std::log(2.0f)) << n;
}

TEST(Readings, WhereNoneAreReadNothingIsSaid) {
  Told told;
  told.readings = {};
  const CandidateSet set = told.read();
  EXPECT_TRUE(set.read_acts.empty());
  EXPECT_TRUE(set.read_ties.empty());
}

}  // namespace
}  // namespace onrecord::relating

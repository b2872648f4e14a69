#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "segment/segment.h"
#include "tag/tag.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Tags tags_of(const Article& article) {
  TagScratch scratch;
  return make_rule_tagger()->tag(article, segment(article), scratch);
}

// Each attribution as "source | cue | content + content", in the order of its cues.
std::vector<std::string> drawn(const Article& article, const Tags& tags) {
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < tags.tags.size(); ++i) {
    if (tags.tags[i].role != TagRole::cue) continue;
    std::string source;
    std::string content;
    for (const Link& link : tags.links) {
      if (link.head != i) continue;
      const std::string text(slice(article.text, tags.tags[link.tag].span));
      std::string& part = tags.tags[link.tag].role == TagRole::source ? source : content;
      part += (part.empty() ? "" : " + ") + text;
    }
    lines.push_back(source + " | " + std::string(slice(article.text, tags.tags[i].span)) + " | " + content);
  }
  return lines;
}

std::vector<std::string> found_in(std::string text) {
  Article article;
  article.text = std::move(text);
  return drawn(article, tags_of(article));
}

TEST(ReportedClause, WithAndWithoutThat) {
  EXPECT_THAT(found_in("Ada Lund said that the bridge opens in May."),
              ElementsAre("Ada Lund | said | that the bridge opens in May"));
  EXPECT_THAT(found_in("The minister said on Monday the bridge was late."),
              ElementsAre("The minister | said | the bridge was late"));
}

TEST(ReportedClause, TakesTheWholeVerbGroupAsCue) {
  EXPECT_THAT(found_in("She has not repeatedly said that it is safe."),
              ElementsAre("She | has not repeatedly said | that it is safe"));
}

TEST(ReportedClause, LeavesTheHearerOut) {
  EXPECT_THAT(found_in("Lund told the newspaper Fjordavis that it would rain."),
              ElementsAre("Lund | told | that it would rain"));
}

TEST(ReportedClause, SourceTakesItsAppositionAlong) {
  EXPECT_THAT(found_in("“It is late,” Ada Lund, the transport minister, said."),
              ElementsAre("Ada Lund, the transport minister, | said | “It is late,”"));
}

TEST(ReportedClause, MayStandInverted) {
  EXPECT_THAT(found_in("“It is late,” said Lund, the minister."),
              ElementsAre("Lund, the minister | said | “It is late,”"));
  EXPECT_THAT(found_in("The bridge opens in May, says Lund."), ElementsAre("Lund | says | The bridge opens in May"));
}

TEST(ReportedClause, MayStandInTheMiddle) {
  EXPECT_THAT(found_in("“We go,” he said, “because we must.”"),
              ElementsAre("he | said | “We go,” + “because we must.”"));
}

TEST(ReportedClause, AtTheEndOutranksVerbsInWhatIsSaid) {
  EXPECT_THAT(found_in("The city decided to close the bridge, officials said on Monday."),
              ElementsAre("officials | said | The city decided to close the bridge"));
}

TEST(ReportedClause, SharesItsSubject) {
  EXPECT_THAT(found_in("Lund called the plan “bold” and denied that it was late, adding that work goes on."),
              ElementsAre("Lund | called | the plan “bold”", "Lund | denied | that it was late",
                          "Lund | adding | that work goes on"));
}

TEST(ReportedClause, OfARelativePronoun) {
  EXPECT_THAT(found_in("The plan pleased Moe, who said he liked bridges."),
              ElementsAre("who | said | he liked bridges"));
}

TEST(ReportedClause, TakesTheColonIntoTheCue) {
  EXPECT_THAT(found_in("Lund said: “It is late.”"), ElementsAre("Lund | said: | “It is late.”"));
}

TEST(ReportedClause, EndsBeforeTheReporterExplains) {
  EXPECT_THAT(found_in("Lund said the bridge opens in May, which would be a year late."),
              ElementsAre("Lund | said | the bridge opens in May"));
}

TEST(ReportedClause, OfOneWhoAnswersByRepeating) {
  EXPECT_THAT(found_in("Officials responded to the claim by reiterating that the bridge is safe."),
              ElementsAre("Officials | responded to the claim by reiterating | that the bridge is safe"));
}

TEST(ReportedClause, IsNoNounParticipleOrPassive) {
  EXPECT_THAT(
      found_in("The claims were filed in May. A man criticised for suggesting a toll left. It was reported in May."),
      IsEmpty());
}

TEST(AccordingTo, BeforeAndBehindWhatIsSaid) {
  EXPECT_THAT(found_in("According to Ada Lund, the bridge is late."),
              ElementsAre("Ada Lund | According to | the bridge is late"));
  EXPECT_THAT(found_in("The bridge is late, according to a ministry report."),
              ElementsAre("a ministry report | according to | The bridge is late"));
}

TEST(Transcript, GivesEachParagraphToItsLabel) {
  EXPECT_THAT(found_in("LUND: Is it late?\nMOE: It is. Very late."),
              ElementsAre("LUND | : | Is it late?", "MOE | : | It is. Very late."));
}

TEST(Transcript, IsNotMadeOfOneLabel) { EXPECT_THAT(found_in("UPDATE: The bridge is open."), IsEmpty()); }

TEST(Headline, NamesTheSpeakerAtAColon) {
  Article article;
  article.text = "Lund: Bridge opens in May\n\nThe minister, Ada Lund, spoke.";
  article.headline = Span{0, 25};
  EXPECT_THAT(drawn(article, tags_of(article)), ElementsAre("Lund | : | Bridge opens in May"));
}

TEST(Nominal, NeedsAnOwner) {
  EXPECT_THAT(found_in("Nobody trusts Lund’s claim that it is safe."), ElementsAre("Lund’s | claim | that it is safe"));
  EXPECT_THAT(found_in("The claim that it is safe spread."), IsEmpty());
}

TEST(Nested, FindsAsSomebodySaidInsideAQuotation) {
  EXPECT_THAT(found_in("“We back the bridge, as city leaders promised in May,” Lund said."),
              testing::Contains("city leaders | promised | We back the bridge"));
}

TEST(Nested, FindsAQuotationInsideAQuotation) {
  EXPECT_THAT(found_in("“Then Moe told me, ‘I quit,’ and left,” Lund said."),
              testing::Contains("Moe | told | ‘I quit,’"));
}

TEST(RuleTagger, TellsSayingFromThinking) {
  Article article;
  article.text = "Lund hopes to win. Moe promised to help.";
  std::vector<float> communicated;
  for (const Tag& tag : tags_of(article).tags) {
    if (tag.role == TagRole::cue) communicated.push_back(tag.communicated);
  }
  EXPECT_THAT(communicated, ElementsAre(0.0f, 1.0f));
}

// Stands in for a learned tagger: one cue with its content, whatever the text.
class FixedTagger final : public Tagger {
 public:
  explicit FixedTagger(Tags tags) : tags_(std::move(tags)) {}
  Tags tag(const Article&, const Segments&, TagScratch&) const override { return tags_; }

 private:
  Tags tags_;
};

TEST(CombinedTagger, AddsWhereTheLearnedOneIsSilent) {
  Article article;
  article.text = "LUND: It is late.\nMOE: It is not.";
  Tags tags;
  tags.tags = {{TagRole::source, {0, 4}, 1.0f, 1.0f, "fixed"},
               {TagRole::cue, {4, 5}, 1.0f, 1.0f, "fixed"},
               {TagRole::content, {6, 17}, 1.0f, 1.0f, "fixed"}};
  tags.links = {{1, 0, 1.0f}, {1, 2, 1.0f}};
  TagScratch scratch;
  const Tags both = make_combined_tagger(std::make_unique<FixedTagger>(tags))->tag(article, segment(article), scratch);
  EXPECT_THAT(drawn(article, both), ElementsAre("LUND | : | It is late.", "MOE | : | It is not."));
  EXPECT_EQ(both.tags.front().decided_by, "fixed");
  EXPECT_EQ(both.tags.back().decided_by, "transcript");
}

}  // namespace
}  // namespace onrecord

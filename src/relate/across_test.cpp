#include "relate/across.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace onrecord {
namespace {

StatementView view(std::string article, std::string speaker, std::string quoted) {
  StatementView made;
  made.article = std::move(article);
  made.statement = "s1";
  made.speaker = std::move(speaker);
  made.kind = SpeakerKind::person;
  made.published = Date{2031, 5, 16};
  made.content = "\"" + quoted + "\"";
  made.quoted = {std::move(quoted)};
  made.form = Form::direct;
  return made;
}

StatementView paraphrase(std::string article, std::string speaker, std::string content) {
  StatementView made = view(std::move(article), std::move(speaker), "");
  made.content = std::move(content);
  made.quoted.clear();
  made.form = Form::indirect;
  return made;
}

bool meet(const Report& a, const Report& b) {
  const auto x = utterance_keys(a);
  const auto y = utterance_keys(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return !both.empty();
}

const char* const bridge = "The old bridge will carry trams again before the first snow of this winter";

TEST(SameUtterance, TiesOneQuotationInTwoPapers) {
  const Report a = make_report(view("a", "Ada Lund", bridge));
  const Report b = make_report(view("b", "Lund", bridge));
  ASSERT_TRUE(meet(a, b));
  const auto tie = same_utterance(a, b);
  ASSERT_TRUE(tie);
  EXPECT_EQ(tie->kind, TieKind::verbatim);
  EXPECT_FALSE(tie->copied);
}

TEST(SameUtterance, IsSymmetric) {
  const Report a = make_report(view("a", "Ada Lund", bridge));
  const Report b = make_report(view("b", "Ada Lund", "carry trams again before the first snow"));
  const auto ab = same_utterance(a, b);
  const auto ba = same_utterance(b, a);
  ASSERT_TRUE(ab && ba);
  EXPECT_EQ(ab->kind, TieKind::shortened);
  EXPECT_EQ(ab->kind, ba->kind);
  EXPECT_EQ(ab->score, ba->score);
}

TEST(SameUtterance, KeepsTwoPeopleApart) {
  const char* const common = "the bridge will open before the winter";
  EXPECT_FALSE(same_utterance(make_report(view("a", "Ada Lund", common)), make_report(view("b", "Jon Berg", common))));
  EXPECT_FALSE(same_utterance(make_report(view("a", "Ada Lund", common)), make_report(view("b", "Jon Lund", common))));
}

TEST(SameUtterance, BelievesALongQuotationBeforeTheNames) {
  EXPECT_TRUE(same_utterance(make_report(view("a", "Ada Lund", bridge)), make_report(view("b", "Jon Berg", bridge))));
}

TEST(SameUtterance, BelievesAnUnmistakableQuotationWhateverStandsBesideIt) {
  const std::string words =
      "The old bridge will carry trams again before the first snow of this winter comes down the river";
  StatementView both = view("b", "Jon Berg", words);
  both.quoted.push_back(
      "Nobody asked the ferrymen, whose boats lie idle, nor the dockers who wait for them every morning");
  StatementView one = view("a", "Ada Lund", words);
  one.quoted.push_back(
      "It cost less than we feared, and the council may be proud of that, whatever its critics say today");
  EXPECT_TRUE(same_utterance(make_report(one), make_report(both)));
  both.published = Date{2031, 5, 26};
  EXPECT_FALSE(same_utterance(make_report(one), make_report(both)));
}

TEST(SameUtterance, TiesNothingInsideOneArticle) {
  EXPECT_FALSE(same_utterance(make_report(view("a", "Ada Lund", bridge)), make_report(view("a", "Ada Lund", bridge))));
}

TEST(SameUtterance, KeepsAPledgeAndItsOppositeApart) {
  EXPECT_FALSE(same_utterance(make_report(view("a", "Ada Lund", "We will raise the bridge toll in May")),
                              make_report(view("b", "Ada Lund", "We will not raise the bridge toll"))));
}

TEST(SameUtterance, KeepsALineThatWasSaidAgainApart) {
  StatementView monday = view("a", "Ada Lund", "We will open the bridge in May");
  monday.said_from = monday.said_to = Date{2031, 5, 12};
  StatementView friday = view("b", "Ada Lund", "We will open the bridge in May");
  friday.said_from = friday.said_to = Date{2031, 5, 16};
  EXPECT_FALSE(same_utterance(make_report(monday), make_report(friday)));
}

TEST(SameUtterance, PassesOverATitleInFrontOfAName) {
  EXPECT_TRUE(same_utterance(make_report(view("a", "Mayor-to-be Ada Lund", "We will open the bridge in May")),
                             make_report(view("b", "Ada Lund", "We will open the bridge in May"))));
}

TEST(UtteranceKeys, LeadFromALetterToItsWriter) {
  StatementView letter = paraphrase("b", "letter", "the drawbridge counterweight was corroded");
  letter.kind = SpeakerKind::document;
  EXPECT_TRUE(meet(make_report(paraphrase("a", "Ada Lund", "the drawbridge counterweight would have to go")),
                   make_report(letter)));
}

std::optional<AcrossRelation> change(const char* before, const char* after) {
  StatementView earlier = view("a", "Ada Lund", before);
  earlier.said_from = earlier.said_to = Date{2031, 3, 8};
  StatementView later = view("b", "Ada Lund", after);
  later.said_from = later.said_to = Date{2031, 5, 16};
  return changed_position(make_report(later), make_report(earlier));
}

TEST(ChangedPosition, SeesAPledgeAndItsOpposite) {
  EXPECT_TRUE(
      change("We will not raise tolls on the harbour bridge", "We will raise tolls on the harbour bridge in May"));
  EXPECT_TRUE(change("I support tolls on the harbour bridge", "I oppose tolls on the harbour bridge"));
}

TEST(ChangedPosition, SeesAlwaysAndNever) {
  EXPECT_TRUE(
      change("I will always oppose tolls on the harbour bridge", "I will never oppose tolls on the harbour bridge"));
}

TEST(ChangedPosition, SeesNoneWhereTwoSignsCancel) {
  EXPECT_FALSE(change("We will not raise tolls on the harbour bridge", "We will cut tolls on the harbour bridge"));
}

TEST(ChangedPosition, SeesNoneOnAnotherTopic) {
  EXPECT_FALSE(change("We will not raise tolls on the harbour bridge", "We will raise the pay of dockers and pilots"));
}

TEST(ChangedPosition, LooksAtEachSentenceAlone) {
  EXPECT_FALSE(change("We will raise tolls on the harbour bridge",
                      "We will raise tolls on the harbour bridge. I do not care what dockers say"));
}

TEST(ChangedPosition, LooksBackOnly) {
  const Report a = make_report(view("a", "Ada Lund", "We will not raise tolls on the harbour bridge"));
  StatementView later = view("b", "Ada Lund", "We will raise tolls on the harbour bridge");
  later.published = Date{2031, 6, 16};
  EXPECT_TRUE(changed_position(make_report(later), a));
  EXPECT_FALSE(changed_position(a, make_report(later)));
}

TEST(ChangedPosition, MeetsByKeysWheneverItWasSaid) {
  const Report a = make_report(view("a", "Ada Lund", "We will not raise tolls on the harbour bridge"));
  StatementView later = view("b", "Ada Lund", "We will raise tolls on the harbour bridge");
  later.published = Date{2033, 6, 16};
  const auto acting = relation_keys(make_report(later)).acting;
  const auto target = relation_keys(a).target;
  std::vector<std::uint64_t> both;
  std::set_intersection(acting.begin(), acting.end(), target.begin(), target.end(), std::back_inserter(both));
  EXPECT_FALSE(both.empty());
}

TEST(GroupReports, JoinsReportsThatAreAllTied) {
  EXPECT_EQ(group_reports({0, 1, 2}, {{0, 1, 0.9f}, {1, 2, 0.9f}, {0, 2, 0.9f}}),
            (std::vector<std::uint32_t>{0, 0, 0}));
}

TEST(GroupReports, DoNotChainThroughAReportOfTwoPoints) {
  const std::vector<std::uint32_t> groups = group_reports({0, 1, 2, 3}, {{0, 1, 0.95f}, {2, 3, 0.95f}, {1, 2, 0.8f}});
  EXPECT_EQ(groups, (std::vector<std::uint32_t>{0, 0, 2, 2}));
}

TEST(GroupReports, DoNotDependOnTheOrderOfTies) {
  const std::vector<MemberTie> ties{{0, 1, 0.8f}, {1, 2, 0.8f}, {2, 3, 0.5f}, {0, 3, 0.9f}};
  EXPECT_EQ(group_reports({0, 1, 2, 3}, ties), group_reports({0, 1, 2, 3}, {ties.rbegin(), ties.rend()}));
}

TEST(SameUtterance, TiesAParaphraseOfTheSameDay) {
  const Report a = make_report(paraphrase("a", "Ada Lund", "the harbour bridge would reopen for trams before winter"));
  const Report b =
      make_report(paraphrase("b", "Ada Lund", "trams would run over the reopened harbour bridge before winter"));
  EXPECT_TRUE(meet(a, b));
  EXPECT_TRUE(same_utterance(a, b));
}

TEST(SameUtterance, DoesNotTieAParaphraseOfAnotherMonth) {
  StatementView later = paraphrase("b", "Ada Lund", "the harbour bridge would reopen for trams before winter");
  later.published = Date{2031, 8, 2};
  EXPECT_FALSE(same_utterance(
      make_report(paraphrase("a", "Ada Lund", "the harbour bridge would reopen for trams before winter")),
      make_report(later)));
}

TEST(SameUtterance, SeesACopiedText) {
  StatementView a = view("a", "Ada Lund", bridge);
  a.passage = a.content + ", the minister told a crowd of dockers at the ferry landing on Friday.";
  StatementView b = a;
  b.article = "b";
  const auto tie = same_utterance(make_report(a), make_report(b));
  ASSERT_TRUE(tie);
  EXPECT_TRUE(tie->copied);
}

TEST(UtteranceKeys, HoldNothingForAThought) {
  StatementView thought = view("a", "Ada Lund", bridge);
  thought.communicated = false;
  EXPECT_TRUE(utterance_keys(make_report(thought)).empty());
}

WordingDifference compare(std::string a, std::string b) {
  return compare_wording(make_report(view("a", "Ada Lund", std::move(a))),
                         make_report(view("b", "Ada Lund", std::move(b))));
}

TEST(CompareWording, ShowsAnExchangedWord) {
  const auto difference = compare("We will open the bridge in May", "We may open the bridge in May");
  ASSERT_TRUE(difference.differs);
  ASSERT_EQ(difference.changes.size(), 1u);
  EXPECT_EQ(difference.changes[0].a, "will");
  EXPECT_EQ(difference.changes[0].b, "may");
}

TEST(CompareWording, ShowsADroppedWord) {
  const auto difference = compare("The bridge is not safe for heavy trams", "The bridge is safe for heavy trams");
  ASSERT_TRUE(difference.differs);
  EXPECT_EQ(difference.changes[0].a, "not");
  EXPECT_EQ(difference.changes[0].b, "");
}

TEST(CompareWording, AllowsCuttingShortCaseAndMarks) {
  EXPECT_FALSE(compare("We will open the bridge in May, I promise", "we will open the Bridge in May").differs);
}

TEST(CompareWording, AllowsAnEllipsisAndAnEditorsBracket) {
  EXPECT_FALSE(
      compare("The bridge, which is old and rusty, will open in May", "The bridge … will open in May").differs);
  EXPECT_FALSE(
      compare("The council told him to open the bridge", "The council told [the minister] to open the bridge").differs);
}

TEST(CompareWording, SaysNothingOfTwoPartsOfASpeech) {
  EXPECT_FALSE(compare("The bridge will open in May", "Nobody asked the ferrymen").differs);
}

StatementView retraction() {
  StatementView made = paraphrase("b", "Ada Lund", "she should not have promised to open the harbour bridge in May");
  made.published = Date{2031, 5, 20};
  made.acts = {{RelationType::retracts, "her promise to open the harbour bridge in May", "Ada Lund"}};
  return made;
}

TEST(RelateAcross, FindsWhatWasRetracted) {
  const Report earlier = make_report(paraphrase("a", "Ada Lund", "she would open the harbour bridge in May"));
  const Report later = make_report(retraction());
  const auto relation = relate_across(later, earlier);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::retracts);
  EXPECT_FALSE(relation->shared.empty());
  const auto acting = relation_keys(later).acting;
  const auto target = relation_keys(earlier).target;
  std::vector<std::uint64_t> both;
  std::set_intersection(acting.begin(), acting.end(), target.begin(), target.end(), std::back_inserter(both));
  EXPECT_FALSE(both.empty());
}

TEST(RelateAcross, IsSurerWhereTheRelationThatItRestsOnIs) {
  const Report earlier = make_report(paraphrase("a", "Ada Lund", "she would open the harbour bridge in May"));
  StatementView later = retraction();
  later.acts.front().held = 0.9f;
  const auto sure = relate_across(make_report(later), earlier);
  later.acts.front().held = 0.3f;
  const auto doubtful = relate_across(make_report(later), earlier);
  ASSERT_TRUE(sure && doubtful);
  EXPECT_GT(sure->decision.confidence, doubtful->decision.confidence);
  EXPECT_LT(sure->decision.confidence, 1.0f);
}

TEST(RelateAcross, ADenialIsSurerFromWhomTheClaimAccuses) {
  StatementView denial = paraphrase("b", "Ada Lund", "the accusation");
  denial.acts = {{RelationType::denies, "Berg said that money from the ferry company reached Lund", "Jon Berg", 0.8f}};
  const Report accused = make_report(denial);
  denial.speaker = "Cy Noe";
  const Report witness = make_report(denial);
  denial.speaker = "Lund Institute";
  denial.kind = SpeakerKind::organisation;
  const Report body = make_report(denial);
  const Report claim = make_report(paraphrase("a", "Jon Berg", "Lund took money from the ferry company"));
  const auto sure = [&](const Report& later) { return relate_across(later, claim)->decision.confidence; };
  EXPECT_GT(sure(accused), sure(witness) + 0.1f);
  EXPECT_GT(sure(witness), sure(body));
}

TEST(RelateAcross, RestsOnNothingThatIsMostlyWrong) {
  const Report earlier = make_report(paraphrase("a", "Ada Lund", "she would open the harbour bridge in May"));
  StatementView later = retraction();
  later.acts.front().held = 0.1f;
  EXPECT_FALSE(relate_across(make_report(later), earlier));
}

TEST(RelateAcross, CountsARuleAtTheShareThatHeld) {
  Relation inside;
  inside.type = RelationType::retracts;
  inside.decision = {"cue-rules", 0.8f};
  EXPECT_LT(held_share(inside), 0.3f);
  inside.decision.by = "pair-forest";
  EXPECT_EQ(held_share(inside), 0.8f);
}

TEST(RelateAcross, TakesNoDenialForWhatWasDenied) {
  StatementView later = paraphrase("b", "Ada Lund", "the accusation");
  later.acts = {{RelationType::denies, "Berg said that Lund took money from the ferry company", "Jon Berg"}};
  const StatementView accusation = paraphrase("a", "Jon Berg", "Lund took money from the ferry company");
  EXPECT_TRUE(relate_across(make_report(later), make_report(accusation)));
  StatementView denial = paraphrase("a", "Jon Berg", "that he took money from the ferry company");
  denial.act = Act::deny;
  EXPECT_FALSE(relate_across(make_report(later), make_report(denial)));
}

TEST(RelateAcross, TakesNoReaffirmationForWhatWasReaffirmed) {
  StatementView later = paraphrase("b", "Ada Lund", "her promise");
  later.acts = {{RelationType::reaffirms, "she would open the harbour bridge in May", ""}};
  StatementView promise = paraphrase("a", "Ada Lund", "she would open the harbour bridge in May");
  EXPECT_TRUE(relate_across(make_report(later), make_report(promise)));
  promise.act = Act::reaffirm;
  EXPECT_FALSE(relate_across(make_report(later), make_report(promise)));
}

TEST(RelateAcross, AnAnswerIsToTheSameQuestionOfTheSameDays) {
  StatementView answer = paraphrase("b", "Ada Lund", "never");
  answer.acts = {{RelationType::responds, "whether the harbour bridge will carry trams this winter", "Jon Berg"}};
  StatementView question = paraphrase("a", "Jon Berg", "whether the harbour bridge would carry trams this winter");
  EXPECT_TRUE(relate_across(make_report(answer), make_report(question)));
  const StatementView other = paraphrase("a", "Jon Berg",
                                         "the harbour bridge trams needed new drivers, cheaper tickets, longer "
                                         "platforms and a second depot");
  EXPECT_FALSE(relate_across(make_report(answer), make_report(other)));
  question.published = Date{2031, 4, 28};
  EXPECT_FALSE(relate_across(make_report(answer), make_report(question)));
}

TEST(RelateAcross, TakesNoReportOfTheRetractionForWhatWasTakenBack) {
  StatementView apology = paraphrase("a", "Ada Lund", "for promising to open the harbour bridge in May");
  apology.act = Act::retract;
  EXPECT_FALSE(relate_across(make_report(retraction()), make_report(apology)));
}

TEST(RelateAcross, OnlyTheOwnSideRetracts) {
  const Report earlier = make_report(paraphrase("a", "Jon Berg", "she would open the harbour bridge in May"));
  EXPECT_FALSE(relate_across(make_report(retraction()), earlier));
}

TEST(RelateAcross, NeverReachesForward) {
  StatementView after = paraphrase("a", "Ada Lund", "she would open the harbour bridge in May");
  after.published = Date{2031, 6, 20};
  EXPECT_FALSE(relate_across(make_report(retraction()), make_report(after)));
}

}  // namespace
}  // namespace onrecord

// What ties statements of different articles: one utterance in many reports, the wording in which two reports differ,
// and a later article's retraction, denial or dispute of what an earlier one reported. Pure functions of the two
// statements alone: no corpus statistics, no best-of-k, so that a set of articles gives the same ties in whatever order
// it came in (invariant 6). Two statements are compared exactly when they share a key; groups are made of the pairs
// that same_utterance joins (group_reports). Nothing here can fail; all of it may be called from many threads at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/date.h"
#include "onrecord/relation.h"
#include "onrecord/resolution.h"
#include "onrecord/statement.h"

namespace onrecord {

// What a statement was found to do inside its own article: one of its relations.
struct ActSeen {
  RelationType type = RelationType::responds;
  std::string about;          // the words of its target: the content of a statement, or the mention ("the comments")
  std::string about_speaker;  // who said the target, where the article tells; else empty
  float held = 1.0f;          // how often such relations are right: held_share of the relation
};

// How often a relation inside an article that was decided as this one is right, as counted on the gold articles.
float held_share(const Relation& inside);

// A statement as other articles see it: all that the comparisons read.
struct StatementView {
  std::string article;    // its id; two statements of one article are never tied here
  std::string statement;  // its id inside the article
  std::optional<std::string> outlet;
  std::optional<Date> published;
  std::optional<Date> said_from;
  std::optional<Date> said_to;
  std::string speaker;  // the resolved name; empty where unknown
  SpeakerKind kind = SpeakerKind::unknown;
  std::vector<std::string> roles;
  std::string source;  // the source's words in the text ("he", "the senator")
  std::string cue;
  std::string content;              // the fragments joined with one blank, quotation marks included
  std::vector<std::string> quoted;  // the verbatim parts, without their marks
  std::string passage;              // the sentences that the statement stands in; empty where not at hand
  Form form = Form::indirect;
  Act act = Act::say;
  Polarity polarity = Polarity::asserted;
  bool communicated = true;
  bool nested = false;        // it stands within another statement
  std::vector<ActSeen> acts;  // its relations inside the article
};

// A view with its words worked out once; made in a time linear in the view's length. Owns all it holds.
struct Report {
  StatementView view;
  std::vector<std::string> quoted_words;   // of all verbatim parts, normalised, in order
  std::vector<std::uint32_t> quoted_part;  // for each quoted word, the part that it stands in
  std::vector<std::string> stems;          // of the content's telling words; sorted, each once
  double stems_weight = 0;                 // how much they tell together
  std::vector<std::string> about_stems;    // the same of all `acts[i].about`
  std::vector<std::string> content_words;  // all words of the content, normalised, in order
  std::string speaker_key;                 // a person's last name, another speaker's telling words; empty where unknown
};
Report make_report(StatementView view);

// Keys under which other reports of the same saying are found. Sorted, each once; empty for what is never merged
// (thoughts that were not communicated, statements without words). They depend on the report alone.
std::vector<std::uint64_t> utterance_keys(const Report& report);

enum class TieKind : std::uint8_t { verbatim, shortened, altered, paraphrase };

struct UtteranceTie {
  TieKind kind = TieKind::paraphrase;
  float score = 0.0f;   // 0 to 1; a tie is only given where it is above the decision threshold
  bool copied = false;  // the two passages are one text (a wire story, a reprint), not two reporters' work
};

// Whether two reports tell the same act of saying by the same speaker on the same occasion. Symmetric:
// same_utterance(a, b) == same_utterance(b, a). Nothing for two statements of one article.
std::optional<UtteranceTie> same_utterance(const Report& a, const Report& b);

// A tie between two of the members that group_reports is given.
struct MemberTie {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  float score = 0.0f;
};

// Which members are reports of one utterance: for each member the number of its group, counted from the first member.
// A statement that tells two points ties reports that have nothing to do with each other, so ties do not chain: from
// the surest on, two groups become one where the ties between them are strong on average. `article_of` gives each
// member's article; two members of one article count neither for nor against. A function of the members' order, the
// ties and the articles; the order of `ties` does not matter.
std::vector<std::uint32_t> group_reports(const std::vector<std::uint32_t>& article_of, std::vector<MemberTie> ties);

// One place where the quoted words of two reports differ; a side is empty where the other has words more.
struct WordChange {
  std::string a;
  std::string b;
};

struct WordingDifference {
  bool differs = false;             // in more than letter case, punctuation or being cut short
  std::vector<WordChange> changes;  // in the order of `a`; only those that make it differ
};

// Aligns the quoted words of two reports of one utterance word by word.
WordingDifference compare_wording(const Report& a, const Report& b);

// Keys for relations across articles. `later` may be about `earlier` only where acting(later) and target(earlier) share
// a key. Stands of one speaker on one topic meet by keys that stand on both sides. Sorted, each once.
struct RelationKeys {
  std::vector<std::uint64_t> acting;
  std::vector<std::uint64_t> target;
};
RelationKeys relation_keys(const Report& report);

struct AcrossRelation {
  RelationType type = RelationType::responds;
  std::uint32_t act = none;         // index into later.view.acts that shows the tie; none for a changed position
  std::vector<std::string> shared;  // the telling words that stand on both sides: the evidence
  Decision decision;
};

// Whether `later` retracts, clarifies, reaffirms, denies, disputes or supports `earlier`, a statement of another
// article. Holds invariant 8. The two need not be given in the order of time: nothing where `earlier` is known to have
// been said after. Its confidence is how often such were right when people read both texts; nothing where four in five of
// those inside an article on which it would rest are wrong.
std::optional<AcrossRelation> relate_across(const Report& later, const Report& earlier);

// Whether `later` and `earlier` are stands of one speaker, on different days, that cannot both hold, by their wording:
// a candidate for a person to judge, never a reported relation. `act` is none.
std::optional<AcrossRelation> changed_position(const Report& later, const Report& earlier);

}  // namespace onrecord

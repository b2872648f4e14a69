// What the ledger answers with. Plain values that own all they hold; nothing here points into the file.
//
// The ledger's ids are functions of what the articles hold, so they are the same in every ledger of the same articles:
//   3fa9c1d2e4b5a697        an article: the first 16 digits of its key
//   3fa9c1d2e4b5a697-s3     its third statement
//   3fa9c1d2e4b5a697-r1     its first relation
//   3fa9c1d2e4b5a697-p2     a speaker: the second of that article, with all others that are known to be the same
//   3fa9c1d2e4b5a697-u3     an utterance: that statement, with all other reports of the same act of saying
//   x0b7c55d2e19f4a83       a tie between statements of two articles
//   ~group:senate democrats all speakers of a kind that bear a name which is not known to be one's
// A speaker's or utterance's id is that of its smallest member; the id of any other member leads to it, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "onrecord/record.h"

namespace onrecord {

// Where a report stands.
struct Source {
  std::string article;     // ledger id
  std::string article_id;  // article.id: the source's own, or its identity
  std::string title;
  std::vector<std::string> byline;
  std::optional<std::string> outlet;
  std::optional<std::string> url;
  std::optional<Date> published;
  std::string path;  // as named when it was added; no part of any export
};

struct LedgerSpeaker {
  std::string id;    // "…-p2"
  std::string name;  // ledger-wide: the most frequent form, then the longest, then the first
  SpeakerKind kind = SpeakerKind::unknown;
};

// One statement of one article, with all that is recorded about it alone.
struct LedgerStatement {
  std::string id;                        // "…-s3"
  std::string utterance;                 // "…-u3"
  std::optional<LedgerSpeaker> speaker;  // nothing where unknown
  std::vector<std::string> roles;        // of the speaker, as this article gives them
  Statement statement;                   // spans are bytes of the article's text
  Circumstances circumstances;           // `speaker` is the index inside the article
  std::string within;                    // the id of the statement that it is nested in; else empty
  std::string content;                   // the content's spans as text, joined by " … "
  std::string cue;
  std::string source_words;  // the source span's words ("the minister"); empty where the text names none
  std::string passage;       // the paragraphs that all its spans lie in, cut to a page's width of context
  Span passage_span;         // where `passage` stands in the article's text
  Source source;
};

// Where a relation comes from. Candidates are found by comparing wording, never reported; they are kept apart.
enum class TurnKind : std::uint8_t { inside, across, candidate };
enum class Judgement : std::uint8_t { pending, confirmed, rejected };

// What a later statement does to another one.
struct Turn {
  std::string id;  // "…-r1" or "x…"
  TurnKind kind = TurnKind::inside;
  RelationType type = RelationType::responds;
  LedgerStatement from;
  std::optional<LedgerStatement> to;  // at its fullest report inside the article, its earliest across articles
  std::string mention;                // where the text only mentions it: "the comments"
  std::optional<Span> mention_span;
  std::vector<Span> evidence;  // in the article of `from`
  std::vector<std::string> evidence_words;
  Decision decision;
  Judgement judgement = Judgement::pending;  // a person's latest verdict
  std::vector<Source> told_by;               // every article that reports this turn between the same two utterances
};

// One act of saying and what became of it.
struct Utterance {
  std::string id;                        // "…-u3"
  std::vector<LedgerStatement> reports;  // earliest published first; reports of no known day last
  bool differs = false;                  // the words inside quotation marks differ between reports
  std::vector<Turn> done_to_it;          // turns whose `to` is one of the reports, oldest first
  std::vector<Turn> does;                // turns whose `from` is one of the reports
};

struct Timeline {
  std::vector<LedgerSpeaker> speakers;  // whose it is
  std::vector<Utterance> utterances;    // in the order they were said, as far as that is known, else published
};

struct SpeakerMatch {
  LedgerSpeaker speaker;
  std::size_t statements = 0;
  std::size_t articles = 0;
  std::vector<std::string> roles;  // the most frequent first, at most five
};

// What a name in a query means. More than one match at the best level means that the name is ambiguous.
enum class NameMatch : std::uint8_t { nothing, id, full_name, part_of_name };
struct SpeakerMatches {
  NameMatch by = NameMatch::nothing;  // the best level at which anything matched
  std::vector<SpeakerMatch> matches;  // the one with most statements first
};

// One article as added, with what the whole ledger adds to it.
struct LedgerRelation {
  std::string id;  // "x…"
  RelationType type = RelationType::responds;
  std::uint32_t from = none;   // index of the statement in this article
  std::string to;              // id of the statement in another article
  std::vector<Span> evidence;  // in this article
  Decision decision;
};
struct LedgerRecord {
  std::string article;                  // ledger id; statement i is article + "-s" + (i + 1), see statement_id()
  Record record;                        // as added, but for article.path: "export.jsonl", the same for all
  std::vector<LedgerSpeaker> speakers;  // one per record.resolution.speakers
  std::vector<std::string> utterances;  // one per statement
  std::vector<LedgerRelation> across;   // sorted by from, to, type
};
std::string statement_id(const std::string& article, std::size_t index);
std::string speaker_id(const std::string& article, std::size_t index);
std::string relation_id(const std::string& article, std::size_t index);

struct SpeakerPage {
  SpeakerMatch speaker;
  std::vector<std::string> names;       // every form that the articles use, most frequent first
  std::vector<LedgerStatement> latest;  // at most twenty
};

// Between which days of publication articles gave a speaker a role.
struct RoleSpan {
  std::string role;
  std::optional<Date> from, to;  // nothing where none of the articles has a date
  std::size_t times = 0;         // speakers of articles who were called so
};

// What a speaker did to another one's statements (`by`), or the other to the speaker's (`on`).
struct Dealing {
  enum class Way : std::uint8_t { by, on };
  Way way = Way::by;
  RelationType type = RelationType::responds;
  LedgerSpeaker other;
  std::size_t times = 0;
  std::string latest;  // the id of the statement that did it last
};

// A page of what one speaker said.
struct SpeakerRecord {
  SpeakerMatch speaker;
  std::vector<std::string> names;                           // every form, the most frequent first
  std::vector<RoleSpan> roles;                              // of all articles, at most 12, the earliest first
  std::vector<Dealing> dealings;                            // of all articles, at most 12, the most frequent first
  std::vector<Utterance> utterances;                        // in the order they were said
  bool more = false;                                        // earlier ones follow on the next page
  std::vector<std::pair<std::string, std::size_t>> months;  // statements by month ("2031-05", "2031" or ""), in order
};

using Shown = std::variant<LedgerRecord, Utterance, SpeakerPage, Turn>;  // a statement is shown as its utterance

// A row of a person's verdict.
enum class VerdictKind : std::uint8_t { confirm, reject, same_speaker, different_speakers };
struct Verdict {
  std::size_t number = 0;  // counted from 1 in the order they were given
  VerdictKind kind = VerdictKind::confirm;
  std::string subject;  // the turn, or the first speaker
  std::string object;   // the second speaker; else empty
  std::string by;       // who decided
  std::string note;
  std::string made;                     // "2031-05-16T09:30:00Z"; no part of any export
  std::optional<std::size_t> replaces;  // the number of the verdict on the same thing that this one overrules
};

// How one outlet quotes.
struct OutletCounts {
  std::optional<std::string> outlet;  // nothing: articles that tell none
  std::size_t articles = 0;
  std::size_t statements = 0;
  std::size_t direct = 0;   // statements that are word for word throughout
  std::size_t unnamed = 0;  // statements of unnamed sources
  std::size_t indirect = 0;
  std::size_t altered = 0;  // statements whose quoted words differ from another outlet's report of the same saying
};

struct Counts {
  std::size_t articles = 0, statements = 0, speakers = 0, relations = 0, across = 0, candidates = 0, ties = 0,
              verdicts = 0;
};

}  // namespace onrecord

#include "ledger/invariants.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "ledger/views.h"
#include "text/text.h"

namespace onrecord::ledger {

namespace {

class Examiner {
 public:
  Examiner(const Record& record, const std::string& handle, const Complain& complain)
      : record_(record), text_(record.article.text), handle_(handle), complain_(complain) {}

  void article() {
    const Article& article = record_.article;
    where_ = "article " + handle_;
    if (text_.size() >= std::numeric_limits<std::uint32_t>::max()) complain("its text is too long");
    const std::size_t invalid = first_invalid_utf8(text_);
    if (invalid != text_.size()) complain(fmt::format("its text is not UTF-8 at byte {}", invalid));
    for (const auto& [span, what] :
         {std::pair(article.headline, "headline"), std::pair(article.standfirst, "standfirst"),
          std::pair(article.dateline, "dateline")}) {
      if (span) one(*span, what);
    }
    list(article.asides, "aside");
  }

  void speaker(std::size_t index) {
    const Speaker& speaker = record_.resolution.speakers[index];
    where_ = "speaker " + speaker_id(handle_, index);
    if (speaker.name.empty() && speaker.kind != SpeakerKind::author) complain("it has no name");
    if (first_invalid_utf8(speaker.name) != speaker.name.size()) complain("its name is not UTF-8");
    for (const Role& role : speaker.roles) one(role.span, "role");
    for (const Mention& mention : speaker.mentions) {
      one(mention.span, "mention");
      decided(mention.decision, "mention");
    }
  }

  void statement(std::size_t index) {
    const Statement& statement = record_.statements[index];
    where_ = "statement " + statement_id(handle_, index);
    if (statement.content.empty() && statement.cue.empty()) complain("it has neither content nor cue");
    list(statement.content, "content");
    list(statement.cue, "cue");
    list(statement.source, "source");
    list(statement.quotes, "verbatim part");
    for (const Span quote : statement.quotes) {
      if (std::none_of(statement.content.begin(), statement.content.end(),
                       [&](Span span) { return span.contains(quote); }))
        complain("a verbatim part stands outside its content");
    }
    if (statement.within != none && (statement.within >= record_.statements.size() || statement.within == index))
      complain("it is nested in a statement that is not there");
    decided(statement.decision, "statement");
  }

  void circumstances(std::size_t index) {
    const Circumstances& who = record_.resolution.statements[index];
    if (who.speaker != none) {
      if (who.speaker >= record_.resolution.speakers.size()) complain("its speaker is not there");
      decided(who.speaker_decision, "speaker");
    }
    if (who.said) {
      if (who.said->from.has_value() != who.said->to.has_value()) complain("the day it was said has one end only");
      if (who.said->from && who.said->to && days_from_epoch(*who.said->from) > days_from_epoch(*who.said->to))
        complain("the day it was said ends before it begins");
      for (const auto& day : {who.said->from, who.said->to}) {
        if (day && parse_iso(to_iso(*day)) != day) complain("the day it was said is in no calendar");
      }
      if (who.said->basis.empty()) complain("nothing signs the day it was said");
      if (who.said->phrase) one(*who.said->phrase, "phrase of the day");
      sure(who.said->confidence, "day");
    }
    if (who.told) {
      if (who.told->span) one(*who.told->span, "phrase of the audience");
      sure(who.told->confidence, "audience");
    }
  }

  void relation(std::size_t index) {
    const Relation& relation = record_.relations[index];
    where_ = "relation " + relation_id(handle_, index);
    const std::size_t count = record_.statements.size();
    decided(relation.decision, "relation");
    list(relation.evidence, "evidence");
    if (relation.to_span) one(*relation.to_span, "mention");
    if ((relation.to != none) == relation.to_span.has_value())
      complain("it must lead to a statement or else to a mention");
    if (relation.from >= count || (relation.to != none && relation.to >= count)) {
      complain("it ties statements that are not there");
      return;
    }
    if (relation.to == none) return;
    if (relation.to == relation.from) complain("it ties a statement to itself");
  }

 private:
  void complain(std::string_view what) { complain_(fmt::format("{}: {}", where_, what)); }

  void one(Span span, std::string_view what) {
    if (span.begin >= span.end) {
      complain(fmt::format("its {} is empty", what));
    } else if (span.end > text_.size()) {
      complain(fmt::format("its {} ends behind the text", what));
    } else if (!on_boundary(text_, span.begin) || !on_boundary(text_, span.end)) {
      complain(fmt::format("its {} cuts a character in two", what));
    }
  }

  void list(const std::vector<Span>& spans, std::string_view what) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
      one(spans[i], what);
      if (i > 0 && spans[i].begin < spans[i - 1].end)
        complain(fmt::format("its {} spans overlap or are out of order", what));
    }
  }

  void sure(float confidence, std::string_view what) {
    if (!(confidence >= 0.0f && confidence <= 1.0f))
      complain(fmt::format("the {} is less than 0 or more than 1 sure", what));
  }

  void decided(const Decision& decision, std::string_view what) {
    if (decision.by.empty()) complain(fmt::format("nobody signs the {}", what));
    sure(decision.confidence, what);
  }

  const Record& record_;
  std::string_view text_;
  const std::string& handle_;
  const Complain& complain_;
  std::string where_;
};

}  // namespace

void each_violation(const Record& record, const std::string& handle, const Complain& complain) {
  Examiner examiner(record, handle, complain);
  examiner.article();
  for (std::size_t i = 0; i < record.resolution.speakers.size(); ++i) examiner.speaker(i);
  const bool whole = record.resolution.statements.size() == record.statements.size();
  if (!whole) complain("article " + handle + ": its statements and their circumstances differ in number");
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    examiner.statement(i);
    if (whole) examiner.circumstances(i);
  }
  for (std::size_t i = 0; i < record.relations.size(); ++i) examiner.relation(i);
}

}  // namespace onrecord::ledger

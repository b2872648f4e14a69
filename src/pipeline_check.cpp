#include "pipeline_check.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/text.h"

namespace onrecord {

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::logic_error(std::string("invariant broken: ") + what);
}

void check_span(std::string_view text, Span span, const char* what) {
  require(span.begin < span.end && span.end <= text.size(), what);
  require(on_boundary(text, span.begin) && on_boundary(text, span.end), what);
}

void check_spans(std::string_view text, const std::vector<Span>& spans, const char* what) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    check_span(text, spans[i], what);
    require(i == 0 || spans[i - 1].end <= spans[i].begin, what);
  }
}

void check_sure(float confidence) { require(confidence >= 0.0f && confidence <= 1.0f, "a confidence outside 0 to 1"); }

}  // namespace

void check(const Article& article, const Segments& segments) {
  const auto inside = [](Range range, std::size_t size) { return range.begin <= range.end && range.end <= size; };
  std::uint32_t at = 0;
  for (const Paragraph& paragraph : segments.paragraphs) {
    check_span(article.text, paragraph.span, "a paragraph outside the text");
    require(at <= paragraph.span.begin, "paragraphs out of order");
    at = paragraph.span.end;
    require(inside(paragraph.sentences, segments.sentences.size()), "a paragraph's sentences");
  }
  at = 0;
  for (const Sentence& sentence : segments.sentences) {
    check_span(article.text, sentence.span, "a sentence outside the text");
    require(at <= sentence.span.begin, "sentences out of order");
    at = sentence.span.end;
    require(inside(sentence.tokens, segments.tokens.size()), "a sentence's tokens");
    require(sentence.paragraph < segments.paragraphs.size() &&
                segments.paragraphs[sentence.paragraph].span.contains(sentence.span),
            "a sentence outside its paragraph");
  }
  at = 0;
  for (const Token& token : segments.tokens) {
    check_span(article.text, token.span, "a token outside the text");
    require(at <= token.span.begin, "tokens out of order");
    at = token.span.end;
    require(token.sentence < segments.sentences.size() && segments.sentences[token.sentence].span.contains(token.span),
            "a token outside its sentence");
  }
  for (std::size_t i = 0; i < segments.quotes.size(); ++i) {
    const Quote& quote = segments.quotes[i];
    check_span(article.text, quote.span, "a quotation outside the text");
    require(quote.span.contains(quote.inside), "a quotation's inside");
    require(quote.continues == none || quote.continues < i, "a quotation that continues a later one");
  }
}

void check(const Article& article, const Tags& tags) {
  for (const Tag& tag : tags.tags) {
    check_span(article.text, tag.span, "a tag outside the text");
    check_sure(tag.score);
    check_sure(tag.communicated);
  }
  for (const Link& link : tags.links) {
    require(link.head < tags.tags.size() && link.tag < tags.tags.size(), "a link to no tag");
    check_sure(link.score);
  }
}

void check(const Article& article, const Statements& statements) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    require(!statement.content.empty() || !statement.cue.empty(), "a statement with neither content nor cue");
    check_spans(article.text, statement.content, "a content");
    check_spans(article.text, statement.cue, "a cue");
    check_spans(article.text, statement.source, "a source");
    check_spans(article.text, statement.quotes, "a verbatim part");
    for (const Span quote : statement.quotes) {
      require(std::ranges::any_of(statement.content, [&](Span span) { return span.contains(quote); }),
              "a verbatim part outside the content");
    }
    require(statement.within == none || (statement.within < statements.size() && statement.within != i),
            "a statement within no other");
    check_sure(statement.decision.confidence);
    require(!statement.decision.by.empty(), "a statement that nobody decided");
  }
}

void check(const Article& article, const Statements& statements, const Resolution& resolution) {
  require(resolution.statements.size() == statements.size(), "circumstances for each statement");
  for (const Circumstances& who : resolution.statements) {
    require(who.speaker == none || who.speaker < resolution.speakers.size(), "a speaker that is not there");
    check_sure(who.speaker_decision.confidence);
    if (who.said) {
      require(who.said->from.has_value() == who.said->to.has_value(), "half a day");
      if (who.said->from)
        require(days_from_epoch(*who.said->from) <= days_from_epoch(*who.said->to), "a day backwards");
      if (who.said->phrase) check_span(article.text, *who.said->phrase, "the phrase of a day");
    }
    if (who.told && who.told->span) check_span(article.text, *who.told->span, "the phrase of an audience");
  }
  for (const Speaker& speaker : resolution.speakers) {
    require(!speaker.name.empty() || speaker.kind == SpeakerKind::author, "a speaker without a name");
    for (const Role& role : speaker.roles) check_span(article.text, role.span, "a role");
    for (const Mention& mention : speaker.mentions) check_span(article.text, mention.span, "a mention");
  }
}

void check(const Article& article, const Statements& statements, const Resolution&, const Relations& relations) {
  for (const Relation& relation : relations) {
    require(relation.from < statements.size(), "a relation from no statement");
    require((relation.to != none) != relation.to_span.has_value(), "a relation to a statement or else to a mention");
    require(relation.to == none || (relation.to < statements.size() && relation.to != relation.from),
            "a relation to no statement");
    if (relation.to_span) check_span(article.text, *relation.to_span, "the mention that a relation is about");
    check_spans(article.text, relation.evidence, "the evidence of a relation");
    check_sure(relation.decision.confidence);
  }
}

void check(const Record& record) {
  check(record.article, record.statements);
  check(record.article, record.statements, record.resolution);
  check(record.article, record.statements, record.resolution, record.relations);
}

}  // namespace onrecord

#include "show/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "segment/segment.h"
#include "show/columns.h"

namespace onrecord {

namespace {

constexpr unsigned margin = 6;       // the statement's id stands here
constexpr std::size_t excerpt = 60;  // columns of another statement that a relation repeats

// In steps of five: the last bits of a score may differ between processors, and nobody reads more out of it.
std::string sure(float confidence) {
  const double rounded = std::isfinite(confidence) ? std::round(static_cast<double>(confidence) * 20.0) * 5.0 : 0.0;
  return fmt::format("{:.0f}\u00a0%", rounded);
}

std::string id_of(std::uint32_t index) { return fmt::format("s{}", index + 1); }

std::string shortened(std::string_view text) {
  std::string out;
  std::size_t columns = 0;
  for (const Cell& cell : cells_of(text)) {
    columns += cell.width;
    if (columns > excerpt) return out + "…";
    out += shown(text, cell);
  }
  return out;
}

class Picture {
 public:
  Picture(Page& page, const Record& record)
      : page_(&page), record_(&record), text_(record.article.text), segments_(segment(record.article)) {}

  void draw() const {
    draw_article();
    std::uint32_t paragraph = none;
    for (const Sentence& sentence : segments_.sentences) {
      if (sentence.paragraph != paragraph) page_->blank();
      paragraph = sentence.paragraph;
      draw_sentence(sentence.span);
    }
  }

 private:
  void draw_article() const {
    const Article& article = record_->article;
    page_->text(0, {{article.title.empty() ? "(no title)" : article.title, Style::strong}});
    std::string from = article.outlet.value_or("outlet unknown");
    from += ", " + (article.published ? to_iso(*article.published) : "day unknown");
    if (!article.byline.empty()) from += fmt::format(", by {}", fmt::join(article.byline, " and "));
    page_->text(0, {{from, Style::quiet}});
    page_->text(0, {{article.url.value_or(article.path), Style::quiet}});
  }

  void draw_sentence(Span sentence) const {
    const std::string_view text = slice(text_, sentence);
    const std::vector<Cell> cells = cells_of(text);
    std::vector<std::uint32_t> touching;
    std::vector<std::string> marks;
    for (std::uint32_t i = 0; i < record_->statements.size(); ++i) {
      std::string row = marks_of(i, sentence);
      if (row.find_first_of("~^-=") == std::string::npos) continue;
      touching.push_back(i);
      marks.push_back(std::move(row));
    }
    for (const Range line : wrap(cells, page_->width() - margin, page_->width() - margin)) {
      std::string shown_line;
      for (std::uint32_t k = line.begin; k < line.end; ++k) shown_line += shown(text, cells[k]);
      page_->unwrapped({{std::string(margin, ' ') + shown_line, Style::plain}});
      for (std::size_t i = 0; i < touching.size(); ++i) draw_marks(touching[i], marks[i], cells, line);
    }
    for (const std::uint32_t index : touching) {
      if (first_byte(record_->statements[index]) >= sentence.begin) draw_statement(index);
    }
  }

  // One mark for each byte of the sentence; a blank where the statement has nothing.
  std::string marks_of(std::uint32_t index, Span sentence) const {
    const Statement& statement = record_->statements[index];
    const Circumstances& circumstances = record_->resolution.statements[index];
    std::string row(sentence.size(), ' ');
    const auto mark = [&](Span span, char sign) {
      const std::uint32_t begin = std::max(span.begin, sentence.begin);
      const std::uint32_t end = std::min(span.end, sentence.end);
      for (std::uint32_t i = begin; i < end; ++i) row[i - sentence.begin] = sign;
    };
    for (const Span span : statement.content) mark(span, '-');
    for (const Span span : statement.quotes) mark(span, '=');
    if (circumstances.said && circumstances.said->phrase) mark(*circumstances.said->phrase, '.');
    if (circumstances.told && circumstances.told->span) mark(*circumstances.told->span, ':');
    for (const Span span : statement.cue) mark(span, '^');
    for (const Span span : statement.source) mark(span, '~');
    return row;
  }

  void draw_marks(std::uint32_t index, const std::string& marks, const std::vector<Cell>& cells, Range line) const {
    std::string row;
    for (std::uint32_t k = line.begin; k < line.end; ++k) row.append(cells[k].width, marks[cells[k].bytes.begin]);
    const std::size_t last = row.find_last_not_of(' ');
    if (last == std::string::npos) return;
    page_->unwrapped(
        {{fmt::format("{:<{}}", id_of(index), margin), Style::name}, {row.substr(0, last + 1), Style::quoted}});
  }

  static std::uint32_t first_byte(const Statement& statement) {
    std::uint32_t first = none;
    for (const auto* spans : {&statement.content, &statement.cue, &statement.source}) {
      if (!spans->empty()) first = std::min(first, spans->front().begin);
    }
    return first;
  }

  void draw_statement(std::uint32_t index) const {
    const Statement& statement = record_->statements[index];
    const Circumstances& circumstances = record_->resolution.statements[index];
    const unsigned indent = margin + 5;
    const auto more = [&](const std::string& text) { page_->text(indent, indent + 2, {{text, Style::plain}}); };
    std::string how = fmt::format(": {}, {}", to_text(statement.act), to_text(statement.form));
    if (!statement.communicated && statement.polarity != Polarity::declined) how += ", only thought";
    if (statement.polarity == Polarity::negated) how += ", negated";
    if (statement.polarity == Polarity::declined) how += ", declined to comment";
    if (statement.within != none) how += ", inside " + id_of(statement.within);
    page_->text(margin, indent,
                {{fmt::format("{:<5}", id_of(index)), Style::name}, {who(circumstances), Style::strong}, {how}});
    const std::string facts = when_and_to_whom(circumstances);
    if (!facts.empty()) more(facts);
    for (const Relation& relation : record_->relations) {
      if (relation.from == index) more(act_on(relation));
    }
    std::string deciders = "found by " + statement.decision.by + " (" + sure(statement.decision.confidence) + ")";
    if (circumstances.speaker != none) {
      deciders += "; speaker by " + circumstances.speaker_decision.by + " (" +
                  sure(circumstances.speaker_decision.confidence) + ")";
    }
    page_->text(indent, indent + 2, {{deciders, Style::quiet}});
  }

  std::string who(const Circumstances& circumstances) const {
    if (circumstances.speaker == none) return "speaker unknown";
    const Speaker& speaker = record_->resolution.speakers[circumstances.speaker];
    std::string out = speaker.name;
    if (speaker.kind != SpeakerKind::unknown) out += fmt::format(" ({})", to_text(speaker.kind));
    for (const Role& role : speaker.roles) out += ", " + role.text;
    return out;
  }

  std::string when_and_to_whom(const Circumstances& circumstances) const {
    std::string out;
    if (const auto& said = circumstances.said) {
      out = "said ";
      out += said->from ? to_iso(*said->from) : "on a day that the article does not fix";
      if (said->from && said->to && *said->to != *said->from) out += " to " + to_iso(*said->to);
      if (said->phrase) out += fmt::format(", “{}”", slice(text_, *said->phrase));
      if (said->from) out += fmt::format(" (by {}, {})", said->basis, sure(said->confidence));
    }
    if (const auto& told = circumstances.told) {
      if (!out.empty()) out += "; ";
      out += fmt::format("told {} ({})", told->name, sure(told->confidence));
    }
    return out;
  }

  std::string act_on(const Relation& relation) const {
    std::string out(to_text(relation.type));
    if (relation.to != none) {
      const Statement& target = record_->statements[relation.to];
      const Span shown_span = !target.content.empty() ? target.content.front() : target.cue.front();
      out += fmt::format(" {} “{}”", id_of(relation.to), shortened(slice(text_, shown_span)));
    } else if (relation.to_span) {
      out += fmt::format(" “{}”, which the article only mentions", shortened(slice(text_, *relation.to_span)));
    }
    std::vector<std::string> ties;
    for (const Span span : relation.evidence) ties.push_back(fmt::format("“{}”", slice(text_, span)));
    if (!ties.empty()) out += fmt::format("; the tie is {}", fmt::join(ties, ", "));
    return out + fmt::format(" (by {}, {})", relation.decision.by, sure(relation.decision.confidence));
  }

  Page* page_;
  const Record* record_;
  std::string_view text_;
  Segments segments_;
};

}  // namespace

void draw(Page& page, const Record& record) { Picture(page, record).draw(); }

void draw_legend(Page& page) {
  page.text(0, {{"~~~ source   ^^^ cue   === content, verbatim   --- content, reported   ... when   ::: to whom",
                 Style::quiet}});
  page.blank();
}

}  // namespace onrecord

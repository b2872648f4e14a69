// Reported clauses: a cue verb, its subject, and what is reported before or behind it.
#include <algorithm>

#include "tag/rule_deciders.h"
#include "tag/rule_phrases.h"

namespace onrecord {

namespace {

constexpr std::string_view decider = "cue-lexicon";

class ClauseFinder {
 public:
  ClauseFinder(const RuleText& text, Findings& found) : text_(text), words_(text.words), found_(found) {}

  void sentence(std::uint32_t index) {
    range_ = text_.segments.sentences[index].tokens;
    free_from_ = range_.begin;
    subject_ = {range_.begin, range_.begin};
    closing_clause();
    for (std::uint32_t i = range_.begin; i < range_.end; ++i) {
      if (i < free_from_ || !words_[i].cue || words_[i].quoted()) continue;
      const Range group = verb_group(text_, range_, i);
      if (group.begin < free_from_) continue;
      const VerbUse use = verb_use(text_, range_, i, group);
      if (use != VerbUse::not_a_verb) attribution(i, group, use);
    }
  }

 private:
  bool mark(std::uint32_t i, char c) const { return i < range_.end && words_[i].is_mark(c); }
  bool ends_here(std::uint32_t i) const {
    return i >= range_.end || (words_[i].kind == TokenKind::punctuation && !words_[i].is("("));
  }

  // "…, Lund said on Monday." at the end of a sentence outranks whatever verbs stand in what is said.
  void closing_clause() {
    std::uint32_t verb = range_.end;
    while (verb > range_.begin && range_.end - verb < 24) {
      --verb;
      if (words_[verb].quoted()) return;
      if (words_[verb].cue && (words_[verb].cue->verb->frames & quotation) != 0) break;
    }
    if (verb == range_.begin || verb >= range_.end || !words_[verb].cue || words_[verb].cue->form == VerbForm::ing)
      return;
    const Range group = verb_group(text_, range_, verb);
    if (after_occasion(group.end) + 1 < range_.end || !ends_here(after_occasion(group.end))) return;
    if (verb_use(text_, range_, verb, group) != VerbUse::finite) return;
    const Range source = subject_before(text_, range_, group.begin);
    if (source.empty() || !stands_after_content(source.begin) || text_.closes_quote(source.begin - 1)) return;
    if (source.begin < 2 || words_[source.begin - 2].quoted()) return;
    emit_before(*words_[verb].cue->verb, group, source, source.begin, group.end);
  }

  void attribution(std::uint32_t verb, Range group, VerbUse use) {
    const CueVerb& cue = *words_[verb].cue->verb;
    Range source = subject_before(text_, range_, group.begin);
    const bool coordinated = group.begin > range_.begin && words_[group.begin - 1].small == Small::coordinator;
    if (use == VerbUse::continues || (source.empty() && coordinated)) source = subject_;
    // “…,” said Lund: the subject comes behind, the content before.
    if (source.empty() && (cue.frames & quotation) != 0 && stands_after_content(group.begin)) {
      const Range inverted = subject_after(text_, range_, group.end);
      if (!inverted.empty() && use == VerbUse::finite) {
        if (emit_before(cue, group, inverted, group.begin, inverted.end)) return;
      }
    }
    if (source.empty()) return;
    // “…,” Lund said, “…”: what stands before comes first.
    const bool behind_quote = source.begin > range_.begin && text_.closes_quote(source.begin - 1);
    if (behind_quote && (cue.frames & quotation) != 0 && use == VerbUse::finite &&
        ends_here(after_occasion(group.end))) {
      if (emit_before(cue, group, source, source.begin, group.end)) return;
    }
    if (const std::uint32_t means = by_means(verb, group.end); means != none) {
      // "responded to the claim by repeating that …" is one cue.
      const Range whole{group.begin, means + 1};
      const CueVerb& inner = *words_[means].cue->verb;
      const std::uint32_t begin = content_begin(inner, whole);
      const std::uint32_t end = begin == none ? none : content_end(begin, words_[verb].cue->form);
      if (begin != none && end > begin) {
        emit(inner, {whole.begin, cue_end_}, source, {content_span(begin, end)});
        free_from_ = end;
        return;
      }
    }
    const std::uint32_t after = content_begin(cue, group);
    if (after != none) {
      const std::uint32_t end = content_end(after, words_[verb].cue->form);
      if (end > after) {
        emit(cue, {group.begin, cue_end_}, source, {content_span(after, end)});
        free_from_ = end;
        return;
      }
    }
    if ((cue.frames & quotation) != 0 && use == VerbUse::finite && stands_after_content(source.begin)) {
      emit_before(cue, group, source, source.begin, group.end);
    }
  }

  // The participle in "responded (to …) by repeating"; none where there is none.
  std::uint32_t by_means(std::uint32_t verb, std::uint32_t at) const {
    if (words_[verb].cue->verb->act != Act::answer) return none;
    for (std::uint32_t i = at; i + 1 < range_.end && i - at < 10; ++i) {
      if (words_[i].quoted() || words_[i].kind == TokenKind::punctuation) return none;
      if (words_[i].is("by")) {
        const RuleWord& next = words_[i + 1];
        return next.cue && next.cue->form == VerbForm::ing && !next.quoted() ? i + 1 : none;
      }
    }
    return none;
  }

  // Whether what ends before word `end` may be reported content: “…,” or "…," or a dash.
  bool stands_after_content(std::uint32_t end) const {
    if (end <= range_.begin) return false;
    const RuleWord& word = words_[end - 1];
    return text_.closes_quote(end - 1) || ((word.is_mark(',') || word.is_dash()) && end - 1 > range_.begin);
  }

  // Content before `end`, and where it goes on behind `next`.
  bool emit_before(const CueVerb& cue, Range group, Range source, std::uint32_t end, std::uint32_t next) {
    std::vector<Span> content;
    const bool quoted = text_.closes_quote(end - 1);
    std::uint32_t last = end;
    if (!quoted) --last;  // the comma
    if (!quoted && last > range_.begin && text_.closes_quote(last - 1))
      return emit_quoted(cue, group, source, last, next);
    if (quoted) return emit_quoted(cue, group, source, last, next);
    std::uint32_t begin = std::max(range_.begin, free_from_);
    while (begin < last && (words_[begin].small == Small::coordinator || words_[begin].is_mark(','))) ++begin;
    // A clause needs a few words; "In May, Lund said" has none.
    if (begin >= last || last - begin < 4 || words_[begin].small == Small::preposition ||
        words_[begin].small == Small::day ||
        (words_[begin].small == Small::conjunction && !words_[begin].is("what") && !words_[begin].is("if")) ||
        words_[begin].small == Small::adverb || words_[begin].low.ends_with("ing")) {
      if (!(begin < last && last - begin > 8 && ends_here(next))) return false;
    }
    if (!ends_here(after_occasion(next))) return false;
    content.push_back(text_.span(begin, last));
    const std::uint32_t rest = resumed(next, false);
    std::uint32_t done = next;
    if (rest != none) {
      done = content_end(rest, VerbForm::past);
      if (done > rest) content.push_back(content_span(rest, done));
    }
    emit(cue, group, source, std::move(content));
    free_from_ = std::max(done, next);
    return true;
  }

  // The same with a quotation that ends before word `end`.
  bool emit_quoted(const CueVerb& cue, Range group, Range source, std::uint32_t end, std::uint32_t next) {
    std::uint32_t quote = words_[end - 1].quote;
    std::vector<Span> content{text_.segments.quotes[quote].span};
    const auto& quotes = text_.segments.quotes;
    while (quotes[quote].continues != none) {
      quote = quotes[quote].continues;
      content.push_back(quotes[quote].span);
    }
    std::ranges::reverse(content);
    // Words before the quotation belong to a mixed content: It would be “a disaster,” she said.
    const std::uint32_t from = std::max(range_.begin, free_from_);
    if (content.size() == 1 && from < end && words_[from].span.begin < content[0].begin && !words_[from].quoted()) {
      std::uint32_t begin = from;
      while (begin < end && (words_[begin].is_mark(',') || words_[begin].small == Small::coordinator)) ++begin;
      if (words_[begin].span.begin < content[0].begin) content[0].begin = words_[begin].span.begin;
    }
    const std::uint32_t rest = resumed(next, true);
    std::uint32_t done = next;
    if (rest != none) {
      done = content_end(rest, VerbForm::past);
      if (done > rest) content.push_back(content_span(rest, done));
    }
    emit(cue, group, source, std::move(content));
    free_from_ = std::max(done, next);
    return true;
  }

  std::uint32_t after_occasion(std::uint32_t at) const {
    for (int i = 0; i < 3; ++i) {
      const std::uint32_t next = skip_occasion(text_, range_, at);
      if (next == at) break;
      at = next;
    }
    return at;
  }

  // Where content goes on behind the cue and its source: “…,” she said, “…”; none where it does not.
  std::uint32_t resumed(std::uint32_t at, bool quoted) const {
    at = after_occasion(at);
    if (quoted && at < range_.end) {
      // "told the paper", "said to reporters": look for a comma or colon that opens a quotation.
      std::uint32_t mark_at = at;
      while (mark_at < range_.end && mark_at - at < 14 && !words_[mark_at].is_mark(',') &&
             !words_[mark_at].is_mark(':') && !words_[mark_at].quoted()) {
        ++mark_at;
      }
      if (mark_at + 1 < range_.end && !words_[mark_at].quoted() && text_.opens_quote(mark_at + 1)) return mark_at + 1;
      return none;
    }
    if (!mark(at, ',') || at + 1 >= range_.end) return none;
    const RuleWord& next = words_[at + 1];
    if (next.quoted()) return text_.opens_quote(at + 1) ? at + 1 : none;
    if (next.small == Small::auxiliary || next.small == Small::negation) return at + 1;
    return none;
  }

  // The first word of content behind the cue; none where there is none. Sets cue_end_.
  std::uint32_t content_begin(const CueVerb& cue, Range group) {
    cue_end_ = group.end;
    std::uint32_t at = group.end;
    const bool particle = group.end - 1 > group.begin && !cue.prepositions.empty() && !words_[group.end - 1].cue;
    if (at >= range_.end) return none;
    if (mark(at, ':')) {
      if (at + 1 < range_.end && (cue.frames & (quotation | clause)) != 0) {
        cue_end_ = at + 1;
        return at + 1;
      }
      return none;
    }
    if (text_.opens_quote(at)) return at;
    if (mark(at, ',') && at + 1 < range_.end && text_.opens_quote(at + 1)) return at + 1;
    if (particle) return words_[at].kind == TokenKind::word && words_[at].small != Small::coordinator ? at : none;
    std::uint32_t heard = at;
    if ((cue.frames & hearer) != 0) {
      heard = skip_hearer(text_, range_, at);
      if (heard > at) {
        const std::uint32_t then = after_occasion(heard);
        if (const std::uint32_t begin = complement(cue, then, true); begin != none) return begin;
        if (cue.lemma == "tell") return none;
      }
    }
    const std::uint32_t then = after_occasion(at);
    return complement(cue, then, then > at);
  }

  // The content that begins at `at`, if the verb takes such a one.
  std::uint32_t complement(const CueVerb& cue, std::uint32_t at, bool after_skip) const {
    if (at >= range_.end) return none;
    const RuleWord& word = words_[at];
    if (text_.opens_quote(at)) return at;
    if ((mark(at, ',') || mark(at, ':')) && at + 1 < range_.end && text_.opens_quote(at + 1)) return at + 1;
    if (word.quoted() || word.kind == TokenKind::punctuation || word.kind == TokenKind::quote_mark) return none;
    if (word.is("that")) return (cue.frames & clause) != 0 ? at : ((cue.frames & noun_phrase) != 0 ? at : none);
    if (word.is("to"))
      return (cue.frames & infinitive) != 0 ? at : (cue.frames & hearer) != 0 && after_skip ? at : none;
    if (word.small == Small::conjunction) {
      if (word.is("because") || word.is("while") || word.is("although") || word.is("after") || word.is("before") ||
          word.is("since") || word.is("until") || word.is("when")) {
        return none;
      }
      return (cue.frames & (question | clause)) != 0 && !word.is("as") ? at : none;
    }
    if (word.small == Small::preposition) {
      // "said in a statement that": look for the conjunction.
      if ((cue.frames & clause) == 0) return none;
      for (std::uint32_t i = at; i < range_.end && i - at < 14; ++i) {
        if (words_[i].is("that") && !words_[i].quoted()) return i;
        if (words_[i].kind == TokenKind::punctuation || words_[i].quoted() || words_[i].cue) break;
      }
      return none;
    }
    if (word.small == Small::coordinator || word.small == Small::auxiliary || word.small == Small::relative)
      return none;
    if (word.small == Small::other && word.low.ends_with("ing") && word.low.size() > 4 && !word.capital()) {
      return (cue.frames & (gerund | noun_phrase | clause)) != 0 ? at : none;
    }
    if ((cue.frames & noun_phrase) != 0) return at;
    if ((cue.frames & clause) != 0) return has_finite_verb(at) ? at : none;
    return none;
  }

  bool has_finite_verb(std::uint32_t at) const {
    for (std::uint32_t i = at; i < range_.end && i - at < 24; ++i) {
      const RuleWord& word = words_[i];
      if (word.is_mark(';')) return false;
      if (word.small == Small::auxiliary || word.is("'s") || word.is("’s")) return true;
      if (i > at && word.kind == TokenKind::word && !word.capital() &&
          (word.low.ends_with("ed") || word.cue || word.low.ends_with("s"))) {
        return true;
      }
    }
    return false;
  }

  // One past the content that begins at `begin`, outside quotations up to where the reporter speaks again.
  std::uint32_t content_end(std::uint32_t begin, VerbForm form) const {
    std::uint32_t end = range_.end;
    for (std::uint32_t i = begin + 1; i < range_.end; ++i) {
      if (words_[i].quoted()) continue;
      if (words_[i].is_mark(';') || (words_[i].is_dash() && i - begin > 6)) {
        end = i;
        break;
      }
      const bool comma = words_[i].is_mark(',');
      const std::uint32_t next = comma ? i + 1 : i;
      if (next >= range_.end || words_[next].quoted()) continue;
      if (comma && (words_[next].is("which") || words_[next].is("according"))) {
        end = i;
        break;
      }
      if (comma && words_[next].is("as") && i - begin > 3) {
        end = i;
        break;
      }
      if (comma && words_[next].cue && words_[next].cue->form == VerbForm::ing &&
          words_[next].cue->verb->communicated) {
        end = i;
        break;
      }
      // "… and said", "…, but denied": the same subject does one thing more.
      if (words_[next].small == Small::coordinator && next + 1 < range_.end) {
        std::uint32_t verb = next + 1;
        while (verb < range_.end && verb - next < 4 &&
               (words_[verb].small == Small::adverb || words_[verb].small == Small::auxiliary ||
                words_[verb].small == Small::negation)) {
          ++verb;
        }
        if (verb < range_.end && words_[verb].cue && !words_[verb].quoted() &&
            (words_[verb].cue->form == form || words_[verb].cue->form == VerbForm::past) &&
            words_[verb].cue->form != VerbForm::base && words_[verb].cue->verb->communicated) {
          end = i;
          break;
        }
      }
    }
    while (end > begin && words_[end - 1].kind == TokenKind::punctuation && !words_[end - 1].quoted() &&
           !words_[end - 1].is("?") && !words_[end - 1].is("!") && !words_[end - 1].is(")")) {
      --end;
    }
    return end;
  }

  // A quotation that reaches beyond the sentence is content as a whole.
  Span content_span(std::uint32_t begin, std::uint32_t end) const {
    Span span = text_.span(begin, end);
    if (const std::uint32_t quote = words_[end - 1].quote; quote != none) {
      span.end = std::max(span.end, text_.segments.quotes[quote].span.end);
    }
    return span;
  }

  void emit(const CueVerb& cue, Range group, Range source, std::vector<Span> content) {
    Found one;
    one.cue = text_.span(group.begin, group.end);
    one.source = text_.span(source.begin, source.end);
    one.content = std::move(content);
    one.communicated = cue.communicated;
    one.score = (cue.frames & quotation) != 0 ? 0.85f : 0.6f;
    one.by = decider;
    if (found_.is_taken(one.cue)) return;
    for (const Span span : one.content) {
      if (span.overlaps(*one.source) || span.overlaps(one.cue)) return;
    }
    found_.add(std::move(one));
    subject_ = source;
  }

  const RuleText& text_;
  const std::vector<RuleWord>& words_;
  Findings& found_;
  Range range_;
  std::uint32_t free_from_ = 0;  // words before it belong to an attribution found in this sentence
  std::uint32_t cue_end_ = 0;
  Range subject_;  // of the last attribution in this sentence
};

}  // namespace

void find_reported_clauses(const RuleText& text, Findings& found) {
  ClauseFinder finder(text, found);
  for (std::uint32_t i = 0; i < text.segments.sentences.size(); ++i) finder.sentence(i);
}

}  // namespace onrecord

// Who "I" and "we" are: whoever is quoted; who signs a letter or answers in an interview; else the article's author.
#include <algorithm>

#include "resolve/linker.h"

namespace onrecord::resolving {

std::uint32_t Linker::author() {
  for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
    if (cast_.figures[f].kind == SpeakerKind::author) return f;
  }
  Figure figure;
  figure.kind = SpeakerKind::author;
  figure.name = "author";
  cast_.figures.push_back(std::move(figure));
  return static_cast<std::uint32_t>(cast_.figures.size() - 1);
}

void Linker::first_person(SourceLink& link, std::uint32_t word, bool plural) {
  const std::uint32_t outer = enclosing(word);
  if (outer != none) {
    const SourceLink of_outer = answer_for(outer);
    if (of_outer.figure != none)
      decide(link, of_outer.figure, "first-person", of_outer.decision.confidence * (plural ? 0.75f : 0.95f));
    return;
  }
  if (words_[word].quote != none) {
    // Quoted without a statement of its own around it: the last speaker of the paragraph.
    const std::uint32_t last = last_speaker(word, 0);
    if (last != none) decide(link, last, "first-person", 0.6f);
    return;
  }
  if (const std::uint32_t other = voice_of_paragraph(word); other != none) {
    decide(link, other, "first-person", 0.7f);
    return;
  }
  decide(link, author(), "first-person", 0.8f);
}

SourceLink Linker::answer_for(std::uint32_t other) {
  if (links_[other].figure != none || depth_ > 3) return links_[other];
  const std::uint32_t here = at_;
  SourceLink link_of_other;
  at_ = other;
  ++depth_;
  link(link_of_other);
  --depth_;
  at_ = here;
  return link_of_other;
}

// The paragraph is nothing but a person's full name or a handle: the end of a letter.
std::uint32_t Linker::signed_by(std::uint32_t sentence) {
  const Range words = reading_.sentences[sentence].words;
  std::uint32_t end = words.end;
  while (end > words.begin && words_[end - 1].kind != TokenKind::word) --end;
  if (words.empty() || end == words.begin || end - words.begin > 4) return none;
  const bool alone =
      (sentence == 0 || reading_.sentences[sentence - 1].paragraph != reading_.sentences[sentence].paragraph) &&
      (sentence + 1 == reading_.sentences.size() ||
       reading_.sentences[sentence + 1].paragraph != reading_.sentences[sentence].paragraph);
  if (!alone || sentence == 0) return none;
  const std::uint32_t name = cast_.name_at(words.begin);
  if (name != none && cast_.names[name].words == Range{words.begin, end} && end - words.begin > 1) {
    const std::uint32_t figure = cast_.figure_of_name[name];
    return figure != none && cast_.figures[figure].kind == SpeakerKind::person ? figure : none;
  }
  if (reading_.of(reading_.span_of({words.begin, end})).front() != '@') return none;
  Figure handle;
  handle.kind = SpeakerKind::person;
  handle.name = std::string(reading_.of(reading_.span_of({words.begin, end})));
  return figure_named(std::move(handle));
}

std::uint32_t Linker::voice_of_paragraph(std::uint32_t word) {
  if (!voices_known_) find_voices();
  return voices_.empty() ? none : voices_[words_[word].sentence];
}

std::uint32_t Linker::poster(Span name) {
  const Range words = reading_.words_in(name);
  if (words.empty()) return none;
  const std::uint32_t known = cast_.name_at(words.begin);
  if (known != none && cast_.figure_of_name[known] != none) return cast_.figure_of_name[known];
  Figure figure;
  figure.kind = SpeakerKind::person;
  figure.name = std::string(reading_.of(reading_.span_of(words)));
  for (std::uint32_t i = words.begin; i < words.end; ++i) figure.parts.push_back(words_[i].lower);
  return figure_named(std::move(figure));
}

void Linker::find_posts(std::vector<std::uint32_t>& voices) {
  constexpr std::size_t longest_name = 60;
  std::uint32_t first = 0;  // sentence that no signature has claimed
  for (std::uint32_t s = 0; s < voices.size(); ++s) {
    const ReadSentence& sentence = reading_.sentences[s];
    if (reading_.sentences[first].paragraph != sentence.paragraph) first = s;
    if (sentence.words.empty()) continue;
    const Span span{words_[sentence.words.begin].span.begin, words_[sentence.words.end - 1].span.end};
    const std::string_view text = reading_.of(span);
    const std::size_t handle = text.find(" (@");
    if (handle == std::string_view::npos) continue;
    const std::size_t dash = text.rfind("\xe2\x80\x94 ", handle);
    if (dash == std::string_view::npos || handle - dash > longest_name || handle < dash + 5) continue;
    const std::uint32_t begin = span.begin + static_cast<std::uint32_t>(dash) + 4;
    const std::uint32_t signer = poster({begin, span.begin + static_cast<std::uint32_t>(handle)});
    if (signer == none) continue;
    std::fill(voices.begin() + first, voices.begin() + s + 1, signer);
    first = s + 1;
    if (first == voices.size()) break;
  }
}

void Linker::find_voices() {
  find_letters_and_answers();
  std::vector<std::uint32_t> voices = voices_;
  voices.resize(reading_.sentences.size(), none);
  find_posts(voices);
  if (std::ranges::any_of(voices, [](std::uint32_t voice) { return voice != none; })) voices_ = std::move(voices);
}

void Linker::find_letters_and_answers() {
  voices_known_ = true;
  const std::uint32_t count = static_cast<std::uint32_t>(reading_.sentences.size());
  std::vector<std::uint32_t> voices(count, none);
  std::uint32_t letters = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t s = 0; s < count; ++s) {
    const std::uint32_t signer = signed_by(s);
    if (signer == none) continue;
    ++letters;
    std::fill(voices.begin() + begin, voices.begin() + s, signer);
    begin = s + 1;
  }
  if (letters > 1) {
    voices_ = std::move(voices);
    return;
  }
  std::ranges::fill(voices, none);
  // "Q: … A: …": the person whom the article names most answers, until the next question.
  std::uint32_t answers = 0;
  bool answering = false;
  std::uint32_t answerer = none;
  float best = 0.0f;
  for (std::uint32_t f = 0; f < salience_.size(); ++f) {
    if (cast_.figures[f].kind != SpeakerKind::person || salience_[f] <= best) continue;
    best = salience_[f];
    answerer = f;
  }
  for (std::uint32_t s = 0; s < count; ++s) {
    const Range words = reading_.sentences[s].words;
    const bool opens = s == 0 || reading_.sentences[s - 1].paragraph != reading_.sentences[s].paragraph;
    if (opens && !words.empty()) {
      const std::string_view text = reading_.of({words_[words.begin].span.begin, words_[words.end - 1].span.end});
      if (text.starts_with("A:") || text.starts_with("A. ")) {
        answering = true;
        ++answers;
      } else if (text.front() == 'Q' && text.size() > 1 &&
                 (text[1] == ':' || text[1] == '.' || (text[1] >= 'A' && text[1] <= 'Z'))) {
        answering = false;
      }
    }
    if (answering) voices[s] = answerer;
  }
  if (answers > 1 && answerer != none) voices_ = std::move(voices);
}

}  // namespace onrecord::resolving

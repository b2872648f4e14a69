// Who is behind each source, while it is being found out: the article, what has been linked so far, and the steps that
// each kind of source goes through. For coreference.h and linker_*.cpp alone.
//
// What always holds: `mentions_` is sorted by word and holds, besides all names, the sources that have been linked;
// `done_` lists the statements that have been linked, in reading order; the figures of the cast only grow.
#pragma once

#include "resolve/coreference.h"
#include "resolve/epithets.h"
#include "resolve/mentions.h"
#include "resolve/nominals.h"
#include "resolve/speaker_choices.h"
#include "resolve/together.h"

namespace onrecord::resolving {

enum class Pronoun : std::uint8_t { he, she, they, it, first, first_plural, second, other };

Pronoun pronoun_of(std::string_view lower_word);

// Where a statement stands for the order of reading: at its source, else its cue, else its content.
std::uint32_t place_of(const Statement& statement);

class Linker {
 public:
  Linker(const Article& article, const Reading& reading, const Statements& statements, Cast& cast);

  // Once.
  void run();
  // Lets the tagger's judge say who is behind the sources that name nobody, where it is surer of another than of whom
  // run() found. At most once, after it.
  void ask(const PairReader& judge, const Readings& readings);
  const std::vector<SourceLink>& links() const { return links_; }
  // What run() made of the article; refers to this linker.
  LinkedSources linked() const;

 private:
  const Statement& statement() const { return statements_[at_]; }

  void give(std::uint32_t statement, SpeakerCandidate& candidate, float likely);
  void decide(SourceLink& link, std::uint32_t figure, const char* by, float confidence);
  void link(SourceLink& link);
  void single(SourceLink& link, const Phrase& phrase);
  // "three economists -- Ada Lund of Norland, Bo Moe and Cy Noe --": the people who are listed.
  bool listed(SourceLink& link, const Phrase& phrase, Range words);
  void joint(SourceLink& link, const std::vector<Phrase>& phrases);
  // The figure of that name and kind, made where there is none yet.
  std::uint32_t figure_named(Figure&& figure);
  // Unnamed persons whom the article introduces can be taken up by a pronoun or "the woman", though they have said
  // nothing yet.
  void introduce();
  // The phrase that begins at `core` stands at the head of its clause, behind its article.
  bool leads_clause(std::uint32_t core) const;
  void named(SourceLink& link, const Phrase& phrase);
  // The statement in whose content the word stands; the innermost one that has been read already.
  std::uint32_t enclosing(std::uint32_t word) const;
  std::uint32_t author();
  void first_person(SourceLink& link, std::uint32_t word, bool plural);
  // Who writes or answers in the word's paragraph where that is not the article's author, or none.
  std::uint32_t voice_of_paragraph(std::uint32_t word);
  void find_voices();
  void find_letters_and_answers();
  std::uint32_t signed_by(std::uint32_t sentence);
  // "… — Ada Lund (@adalund) May 2, 2031": posts that stand in the article, each by whoever signs it.
  void find_posts(std::vector<std::uint32_t>& voices);
  std::uint32_t poster(Span name);
  // The link of a statement that may come later in reading order ("I …," Lund said).
  SourceLink answer_for(std::uint32_t other);
  // The figure that spoke last before `word`, at most `paragraphs` paragraphs back.
  std::uint32_t last_speaker(std::uint32_t word, std::uint32_t paragraphs) const;
  // Whom a "who" means that follows a source at a comma (said a lawyer familiar with the talks, who) or another "who".
  std::uint32_t antecedent_known(std::uint32_t word) const;
  // "Ada Lund, a donor | who", "Lund is a lawyer | who": the name that the phrase explains.
  std::uint32_t explained_by(const Phrase& phrase, bool person) const;
  void relative(SourceLink& link, std::uint32_t word);

  void pronoun(SourceLink& link, std::uint32_t word);
  // Says of whom the pronouns before `word` speak that are no sources, so that the next may go on with them.
  void follow(std::uint32_t word);
  // The content of a statement speaks of the one at `mention` and does not hold `word`.
  bool in_content_without(std::uint32_t mention, std::uint32_t word) const;
  // Whom a statement of asking names right behind its cue ("Lund asked Bo Moe whether"), or none.
  std::uint32_t asked_in(const Statement& other) const;
  // The first mention of its figure, by a full name.
  bool names_anew(const Mentioned& mention) const;
  // A single capitalised word of which nothing tells that it names anybody.
  bool unsure_name(std::uint32_t word) const;
  // "In his assessment of the deal, Lund": a possessive of the phrase that opens the sentence is its subject's.
  bool named_next(SourceLink& link, std::uint32_t word, Pronoun which);
  // "Several voters were there. They": the likeliest of the groups of which the sentences before speak.
  void add_group(std::vector<float>& scores, std::uint32_t word);
  // "While he was speaking, Lund said …": nobody fits before; the next name in the sentence may.
  void look_ahead(SourceLink& link, std::uint32_t word, Pronoun which);
  // The phrase with possessive pronouns replaced by their owner's name: "her spokesman" -> "Ada Lund's spokesman".
  std::string phrase_text(Range words);
  // Who spoke last, or none.
  std::uint32_t last_figure() const { return done_.empty() ? none : links_[done_.back()].figure; }

  void noun(SourceLink& link, const Phrase& phrase);
  // What the phrase is where it stands for nobody whom the article names otherwise.
  Figure own_figure(const Phrase& phrase);
  // "columnist Ai Lund": capitals behind a trade that were not read as a name are one.
  bool introduced_by_trade(SourceLink& link, const Phrase& phrase);
  // "the survey, conducted by the Harbour Institute,": the Harbour Institute survey.
  bool made_by_body(SourceLink& link, const Phrase& phrase);
  // "the statement", "the ad": of the body of which the sentences before speak last.
  bool authored(SourceLink& link, const Phrase& phrase);
  // "42 percent", "most": of the group of whom the sentences before tell.
  bool names_share(SourceLink& link, const Phrase& phrase);
  // A capitalised word alone that was not read as a name ("Will said") and yet is the surname of one.
  std::uint32_t bearer_of(const Phrase& phrase) const;
  // A document or a body by the fullest phrase that the article has for it.
  void thing(SourceLink& link, Range fuller, const Phrase& phrase, SpeakerKind kind);
  // Of whom a bare "aides say" tells: the person at the head of what they say, else the one spoken of.
  std::uint32_t owner_told(std::uint32_t word) const;
  // "allies", "some friends", "a friend": of the person whom the text speaks of.
  bool owned(SourceLink& link, const Phrase& phrase);
  // "the ministry", "the poll", "the officials": what was spoken of by the same noun, in a fuller form.
  bool known_thing(SourceLink& link, const Phrase& phrase, SpeakerKind kind);
  // Every modifier of the phrase is among the figure's words, or the phrase has none.
  bool modifiers_agree(const Phrase& phrase, const Figure& figure) const;
  // A body that the article names twice or by several words, and by no mere adjective ("African American").
  bool spoken_of_often(std::uint32_t figure) const;
  // "the network", "the news outlet"
  bool bare_body(const Phrase& phrase) const;

  // "the Vermont senator": whose roles and titles say so; else, for a bare "the senator", the one spoken of.
  bool definite_person(SourceLink& link, const Phrase& phrase);
  // "the woman", "the partner": an unnamed person of whom the text has just spoken, nobody fitting being named since.
  std::uint32_t introduced_before(const Phrase& phrase) const;
  // The person whom the sentences before `word` speak of most and last.
  std::uint32_t most_spoken_of(std::uint32_t word, WordClasses gender) const;
  float recency(std::uint32_t figure, std::uint32_t word) const;
  // "A NATO official" of the headline and first lines who is named soon after: the only person whose roles say so.
  bool introduced_later(SourceLink& link, const Phrase& phrase);
  bool named_before(std::uint32_t figure, std::uint32_t word) const;
  // "A woman says" in the headline or the first sentence: the first person who is quoted by full name after it and was
  // not named before, if nothing speaks against it.
  bool speaks_later(SourceLink& link, const Phrase& phrase, const Epithet& epithet);

  // No source in the text: a coordinated verb or a participle shares the one before it in its sentence; a quotation
  // that stands alone goes on with the speaker before it.
  void without_source(SourceLink& link);
  // "asked about the bridge", "was asked", "in answer to a question": of whoever asks the text gives no subject.
  bool somebody_is_asked() const;
  // Who asks: whom the one who answers told, with whom the interview is, on whose programme.
  void asked_by(SourceLink& link, std::uint32_t word);
  bool is_told(const Name& name) const;
  // "asked by Ada Lund"
  bool asked_by_named(SourceLink& link);
  // "was confirmed by Ada Lund", "heckled by supporters": the phrase behind the "by" that follows the cue.
  bool named_by(SourceLink& link);
  // "In addition to warning of …, Lund is": nobody stands before the cue, which has no subject of its own.
  void subject_behind(SourceLink& link, std::uint32_t cue);
  // "Lund went on tour to call for …": the subject before the cue, unless the cue is passive.
  void subject_before(SourceLink& link, std::uint32_t cue);

  const Article& article_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const Statements& statements_;
  Cast& cast_;
  std::vector<Mentioned> mentions_;
  std::vector<Together> together_;
  // Joint speakers, by the last word of their sources: what "they" may go on with.
  struct Joint {
    std::uint32_t word;
    std::uint32_t figure;
  };
  std::vector<Joint> all_of_;
  Nominals nominals_;
  std::vector<std::uint32_t> introduced_;  // parallel to nominals_.persons: their figures
  std::vector<SourceLink> links_;
  std::vector<Phrase> phrases_;  // of each statement: its source, where that is one phrase
  std::vector<Phrase> antecedents_;  // of each statement: the phrase before a relative pronoun, else the same
  std::vector<Figure> selves_;       // of each statement: own_figure(its antecedent), where that is a noun's
  std::vector<std::uint32_t> voices_;  // of each sentence; empty where all are the author's
  bool voices_known_ = false;
  std::vector<float> salience_;      // of each figure that is named: how often, as a logarithm
  std::vector<std::uint32_t> done_;  // statements read so far, in order
  std::uint32_t at_ = 0;             // the statement at hand
  std::uint32_t followed_ = 0;       // the word up to which pronouns have been followed
  bool following_ = false;           // a pronoun that is no source is being read
  int depth_ = 0;
};

}  // namespace onrecord::resolving

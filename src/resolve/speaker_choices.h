// Who may be behind a source that names nobody itself, and what speaks for each: what the tagger's judge of speakers
// (onrecord/tags.h) chooses from once the rules have linked every statement.
#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/coreference.h"
#include "resolve/epithets.h"
#include "resolve/mentions.h"
#include "resolve/nominals.h"
#include "resolve/together.h"

namespace onrecord::resolving {

enum class Pronoun : std::uint8_t;

inline constexpr std::size_t speaker_feature_count = 82;
using SpeakerFeatures = std::array<float, speaker_feature_count>;

struct SpeakerCandidate {
  std::uint32_t figure = none;  // of the cast; none: `made`, which is not of it yet
  Figure made;
  bool rule = false;         // the rules' answer
  std::vector<Span> places;  // where the article speaks of it; at least one
  SpeakerFeatures features{};
};

// What the rules have made of an article. Refers to all that it is given.
struct LinkedSources {
  const Reading& reading;
  const Statements& statements;
  const Cast& cast;
  const Nominals& nominals;
  const std::vector<std::uint32_t>& introduced;  // parallel to nominals.persons: their figures
  const std::vector<Together>& together;
  const std::vector<Mentioned>& mentions;  // of names and of what was linked
  const std::vector<SourceLink>& links;    // of each statement
  const std::vector<Phrase>& phrases;      // of each statement: its source's only one; empty where there is none
  const std::vector<Phrase>& antecedents;  // of each statement: the phrase before a relative pronoun, else its own
  const std::vector<Figure>& selves;       // of each statement: what a noun phrase or antecedent is of itself
};

// Of each statement that is asked about, the candidates; links all sources by the rules first. For learning.
std::vector<std::vector<SpeakerCandidate>> speaker_candidates(const Article& article, const Reading& reading,
                                                              const Statements& statements, Cast& cast);

class SpeakerChooser {
 public:
  explicit SpeakerChooser(const LinkedSources& of);

  // Statements whose source is of several phrases or names somebody, but by a last name of two persons, are not asked
  // about.
  bool asks(std::uint32_t statement) const;
  // The nearest of those who may be meant, the rules' answer among them.
  std::vector<SpeakerCandidate> candidates(std::uint32_t statement) const;

 private:
  // Where the article speaks of a figure by more than a pronoun.
  struct Place {
    std::uint32_t word;
    Span span;
    Mentioned as;
  };
  // What is asked about: a statement's source.
  struct Asked {
    std::uint32_t statement = 0;
    std::uint32_t word = 0;
    Range source;  // empty where the text gives none
    Phrase phrase;
    Pronoun pronoun{};
    bool relative = false;
    bool noun = false;
    SpeakerKind kind = SpeakerKind::unknown;  // of a noun
    Epithet epithet;          // of a noun
    bool anonymous = false;   // the text says that it may not be named
    bool link_list = false;   // "Sen. Ada Lund … MORE (R-Utah)": what a page put behind the name ends there
  };

  void note(std::uint32_t figure, Range words, const Mentioned& as);
  std::uint32_t word_of(std::uint32_t statement) const;
  bool may_be(const Figure& figure, const Asked& asked) const;
  // Its words; empty where the text gives no source.
  Range source_of(std::uint32_t statement) const;
  // The phrase of a source itself: as the rules name it, by fewer words and by more, of a noun up to all of the source.
  std::vector<Figure> itself(std::uint32_t statement, bool noun) const;
  std::size_t number_of(const Asked& asked) const;
  std::vector<std::vector<std::uint32_t>> so_many(const Asked& asked, std::size_t number) const;
  Figure joined(const std::vector<std::uint32_t>& figures) const;
  // Persons named together before the source, and where.
  std::vector<std::pair<Figure, Place>> named_together(const Asked& asked) const;
  template <class Fits>
  std::vector<std::uint32_t> nearest(const Asked& asked, Fits fits) const;
  void weigh(SpeakerCandidate& candidate, const std::vector<Place>& places, const Asked& asked,
             std::uint32_t rank) const;

  LinkedSources of_;
  const std::vector<Word>& words_;
  std::vector<std::vector<Place>> places_;   // of each figure, rising
  std::vector<std::vector<Mentioned>> any_;  // of each figure, rising: pronouns too
  std::vector<std::uint32_t> order_;         // of the statements, in reading order
  std::vector<std::uint32_t> turn_;          // of each statement: its place in that order
};

// "Her remarks", "Lund's tweets": a noun for what somebody says, of which the owner may be the speaker.
bool is_voice(std::string_view lower_noun);

}  // namespace onrecord::resolving

#include "resolve/cast.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

#include "lexicon/lexicon.h"
#include "resolve/name_forms.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

std::string canonical_place(std::string word) {
  if (word == "u.s" || word == "us" || word == "u.s.a" || word == "usa" || word == "america" ||
      word == "united states of america")
    return "united states";
  if (word == "uk" || word == "u.k" || word == "great britain") return "britain";
  if (word == "eu" || word == "e.u") return "european union";
  if (word == "u.n") return "united nations";
  return word;
}

class Gatherer {
 public:
  Gatherer(const Reading& reading, std::vector<Name> names) : reading_(reading) { cast_.names = std::move(names); }

  Cast run() {
    cast_.figure_of_name.assign(cast_.names.size(), none);
    for (std::uint32_t i = 0; i < cast_.names.size(); ++i) {
      if (cast_.names[i].kind == NameKind::person && cast_.names[i].words.size() > 1) full_name(i);
    }
    most_written();
    counts_.assign(cast_.figures.size(), 0);
    totals_.assign(cast_.figures.size(), 0);
    for (const std::uint32_t figure : cast_.figure_of_name) {
      if (figure != none) ++totals_[figure];
    }
    for (std::uint32_t i = 0; i < cast_.names.size(); ++i) {
      Name& name = cast_.names[i];
      if (name.kind == NameKind::title_only) continue;
      if (name.kind == NameKind::person && name.words.size() == 1) {
        single_name(i);
      } else if (name.kind != NameKind::person) {
        thing(i);
      }
      const std::uint32_t figure = cast_.figure_of_name[i];
      if (figure == none) continue;
      if (figure >= counts_.size()) {
        counts_.resize(figure + 1, 0);
        totals_.resize(figure + 1, 0);
      }
      // "Freddy" says nothing of whom "Mr. Trump" will mean.
      if (name.kind != NameKind::person || names_surname(name, cast_.figures[figure])) ++counts_[figure];
    }
    headlines();
    return std::move(cast_);
  }

 private:
  bool names_surname(const Name& name, const Figure& figure) const {
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
      if (reading_.words[i].lower == surname(figure.parts)) return true;
    }
    return false;
  }

  std::vector<std::string> parts_of(Range words) const {
    std::vector<std::string> parts;
    for (std::uint32_t i = words.begin; i < words.end; ++i) parts.push_back(reading_.words[i].lower);
    return parts;
  }

  std::string text_of(Range words) const { return std::string(reading_.of(reading_.span_of(words))); }

  void full_name(std::uint32_t i) {
    const Name& name = cast_.names[i];
    std::vector<std::string> parts = parts_of(name.words);
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      Figure& figure = cast_.figures[f];
      if (!same_person(figure.parts, parts)) continue;
      const WordClasses both = figure.gender | name.gender;
      if ((both & c::male) != 0 && (both & c::female) != 0 && figure.gender != name.gender && figure.gender != 0 &&
          name.gender != 0)
        continue;
      if (parts.size() > figure.parts.size()) {
        figure.parts = std::move(parts);
        figure.name = text_of(name.words);
      }
      figure.gender |= name.gender;
      cast_.figure_of_name[i] = f;
      return;
    }
    add_figure(i, SpeakerKind::person, std::move(parts));
  }

  std::uint32_t add_figure(std::uint32_t i, SpeakerKind kind, std::vector<std::string> parts) {
    const Name& name = cast_.names[i];
    Figure figure;
    figure.kind = kind;
    figure.name = text_of(name.words);
    figure.parts = std::move(parts);
    figure.gender = name.gender;
    cast_.figures.push_back(std::move(figure));
    cast_.figure_of_name[i] = static_cast<std::uint32_t>(cast_.figures.size() - 1);
    return cast_.figure_of_name[i];
  }

  // A surname or first name alone: the bearer that fits what is known of gender, then the one spoken of most so far.
  void single_name(std::uint32_t i) {
    const Name& name = cast_.names[i];
    const std::string& only = reading_.words[name.words.begin].lower;
    const bool titled = !name.before.empty();
    // "Jack" is no John where somebody is called Jack.
    const bool borne = std::ranges::any_of(cast_.figures, [&](const Figure& figure) {
      return figure.kind == SpeakerKind::person && figure.parts.size() > 1 &&
             (surname(figure.parts) == only || figure.parts.front() == only);
    });
    std::uint32_t best = none;
    std::uint64_t best_score = 0;
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind != SpeakerKind::person) continue;
      const bool by_surname = surname(figure.parts) == only;
      // A title goes with a surname, which some peoples put first ("Ms. Gao", Gao Li).
      const bool by_first = figure.parts.size() > 1 && (!titled || !figure_with_surname(only)) &&
                            (figure.parts.front() == only ||
                             (!borne && formal_name(figure.parts.front()) == formal_name(only)));
      if (!by_surname && !by_first) continue;
      // "Clinton", "Kelly": a surname that is a first name too tells nothing of its bearer.
      if (name.gender == c::male && figure.female() && (titled || !by_surname)) continue;
      if (name.gender == c::female && figure.male() && titled) continue;
      const std::uint64_t score = 1 + (by_surname ? 1u : 0u) + 4ull * (f < counts_.size() ? counts_[f] : 0) * 16 +
                                  (f < totals_.size() ? totals_[f] : 0);
      if (score > best_score) {
        best = f;
        best_score = score;
      }
    }
    if (best == none) best = misspelt(only);
    if (best == none) {
      add_figure(i, SpeakerKind::person, {only});
      return;
    }
    cast_.figure_of_name[i] = best;
    if (titled && cast_.figures[best].gender == 0) cast_.figures[best].gender = name.gender;
  }

  // The only person whose last name differs from a word by one slip.
  std::uint32_t misspelt(std::string_view only) const {
    std::uint32_t found = none;
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind != SpeakerKind::person || figure.parts.size() < 2 || !one_slip(surname(figure.parts), only))
        continue;
      if (found != none) return none;
      found = f;
    }
    return found;
  }

  // Of an equally full form of a name the one that the article writes most.
  void most_written() {
    std::vector<std::unordered_map<std::string, std::uint32_t>> forms(cast_.figures.size());
    for (std::uint32_t i = 0; i < cast_.names.size(); ++i) {
      const std::uint32_t f = cast_.figure_of_name[i];
      if (f != none && cast_.names[i].words.size() == cast_.figures[f].parts.size())
        ++forms[f][text_of(cast_.names[i].words)];
    }
    for (std::uint32_t f = 0; f < forms.size(); ++f) {
      Figure& figure = cast_.figures[f];
      std::uint32_t most = forms[f][figure.name];
      for (std::uint32_t i = 0; i < cast_.names.size(); ++i) {
        if (cast_.figure_of_name[i] != f || cast_.names[i].words.size() != figure.parts.size()) continue;
        const std::uint32_t times = forms[f][text_of(cast_.names[i].words)];
        if (times < most || (times == most && text_of(cast_.names[i].words).size() <= figure.name.size())) continue;
        most = times;
        figure.name = text_of(cast_.names[i].words);
        figure.parts = parts_of(cast_.names[i].words);
      }
    }
  }

  bool figure_with_surname(std::string_view only) const {
    return std::ranges::any_of(cast_.figures, [&](const Figure& figure) {
      return figure.kind == SpeakerKind::person && surname(figure.parts) == only;
    });
  }

  // "NRA" of the National Rifle Association, "HUD" of the Department of Housing and Urban Development, "DoJ" of the
  // Department of Justice.
  static bool abbreviates(std::string_view acronym, const std::vector<std::string>& parts) {
    std::string telling, all, behind_of;
    for (const std::string& part : parts) {
      if (part.empty()) continue;
      all += part[0];
      const bool small = part == "of" || part == "the" || part == "for" || part == "and" || part == "in";
      if (!small) telling += part[0];
      if (part == "of" && telling.size() == 1) behind_of = "-";
      if (!small && !behind_of.empty()) behind_of += part[0];
    }
    return acronym == telling || (acronym.size() > 2 && (acronym == all || "-" + std::string(acronym) == behind_of));
  }

  void thing(std::uint32_t i) {
    const Name& name = cast_.names[i];
    std::vector<std::string> parts = parts_of(name.words);
    std::string joined;
    for (const std::string& part : parts) joined += (joined.empty() ? "" : " ") + part;
    const bool place = name.kind == NameKind::place;
    if (place) joined = canonical_place(joined);
    const auto found = things_.find(joined);
    if (found != things_.end()) {
      cast_.figure_of_name[i] = found->second;
      Figure& known = cast_.figures[found->second];
      if (place && text_of(name.words).size() > known.name.size()) known.name = text_of(name.words);
      return;
    }
    for (std::uint32_t f = 0; f < cast_.figures.size() && !place; ++f) {
      Figure& figure = cast_.figures[f];
      if (figure.kind != SpeakerKind::organisation || figure.place || figure.parts.empty()) continue;
      const bool acronym = (parts.size() == 1 && figure.parts.size() > 1 && abbreviates(parts[0], figure.parts)) ||
                           (figure.parts.size() == 1 && parts.size() > 1 && abbreviates(figure.parts[0], parts));
      // "the Times" after "New York Times"
      const bool tail =
          parts.size() < figure.parts.size() && name.with_article && parts.back() == figure.parts.back() &&
          std::ranges::all_of(
              parts,
              [&](const std::string& part) { return std::ranges::find(figure.parts, part) != figure.parts.end(); });
      // "the Quincy Institute" after "Quincy Institute for Responsible Statecraft"
      const bool head = parts.size() > 1 && parts.size() + 1 < figure.parts.size() && name.with_article &&
                        std::ranges::equal(parts, figure.parts | std::views::take(parts.size())) &&
                        (figure.parts[parts.size()] == "for" || figure.parts[parts.size()] == "of" ||
                         figure.parts[parts.size()] == "on");
      if (!acronym && !tail && !head) continue;
      if (parts.size() > figure.parts.size()) {
        figure.name = text_of(name.words);
        figure.parts = parts;
      }
      cast_.figure_of_name[i] = f;
      things_.emplace(joined, f);
      return;
    }
    const std::uint32_t f = add_figure(i, SpeakerKind::organisation, std::move(parts));
    cast_.figures[f].place = place;
    const Word& last = reading_.words[name.words.end - 1];
    if (last.is(c::document) && !last.is(c::outlet | c::organisation)) cast_.figures[f].kind = SpeakerKind::document;
    if (name.words.size() == 1 && last.is(c::demonym)) {
      // "Republican attempts": of several people, though the noun is another
      cast_.figures[f].kind = SpeakerKind::group;
      cast_.figures[f].plural = true;
      if (last.lower == "republican") cast_.figures[f].name = "Republicans";
      if (last.lower == "democratic" || last.lower == "democrat") cast_.figures[f].name = "Democrats";
    }
    if (last.is(c::people) && !last.is(c::organisation)) {
      cast_.figures[f].kind = SpeakerKind::group;
      cast_.figures[f].plural = true;
    }
    things_.emplace(joined, f);
  }

  // Names in title-case headlines: words that the body has shown to be somebody's.
  void headlines() {
    std::unordered_map<std::string_view, std::uint32_t> single;
    std::vector<std::uint32_t> totals(cast_.figures.size(), 0);
    for (const std::uint32_t figure : cast_.figure_of_name) {
      if (figure != none) ++totals[figure];
    }
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.parts.empty()) continue;
      const auto offer = [&](std::string_view word) {
        const auto [at, fresh] = single.emplace(word, f);
        if (!fresh && totals[f] > totals[at->second]) at->second = f;
      };
      if (figure.kind == SpeakerKind::person) {
        offer(surname(figure.parts));
        if (figure.parts.size() > 1 && figure.parts.front().size() > 1) offer(figure.parts.front());
      } else if (figure.parts.size() == 1) {
        offer(figure.parts.front());
      }
    }
    std::vector<std::pair<Name, std::uint32_t>> found;
    for (const ReadSentence& sentence : reading_.sentences) {
      if (!sentence.title_case) continue;
      for (std::uint32_t i = sentence.words.begin; i < sentence.words.end;) {
        const Word& word = reading_.words[i];
        if (word.kind != TokenKind::word || !word.capitalised() ||
            (word.is(c::function) && word.letters != CaseClass::upper)) {
          ++i;
          continue;
        }
        std::uint32_t figure = none;
        std::uint32_t end = i + 1;
        for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
          const auto& parts = cast_.figures[f].parts;
          if (parts.size() < 2 || i + parts.size() > sentence.words.end || i + parts.size() <= end) continue;
          bool equal = true;
          for (std::size_t k = 0; k < parts.size() && equal; ++k) equal = reading_.words[i + k].lower == parts[k];
          if (!equal) continue;
          figure = f;
          end = i + static_cast<std::uint32_t>(parts.size());
        }
        if (figure == none) {
          const auto at = single.find(word.lower);
          if (at != single.end()) {
            figure = at->second;
            // "Donald Trump" where the body says "Donald J. Trump"
            while (end < sentence.words.end && !reading_.words[end - 1].possessive &&
                   std::ranges::find(cast_.figures[figure].parts, reading_.words[end].lower) !=
                       cast_.figures[figure].parts.end()) {
              ++end;
            }
          }
        }
        if (figure != none) {
          Name name;
          name.words = {i, end};
          const Figure& bearer = cast_.figures[figure];
          name.kind = bearer.kind == SpeakerKind::person ? NameKind::person
                      : bearer.place                     ? NameKind::place
                                                         : NameKind::organisation;
          name.gender = bearer.gender;
          name.possessive = reading_.words[end - 1].possessive;
          found.emplace_back(name, figure);
        }
        i = end;
      }
    }
    if (found.empty()) return;
    std::vector<std::pair<Name, std::uint32_t>> all = std::move(found);
    for (std::size_t i = 0; i < cast_.names.size(); ++i) all.emplace_back(cast_.names[i], cast_.figure_of_name[i]);
    std::ranges::sort(all, [](const auto& a, const auto& b) { return a.first.words < b.first.words; });
    cast_.names.clear();
    cast_.figure_of_name.clear();
    for (auto& [name, figure] : all) {
      cast_.names.push_back(name);
      cast_.figure_of_name.push_back(figure);
    }
  }

  const Reading& reading_;
  Cast cast_;
  std::unordered_map<std::string, std::uint32_t> things_;
  std::vector<std::uint32_t> counts_;  // mentions of each figure before the name at hand
  std::vector<std::uint32_t> totals_;  // full names of each figure in the whole article
};

}  // namespace

std::uint32_t Cast::name_at(std::uint32_t word) const {
  const auto after = std::ranges::partition_point(names, [&](const Name& name) { return name.words.end <= word; });
  if (after == names.end() || after->words.begin > word) return none;
  return static_cast<std::uint32_t>(after - names.begin());
}

Cast gather_cast(const Reading& reading, std::vector<Name> names) { return Gatherer(reading, std::move(names)).run(); }

}  // namespace onrecord::resolving

#include "resolve/scene.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord::resolving {

namespace {

// "Lund made her remarks on Monday at a forum": no statement, yet it tells of the occasion.
class Tellings {
 public:
  explicit Tellings(Scene& scene) : scene_(scene), reading_(scene.reading), cast_(scene.cast) {
    in_content_.assign(reading_.words.size(), false);
    for (const Statement& statement : scene_.statements) {
      for (const Span content : statement.content) {
        const Range words = reading_.words_in(content);
        for (std::uint32_t w = words.begin; w < words.end; ++w) {
          if (content.contains(reading_.words[w].span)) in_content_[w] = true;
        }
      }
    }
  }

  void add() {
    for (const ReadSentence& sentence : reading_.sentences) {
      for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
        if (!tells(reading_.words[i].lower) || reading_.words[i].quote != none || in_content_[i]) continue;
        const bool debate = reading_.words[i].lower == "debate";
        const std::uint32_t figure = person_in(sentence.words);
        if (figure == none && !debate) continue;
        Statement telling;
        telling.cue.push_back(reading_.words[i].span);
        scene_.statements.push_back(std::move(telling));
        scene_.figures.push_back(debate ? none : figure);
        break;
      }
    }
  }

 private:
  static bool tells(std::string_view word) {
    static constexpr WordSet words{"remarks", "comments", "speaking", "spoke", "interview", "appeared", "debate"};
    return words.contains(word);
  }

  // The first person that the reporter names in the sentence.
  std::uint32_t person_in(Range words) const {
    const auto first =
        std::ranges::partition_point(cast_.names, [&](const Name& name) { return name.words.begin < words.begin; });
    for (auto name = first; name != cast_.names.end() && name->words.end <= words.end; ++name) {
      const std::uint32_t figure = cast_.figure_of_name[static_cast<std::size_t>(name - cast_.names.begin())];
      if (figure == none || cast_.figures[figure].kind != SpeakerKind::person) continue;
      if (!in_content_[name->words.begin]) return figure;
    }
    return none;
  }

  Scene& scene_;
  const Reading& reading_;
  const Cast& cast_;
  std::vector<bool> in_content_;
};

// "A day earlier", "the next day": counted from the last single day that the text told before.
void count_from_other_days(std::vector<std::vector<DatePhrase>>& dates) {
  std::optional<Date> last;
  for (std::vector<DatePhrase>& sentence : dates) {
    for (DatePhrase& phrase : sentence) {
      if (phrase.to_other_day && !phrase.from && last && (phrase.days_apart != 0 || phrase.basis == "other-day"))
        phrase.from = phrase.to = add_days(*last, phrase.days_apart);
      if (phrase.from && !phrase.ahead && phrase.from->day != 0 && *phrase.from == *phrase.to) last = phrase.from;
    }
  }
}

void note_presence(Scene& scene) {
  scene.named_in.resize(scene.cast.figures.size());
  for (std::size_t n = 0; n < scene.cast.names.size(); ++n) {
    const std::uint32_t figure = scene.cast.figure_of_name[n];
    if (figure != none) scene.named_in[figure].push_back(scene.reading.words[scene.cast.names[n].words.begin].sentence);
  }
  for (std::uint32_t i = 0; i < scene.statements.size(); ++i) {
    if (scene.figures[i] != none) scene.named_in[scene.figures[i]].push_back(scene.sentence_of(i));
  }
  for (std::vector<std::uint32_t>& sentences : scene.named_in) {
    std::ranges::sort(sentences);
    const auto repeated = std::ranges::unique(sentences);
    sentences.erase(repeated.begin(), repeated.end());
  }
}

// "previously", "repeatedly", "once" beside the cue.
bool has_word_of_other_times(const Scene& scene, std::uint32_t statement) {
  static constexpr WordSet words{"separately", "previously", "repeatedly", "often",      "regularly",
                                 "once",       "frequently", "initially",  "originally", "long",
                                 "always",     "sometimes",  "never",      "subsequent"};
  const Setting& setting = scene.settings.of[statement];
  const std::uint32_t from = setting.cue >= setting.sentence.begin + 4 ? setting.cue - 4 : setting.sentence.begin;
  for (std::uint32_t w = from; w < std::min(setting.cue_end + 4, setting.sentence.end); ++w) {
    if (scene.settings.same_voice(statement, w) && words.contains(scene.reading.words[w].lower)) return true;
  }
  return false;
}

}  // namespace

Scene make_scene(const Article& article, const Reading& reading, const Cast& cast, const Statements& statements,
                 const std::vector<SourceLink>& links) {
  Scene scene{.reading = reading,
              .cast = cast,
              .published = article.published,
              .given = static_cast<std::uint32_t>(statements.size()),
              .statements = statements,
              .figures = {},
              .settings = {},
              .order = {},
              .dates = {},
              .own_date = {},
              .carried = {},
              .audiences = {},
              .carried_audience = {},
              .introduced_later = {},
              .venues = {},
              .named_in = {},
              .of_other_times = {}};
  for (const SourceLink& link : links) {
    scene.figures.push_back(link.figure);
    scene.introduced_later.push_back(link.decision.by == "introduced-later");
  }
  for (const ReadSentence& sentence : reading.sentences) {
    scene.dates.push_back(find_dates(reading, sentence.words, article.published));
    for (DatePhrase& phrase : scene.dates.back()) {
      if (!phrase.whole_from) continue;
      phrase.from = phrase.whole_from;
      phrase.to = phrase.whole_to;
      phrase.basis = phrase.from->month == 0 ? "year" : phrase.from->day == 0 ? "month" : "week";
    }
  }
  count_from_other_days(scene.dates);
  Tellings(scene).add();
  scene.introduced_later.resize(scene.statements.size(), false);
  scene.settings = read_settings(reading, scene.statements);
  for (std::uint32_t i = 0; i < scene.statements.size(); ++i) scene.order.push_back(i);
  std::ranges::stable_sort(scene.order, {}, [&](std::uint32_t i) { return scene.settings.of[i].cue; });
  scene.venues = find_venues(reading, cast, scene.dates);
  note_presence(scene);
  for (std::uint32_t i = 0; i < scene.statements.size(); ++i)
    scene.of_other_times.push_back(has_word_of_other_times(scene, i));
  return scene;
}

bool names_figure(const Scene& scene, std::uint32_t figure, std::uint32_t sentence) {
  return figure != none && std::ranges::binary_search(scene.named_in[figure], sentence);
}

float tense_code(const Scene& scene, std::uint32_t statement) {
  const Setting& setting = scene.settings.of[statement];
  if (setting.past) return 1.0f;
  if (setting.standing) return 3.0f;
  return setting.present ? 2.0f : 0.0f;
}

float source_code(const Scene& scene, std::uint32_t statement) {
  const std::vector<Span>& source = scene.statements[statement].source;
  if (source.empty()) return 0.0f;
  const std::uint32_t word = scene.reading.word_at(source.front().begin);
  if (word == none) return 0.0f;
  const bool pronoun = word < scene.reading.words.size() && scene.reading.words[word].is(word_class::function);
  return pronoun ? 1.0f : 2.0f;
}

float kind_code(const Scene& scene, std::uint32_t statement) {
  const std::uint32_t figure = scene.figures[statement];
  return figure == none ? 0.0f : static_cast<float>(scene.cast.figures[figure].kind);
}

bool told_by_another(const Scene& scene, std::uint32_t statement) {
  const std::uint32_t teller = scene.settings.report[scene.settings.of[statement].cue];
  return teller != none && teller != statement;
}

std::optional<Date> until_report(std::optional<Date> to, const std::optional<Date>& published) {
  return to && to->day != 0 && published && days_from_epoch(*to) > days_from_epoch(*published) ? published : to;
}

}  // namespace onrecord::resolving

#include "relate/standing.h"

#include <algorithm>
#include <cmath>

namespace onrecord::relating {

namespace {

constexpr float least_named = 0.01f;  // a share of a name that counts

void compare_contents(const ArticleFacts& article, const Candidate& pair, Common& common) {
  const StemSet& one = article.facts[pair.from].content_stems;
  const StemSet& other = article.facts[pair.to].content_stems;
  if (one.disjoint(other)) return;
  const std::vector<Stem>& a = one.stems();
  const std::vector<Stem>& b = other.stems();
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Stem x = a[i];
    const Stem y = b[j];
    if (x == y) {
      ++common.stems;
      common.rare += 1.0f / std::sqrt(static_cast<float>(std::max(2u, article.content_users[x]) - 1));
    }
    i += x <= y;
    j += y <= x;
  }
  common.rare = std::min(common.rare, 10.0f);
}

// Goes through the pairs of one statement after the other.
class Comparing {
 public:
  Comparing(const ArticleFacts& article, const std::vector<Candidate>& pairs)
      : article_(article),
        pairs_(pairs),
        common_(pairs.size()),
        named_(article.resolution.speakers.size()),
        named_for_(named_.size(), none),
        said_(named_.size()) {}

  std::vector<Common> run() {
    for (std::size_t begin = 0; begin < pairs_.size();) {
      const std::uint32_t from = pairs_[begin].from;
      std::size_t behind = begin;
      while (behind < pairs_.size() && pairs_[behind].from == from && pairs_[behind].to < from) ++behind;
      std::size_t end = behind;
      while (end < pairs_.size() && pairs_[end].from == from && pairs_[end].to != none) ++end;
      // From the statement outwards, so that what stands between is counted once.
      start();
      for (std::size_t pair = behind, at = from; pair-- > begin;) {
        while (--at > pairs_[pair].to) pass(at);
        compare(pair);
        pass(at);
      }
      start();
      for (std::size_t pair = behind, at = from; pair < end; ++pair) {
        while (++at < pairs_[pair].to) pass(at);
        compare(pair);
        pass(at);
      }
      begin = end;
      while (begin < pairs_.size() && pairs_[begin].from == from) ++begin;
    }
    return std::move(common_);
  }

 private:
  std::uint32_t speaker_of(std::size_t statement) const {
    return statement < article_.resolution.statements.size() ? article_.resolution.statements[statement].speaker : none;
  }
  void start() {
    std::fill(said_.begin(), said_.end(), 0);
    passed_ = 0;
    questions_ = 0;
  }
  void pass(std::size_t statement) {
    ++passed_;
    questions_ += article_.facts[statement].question;
    if (const std::uint32_t speaker = speaker_of(statement); speaker < said_.size()) ++said_[speaker];
  }

  void compare(std::size_t place) {
    const Candidate& pair = pairs_[place];
    Common& common = common_[place];
    compare_contents(article_, pair, common);
    const std::uint32_t target = speaker_of(pair.to);
    const std::uint32_t actor = speaker_of(pair.from);
    if (target < said_.size()) {
      common.named = named(pair.from, pair.to, target);
      common.by_target = said_[target];
    }
    if (actor < said_.size() && actor != target) common.by_actor = said_[actor];
    common.by_third = passed_ - common.by_target - common.by_actor;
    common.questions = questions_;
  }

  // The same for all statements of one speaker.
  const std::array<float, naming_zones.size()>& named(std::uint32_t from, std::uint32_t to, std::uint32_t speaker) {
    if (named_for_[speaker] != from) {
      named_for_[speaker] = from;
      for (std::size_t z = 0; z < naming_zones.size(); ++z)
        named_[speaker][z] = named_in(article_.name_stems[to], article_.facts[from], naming_zones[z]);
    }
    return named_[speaker];
  }

  const ArticleFacts& article_;
  const std::vector<Candidate>& pairs_;
  std::vector<Common> common_;
  std::vector<std::array<float, naming_zones.size()>> named_;  // by speaker: in the zones of
  std::vector<std::uint32_t> named_for_;                       // this statement
  std::vector<std::uint32_t> said_;                            // by speaker: statements passed
  std::uint32_t passed_ = 0;
  std::uint32_t questions_ = 0;
};

// The targets of one statement, in the order of the text; the first `before` of them stand before it.
class Ranking {
 public:
  void add(float words, float named, Side side) {
    words_.push_back(words);
    named_.push_back(named);
    sides_.push_back(side);
  }

  // Fills what a pair is among those of its statement, standings[0, size).
  void run(std::size_t before, Standing* standings) {
    by_words_ = words_;
    std::sort(by_words_.begin(), by_words_.end());
    const float most = by_words_.empty() ? 0.0f : std::max(by_words_.back(), 1e-6f);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      standings[i].words_share = words_[i] / most;
      standings[i].named = named_[i];
      standings[i].wordier =
          static_cast<std::uint32_t>(by_words_.end() - std::upper_bound(by_words_.begin(), by_words_.end(), words_[i]));
    }
    start();
    for (std::size_t i = before; i-- > 0;) place(i, standings[i]);
    start();
    for (std::size_t i = before; i < words_.size(); ++i) place(i, standings[i]);
    words_.clear();
    named_.clear();
    sides_.clear();
  }

 private:
  void start() {
    of_side_ = {};
    passed_ = 0;
    heard_.clear();
  }
  void place(std::size_t i, Standing& standing) {
    standing.nearer = passed_++;
    standing.nearer_of_side = of_side_[static_cast<std::size_t>(sides_[i])]++;
    const float least = std::max(named_[i], least_named);
    standing.nearer_named = static_cast<std::uint32_t>(
        std::count_if(heard_.begin(), heard_.end(), [least](float named) { return named >= least; }));
    if (named_[i] >= least_named) heard_.push_back(named_[i]);
  }

  std::vector<float> words_, named_, by_words_;
  std::vector<Side> sides_;
  std::array<std::uint32_t, 3> of_side_{};  // nearer targets by side
  std::uint32_t passed_ = 0;
  std::vector<float> heard_;  // how much of their names is told, where any
};

}  // namespace

float named_in(const std::vector<Stem>& name, const StatementFacts& facts, Zone zone) {
  const StemSet& stems = facts.stems[static_cast<std::size_t>(zone)];
  float hits = 0.0f;
  for (const Stem word : name) {
    if (stems.contains(word)) hits += 1.0f;
  }
  return name.empty() ? 0.0f : hits / static_cast<float>(name.size());
}

std::vector<Common> common_of(const ArticleFacts& article, const std::vector<Candidate>& pairs) {
  return Comparing(article, pairs).run();
}

std::vector<Standing> standings_of(const ArticleFacts& article, const std::vector<Candidate>& pairs,
                                   const std::vector<Common>& common) {
  // A statement that shares words with many others is what the article is about.
  std::vector<float> central(article.facts.size(), 0.0f);
  std::vector<float> times(article.facts.size(), 0.0f);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].to == none) continue;
    central[pairs[i].to] += common[i].rare;
    times[pairs[i].to] += 1.0f;
  }
  float most_central = 1e-6f;
  for (std::size_t i = 0; i < central.size(); ++i) {
    central[i] /= std::max(times[i], 1.0f);
    most_central = std::max(most_central, central[i]);
  }
  std::vector<float> rising = central;
  std::sort(rising.begin(), rising.end());
  std::vector<std::uint32_t> more_central(central.size());
  for (std::size_t i = 0; i < central.size(); ++i) {
    more_central[i] =
        static_cast<std::uint32_t>(rising.end() - std::upper_bound(rising.begin(), rising.end(), central[i]));
  }

  std::vector<Standing> standings(pairs.size());
  Ranking ranking;
  for (std::size_t begin = 0; begin < pairs.size();) {
    const std::uint32_t from = pairs[begin].from;
    std::size_t before = 0;
    std::size_t end = begin;
    for (; end < pairs.size() && pairs[end].from == from; ++end) {
      const std::uint32_t to = pairs[end].to;
      if (to == none) continue;
      before += to < from;
      ranking.add(common[end].rare, *std::max_element(common[end].named.begin(), common[end].named.end()),
                  article.sides.between(from, to));
      standings[end].centrality = central[to];
      standings[end].centrality_share = central[to] / most_central;
      standings[end].more_central = more_central[to];
    }
    ranking.run(before, standings.data() + begin);
    begin = end;
  }
  return standings;
}

}  // namespace onrecord::relating

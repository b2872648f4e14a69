#include "ledger/speaker_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "ledger/name_forms.h"
#include "ledger/verdict_writer.h"

namespace onrecord::ledger {

namespace {

using Words = std::set<std::string>;

Words words_of(const std::vector<std::string>& roles) {
  Words words;
  for (const std::string& role : roles) words.merge(role_words(role));
  return words;
}

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

// Groups that grow by joining, except where that would bring two together that were parted.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void part(std::size_t a, std::size_t b) { parted_.emplace_back(a, b); }
  bool may_join(std::size_t a, std::size_t b) {
    const std::size_t root_a = root(a), root_b = root(b);
    return std::none_of(parted_.begin(), parted_.end(), [&](const auto& pair) {
      const std::size_t x = root(pair.first), y = root(pair.second);
      return (x == root_a && y == root_b) || (x == root_b && y == root_a);
    });
  }
  bool join(std::size_t a, std::size_t b) {
    if (root(a) == root(b)) return true;
    if (!may_join(a, b)) return false;
    parent_[std::max(root(a), root(b))] = std::min(root(a), root(b));
    return true;
  }

 private:
  std::vector<std::size_t> parent_;
  std::vector<std::pair<std::size_t, std::size_t>> parted_;
};

}  // namespace

std::vector<SpeakerVerdict> standing_verdicts(const std::vector<Verdict>& verdicts) {
  std::set<std::size_t> overruled;
  for (const Verdict& verdict : verdicts) {
    if (verdict.replaces) overruled.insert(*verdict.replaces);
  }
  std::vector<SpeakerVerdict> standing;
  for (const Verdict& verdict : verdicts) {
    if (!about_speakers(verdict.kind) || overruled.contains(verdict.number)) continue;
    standing.push_back({verdict.kind == VerdictKind::same_speaker, verdict.subject, verdict.object});
  }
  return standing;
}

std::vector<std::vector<std::size_t>> group_speakers(const std::vector<GroupedSpeaker>& speakers,
                                                     const std::vector<SpeakerVerdict>& verdicts) {
  std::map<std::string, std::size_t> index;
  std::map<std::string, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    index[speakers[i].handle] = i;
    if (!speakers[i].name.empty()) by_name[speakers[i].name].push_back(i);
  }
  Groups groups(speakers.size());
  // Named in a verdict, in the order they were named: these are joined first and decide for the others of their name.
  std::vector<std::size_t> named;
  for (const SpeakerVerdict& verdict : verdicts) {
    if (!index.contains(verdict.one) || !index.contains(verdict.other)) continue;
    named.push_back(index[verdict.one]);
    named.push_back(index[verdict.other]);
    if (!verdict.same) groups.part(index[verdict.one], index[verdict.other]);
  }
  for (const SpeakerVerdict& verdict : verdicts) {
    if (verdict.same && index.contains(verdict.one) && index.contains(verdict.other))
      groups.join(index[verdict.one], index[verdict.other]);
  }
  for (const auto& [name, bearers] : by_name) {
    std::vector<std::size_t> seeds;
    for (const std::size_t speaker : named) {
      if (speakers[speaker].name != name) continue;
      const bool joined =
          std::any_of(seeds.begin(), seeds.end(), [&](std::size_t seed) { return groups.join(seed, speaker); });
      if (!joined) seeds.push_back(speaker);
    }
    std::vector<Words> evidence(seeds.size());
    for (std::size_t s = 0; s < seeds.size(); ++s) {
      for (const std::size_t bearer : bearers) {
        if (groups.root(bearer) == groups.root(seeds[s])) evidence[s].merge(words_of(speakers[bearer].roles));
      }
    }
    const std::set<std::size_t> decided(named.begin(), named.end());
    for (const std::size_t bearer : bearers) {
      if (decided.contains(bearer)) continue;
      const Words own = words_of(speakers[bearer].roles);
      std::size_t best = 0;
      for (std::size_t s = 1; s < seeds.size(); ++s) {
        if (shared(own, evidence[s]) > shared(own, evidence[best])) best = s;
      }
      groups.join(seeds.empty() ? bearers.front() : seeds[best], bearer);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < speakers.size(); ++i) members[groups.root(i)].push_back(i);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [root, group] : members) out.push_back(std::move(group));
  return out;
}

}  // namespace onrecord::ledger

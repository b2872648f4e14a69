// Ties between pairs of reports made into groups.
#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "relate/across.h"

namespace onrecord {

namespace {

constexpr double least_mean = 0.24;  // of the ties' scores over all pairs of two groups; no tie counts 0

struct Group {
  std::vector<std::uint32_t> members;
  std::map<std::uint32_t, std::uint32_t> articles;  // how many members each has
  std::map<std::uint32_t, double> ties;             // to other groups: the sum of scores
};

// Pairs of members of the two that stand in different articles.
double pairs_between(const Group& a, const Group& b) {
  double pairs = static_cast<double>(a.members.size()) * static_cast<double>(b.members.size());
  const Group& small = a.articles.size() <= b.articles.size() ? a : b;
  const Group& large = &small == &a ? b : a;
  for (const auto& [article, members] : small.articles) {
    if (const auto also = large.articles.find(article); also != large.articles.end())
      pairs -= 1.0 * members * also->second;
  }
  return pairs;
}

}  // namespace

std::vector<std::uint32_t> group_reports(const std::vector<std::uint32_t>& article_of, std::vector<MemberTie> ties) {
  for (MemberTie& tie : ties) {
    if (tie.a > tie.b) std::swap(tie.a, tie.b);
  }
  std::sort(ties.begin(), ties.end(), [](const MemberTie& x, const MemberTie& y) {
    return std::make_tuple(-x.score, x.a, x.b) < std::make_tuple(-y.score, y.a, y.b);
  });
  std::vector<Group> groups(article_of.size());
  std::vector<std::uint32_t> group_of(article_of.size());
  std::iota(group_of.begin(), group_of.end(), 0u);
  for (std::uint32_t i = 0; i < article_of.size(); ++i) {
    groups[i].members = {i};
    groups[i].articles[article_of[i]] = 1;
  }
  for (const MemberTie& tie : ties) {
    groups[tie.a].ties[tie.b] = tie.score;
    groups[tie.b].ties[tie.a] = tie.score;
  }
  for (const MemberTie& tie : ties) {
    std::uint32_t keep = group_of[tie.a];
    std::uint32_t gone = group_of[tie.b];
    if (keep == gone) continue;
    if (groups[keep].members.size() < groups[gone].members.size()) std::swap(keep, gone);
    Group& into = groups[keep];
    Group& from = groups[gone];
    if (into.ties[gone] < least_mean * pairs_between(into, from)) continue;
    for (const std::uint32_t member : from.members) group_of[member] = keep;
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    for (const auto& [article, members] : from.articles) into.articles[article] += members;
    into.ties.erase(gone);
    from.ties.erase(keep);
    for (const auto& [other, score] : from.ties) {
      into.ties[other] += score;
      groups[other].ties.erase(gone);
      groups[other].ties[keep] = into.ties[other];
    }
    from = {};
  }
  // A group bears the number of its first member.
  std::vector<std::uint32_t> first(group_of.size(), 0);
  for (std::uint32_t i = static_cast<std::uint32_t>(group_of.size()); i-- > 0;) first[group_of[i]] = i;
  for (std::uint32_t& group : group_of) group = first[group];
  return group_of;
}

}  // namespace onrecord

// Prints what decides whether two reports are one utterance: for every pair of statements that share a key in the
// exported records with texts (`{"export": …, "text": …}`, one a line, from standard input), a line of JSON with the
// articles' ids, both contents' spans and the features. With --stems it prints each input line's telling stems instead.
// For training only; the program that users run never needs it.
#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "relate/across.h"
#include "relate/likeness.h"
#include "relate/telling_words.h"
#include "train/json_fields.h"

namespace {

namespace json = boost::json;
using namespace onrecord;
using training::named;
using training::text_of;

struct Dumped {
  std::string article;
  json::value content;
  Report report;
};

std::string slice_of(const std::string& text, const json::value& span) {
  const auto begin = span.at("begin").to_number<std::size_t>();
  return text.substr(begin, span.at("end").to_number<std::size_t>() - begin);
}

void read_statements(const json::object& line, std::vector<Dumped>& out) {
  const std::string text = text_of(line, "text");
  const json::object& record = line.at("export").get_object();
  const json::object& article = record.at("article").get_object();
  std::map<std::string, const json::object*> speakers;
  for (const json::value& speaker : record.at("speakers").get_array()) {
    speakers[text_of(speaker.get_object(), "id")] = &speaker.get_object();
  }
  for (const json::value& value : record.at("statements").get_array()) {
    const json::object& from = value.get_object();
    StatementView view;
    view.article = text_of(article, "id");
    view.statement = text_of(from, "id");
    view.published = parse_iso(text_of(article, "published"));
    if (const auto who = speakers.find(text_of(from, "speaker")); who != speakers.end()) {
      view.speaker = text_of(*who->second, "name");
      view.kind = named(text_of(*who->second, "kind"), 6, SpeakerKind::unknown);
    }
    if (const json::value* said = from.if_contains("said"); said != nullptr && said->is_object()) {
      view.said_from = parse_iso(text_of(said->get_object(), "from"));
      view.said_to = parse_iso(text_of(said->get_object(), "to"));
    }
    for (const json::value& span : from.at("content").get_array()) {
      view.content.append(view.content.empty() ? "" : " ").append(slice_of(text, span));
    }
    for (const json::value& span : from.at("quotes").get_array()) view.quoted.push_back(slice_of(text, span));
    view.act = named(text_of(from, "act"), 18, Act::say);
    view.polarity = named(text_of(from, "polarity"), 2, Polarity::asserted);
    view.communicated = from.at("communicated").as_bool();
    out.push_back({view.article, from.at("content"), make_report(std::move(view))});
  }
}

void print_stems() {
  for (std::string line; std::getline(std::cin, line);) {
    for (const std::string& stem : relating::telling_stems(line)) std::cout << stem << ' ';
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--stems") {
    print_stems();
    return 0;
  }
  std::vector<Dumped> told;
  for (std::string line; std::getline(std::cin, line);) read_statements(json::parse(line).get_object(), told);
  std::map<std::uint64_t, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (const std::uint64_t key : utterance_keys(told[i].report)) by_key[key].push_back(i);
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [key, members] : by_key) {
    for (const std::size_t a : members) {
      for (const std::size_t b : members) {
        if (a < b && told[a].article != told[b].article) pairs.emplace(a, b);
      }
    }
  }
  for (const auto& [a, b] : pairs) {
    json::array features;
    for (const float value : relating::likeness(told[a].report, told[b].report)) features.emplace_back(value);
    const auto side = [&](std::size_t i) {
      return json::object{{"article", told[i].article}, {"content", told[i].content}};
    };
    std::cout << json::object{{"a", side(a)}, {"b", side(b)}, {"features", features}} << '\n';
  }
  return 0;
}

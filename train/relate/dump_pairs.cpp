// Prints what the relation scorer would see: reads records of the extract contract with the article's text beside them
// (`{"article": {…, "text"}, "speakers": […], "statements": […]}`, one a line, from standard input) and writes to
// standard output, in native 32-bit floats, for every candidate pair: record number, from, to (-1: a mention), the
// mention's begin and end, then the features. With --names it prints the features' names instead, with --grams the
// statements' words and word pairs as hashes, with --rules the records' relations as rules alone would have them. For training only; the program that users run never needs it.
#include <boost/json.hpp>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "relate/act_model.h"
#include "relate/candidates.h"
#include "relate/facts.h"
#include "relate/relate.h"
#include "segment/segment.h"
#include "train/json_fields.h"

namespace {

namespace json = boost::json;
using namespace onrecord;
using training::named;
using training::text_of;

std::vector<Span> spans(const json::object& of, const char* name) {
  std::vector<Span> result;
  if (const json::value* list = of.if_contains(name); list != nullptr && list->is_array()) {
    for (const json::value& span : list->get_array()) {
      result.push_back({span.at("begin").to_number<std::uint32_t>(), span.at("end").to_number<std::uint32_t>()});
    }
  }
  return result;
}

struct Read {
  Article article;
  Statements statements;
  Resolution resolution;
};

Read read_record(const json::object& record) {
  Read read;
  const json::object& article = record.at("article").get_object();
  read.article.text = text_of(article, "text");
  read.article.title = text_of(article, "title");
  std::map<std::string, std::uint32_t> speaker_index;
  for (const json::value& value : record.at("speakers").get_array()) {
    const json::object& from = value.get_object();
    Speaker speaker;
    speaker.name = text_of(from, "name");
    speaker.kind = named(text_of(from, "kind"), 6, SpeakerKind::unknown);
    for (const json::value& role : from.at("roles").get_array())
      speaker.roles.push_back({std::string(role.get_string()), {}});
    speaker_index[text_of(from, "id")] = static_cast<std::uint32_t>(read.resolution.speakers.size());
    read.resolution.speakers.push_back(std::move(speaker));
  }
  std::map<std::string, std::uint32_t> statement_index;
  for (const json::value& value : record.at("statements").get_array()) {
    statement_index.emplace(text_of(value.get_object(), "id"), static_cast<std::uint32_t>(statement_index.size()));
  }
  for (const json::value& value : record.at("statements").get_array()) {
    const json::object& from = value.get_object();
    Statement statement;
    statement.form = named(text_of(from, "form"), 2, Form::indirect);
    statement.act = named(text_of(from, "act"), 18, Act::say);
    statement.polarity = named(text_of(from, "polarity"), 2, Polarity::asserted);
    statement.content = spans(from, "content");
    statement.cue = spans(from, "cue");
    statement.source = spans(from, "source");
    statement.quotes = spans(from, "quotes");
    if (const json::value* flag = from.if_contains("communicated"); flag != nullptr && flag->is_bool()) {
      statement.communicated = flag->get_bool();
    }
    if (const auto within = statement_index.find(text_of(from, "within")); within != statement_index.end()) {
      statement.within = within->second;
    }
    statement.decision.by = text_of(from, "decided_by");
    Circumstances circumstances;
    if (const auto who = speaker_index.find(text_of(from, "speaker")); who != speaker_index.end()) {
      circumstances.speaker = who->second;
    }
    if (const json::value* said = from.if_contains("said"); said != nullptr && said->is_object()) {
      Said when;
      when.from = parse_iso(text_of(said->get_object(), "from"));
      when.to = parse_iso(text_of(said->get_object(), "to"));
      if (when.from && when.to) circumstances.said = when;
    }
    read.statements.push_back(std::move(statement));
    read.resolution.statements.push_back(std::move(circumstances));
  }
  return read;
}

// One line a record: for each statement its grams, which the act model is trained on.
void print_grams(const relating::ArticleFacts& facts) {
  json::array statements;
  for (std::uint32_t i = 0; i < facts.facts.size(); ++i) {
    json::array grams;
    for (const std::uint32_t gram : relating::grams_of(facts, i)) grams.emplace_back(gram);
    statements.emplace_back(std::move(grams));
  }
  std::cout << json::serialize(statements) << '\n';
}

// One line a record: its relations as the extract contract has them, but for their evidence.
void print_relations(const Relations& relations) {
  const auto id = [](std::uint32_t statement) { return "s" + std::to_string(statement + 1); };
  json::array made;
  for (const Relation& relation : relations) {
    json::object row{{"type", to_text(relation.type)},
                     {"from", id(relation.from)},
                     {"to", nullptr},
                     {"to_span", nullptr},
                     {"decided_by", relation.decision.by},
                     {"confidence", relation.decision.confidence}};
    if (relation.to != none) row["to"] = id(relation.to);
    if (relation.to_span) row["to_span"] = json::object{{"begin", relation.to_span->begin}, {"end", relation.to_span->end}};
    made.emplace_back(std::move(row));
  }
  std::cout << json::serialize(made) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--names") {
    for (const std::string& name : relating::feature_names()) std::cout << name << '\n';
    return 0;
  }
  const bool rules = argc == 2 && std::string(argv[1]) == "--rules";
  const bool grams = argc == 2 && std::string(argv[1]) == "--grams";
  std::string line;
  std::vector<float> features;
  for (float number = 0.0f; std::getline(std::cin, line); number += 1.0f) {
    const Read read = read_record(json::parse(line).get_object());
    const Segments segments = segment(read.article);
    if (rules) {
      print_relations(relate_by_rules(read.article, segments, read.statements, read.resolution));
      continue;
    }
    const relating::ArticleFacts facts(read.article, segments, read.statements, read.resolution);
    if (grams) {
      print_grams(facts);
      continue;
    }
    const relating::CandidateSet set = relating::find_candidates(facts);
    for (std::size_t pair = 0; pair < set.pairs.size(); ++pair) {
      const relating::Candidate& candidate = set.pairs[pair];
      relating::features_of(facts, set, pair, features);
      const bool mention = candidate.mention != none;
      const Span span = mention ? set.mentions[candidate.mention].whole : Span{};
      const float head[] = {number, static_cast<float>(candidate.from),
                            mention ? -1.0f : static_cast<float>(candidate.to), static_cast<float>(span.begin),
                            static_cast<float>(span.end)};
      std::fwrite(head, sizeof(float), 5, stdout);
      std::fwrite(features.data(), sizeof(float), features.size(), stdout);
    }
  }
  return 0;
}

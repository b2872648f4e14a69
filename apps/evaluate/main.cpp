// onrecord-evaluate given [--statements]   articles with given attributions in, records of the extract contract out
// onrecord-evaluate dates                  single sentences in, the days that their phrases mean out
//
// Measures single stages against gold; built with the rest, never installed. `given` reads JSON Lines {"id", "outlet",
// "published", "title", "byline", "text", "attributions": [{"source": [[begin, end]], "cue": …, "content": …,
// "communicated": true}]}; `attribute` sees them as tags or, with --statements, `resolve` as finished statements.
// `dates` reads {"text", "reference": "2031-05-16"}.
#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "pipeline.h"
#include "relate/relate.h"
#include "resolve/dates_of_text.h"
#include "resolve/resolve.h"
#include "segment/segment.h"
#include "show/record_json.h"

namespace onrecord::evaluate {

namespace {

// Which stage sees the given attributions first.
enum class Entry { tags, statements };

struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
  bool communicated = true;
};

std::vector<Span> spans(const boost::json::object& from, std::string_view key) {
  std::vector<Span> made;
  const boost::json::value* list = from.if_contains(key);
  if (list == nullptr || !list->is_array()) return made;
  for (const boost::json::value& pair : list->get_array()) {
    made.push_back(
        {pair.as_array().at(0).to_number<std::uint32_t>(), pair.as_array().at(1).to_number<std::uint32_t>()});
  }
  std::ranges::sort(made);
  return made;
}

std::string text_of(const boost::json::object& from, std::string_view key) {
  const boost::json::value* value = from.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

Article article_of(const boost::json::object& line) {
  Article article;
  article.path = "given.jsonl";  // the scorers then know an article by its id
  article.id = text_of(line, "id");
  article.title = text_of(line, "title");
  article.text = text_of(line, "text");
  if (const std::string outlet = text_of(line, "outlet"); !outlet.empty()) article.outlet = outlet;
  if (const std::string byline = text_of(line, "byline"); !byline.empty()) article.byline.push_back(byline);
  article.published = parse_iso(text_of(line, "published"));
  return article;
}

// Gives the attributions of the article at hand as tags and links, as a perfect tagger would.
class GivenTagger : public Tagger {
 public:
  std::vector<Attribution> attributions;

  Tags tag(const Article&, const Segments&, TagScratch&) const override {
    struct Piece {
      Tag tag;
      std::size_t attribution;
    };
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
      const auto add = [&](const std::vector<Span>& list, TagRole role) {
        for (const Span span : list)
          pieces.push_back({{role, span, 1.0f, attributions[i].communicated ? 1.0f : 0.0f, "gold"}, i});
      };
      add(attributions[i].source, TagRole::source);
      add(attributions[i].cue, TagRole::cue);
      add(attributions[i].content, TagRole::content);
    }
    std::ranges::stable_sort(pieces, [](const Piece& a, const Piece& b) {
      return a.tag.span != b.tag.span ? a.tag.span < b.tag.span : a.tag.role < b.tag.role;
    });
    Tags tags;
    std::vector<std::uint32_t> head(attributions.size(), none);
    for (const TagRole role : {TagRole::cue, TagRole::content}) {
      for (std::uint32_t t = 0; t < pieces.size(); ++t) {
        if (pieces[t].tag.role == role && head[pieces[t].attribution] == none) head[pieces[t].attribution] = t;
      }
    }
    for (std::uint32_t t = 0; t < pieces.size(); ++t) {
      tags.tags.push_back(pieces[t].tag);
      const std::uint32_t of = head[pieces[t].attribution];
      if (of != none && of != t) tags.links.push_back({of, t, 1.0f});
    }
    std::ranges::sort(tags.links,
                      [](const Link& a, const Link& b) { return a.head != b.head ? a.head < b.head : a.tag < b.tag; });
    return tags;
  }
};

Statements statements_of(const std::vector<Attribution>& attributions, const Segments& segments) {
  Statements statements;
  for (const Attribution& given : attributions) {
    Statement statement;
    statement.source = given.source;
    statement.cue = given.cue;
    statement.content = given.content;
    statement.communicated = given.communicated;
    std::uint32_t quoted = 0;
    std::uint32_t all = 0;
    for (const Span content : given.content) {
      all += content.size();
      for (const Quote& quote : segments.quotes) {
        if (quote.depth != 0 || !content.contains(quote.span)) continue;
        statement.quotes.push_back(quote.span);
        quoted += quote.span.size();
      }
    }
    statement.form = quoted == 0 ? Form::indirect : quoted + 4 >= all ? Form::direct : Form::mixed;
    statement.decision = {"gold", 1.0f};
    statements.push_back(std::move(statement));
  }
  const auto first = [](const Statement& statement) {
    std::uint32_t at = 0xffffffffu;
    for (const auto* list : {&statement.source, &statement.cue, &statement.content}) {
      if (!list->empty()) at = std::min(at, list->front().begin);
    }
    return at;
  };
  std::ranges::stable_sort(statements, {}, first);
  return statements;
}

// False where a line could not be read; the rest is done.
bool run_given(std::istream& in, std::ostream& out, std::ostream& messages, Entry entry) {
  bool all_read = true;
  TagScratch scratch;
  StageTimes times;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(line, error);
    if (error || !value.is_object()) {
      messages << "line " << number << ": no JSON object\n";
      all_read = false;
      continue;
    }
    const boost::json::object& object = value.get_object();
    GivenTagger tagger;
    if (const boost::json::value* list = object.if_contains("attributions"); list != nullptr && list->is_array()) {
      for (const boost::json::value& each : list->get_array()) {
        const boost::json::object& given = each.as_object();
        const boost::json::value* spoken = given.if_contains("communicated");
        tagger.attributions.push_back({spans(given, "source"), spans(given, "cue"), spans(given, "content"),
                                       spoken == nullptr || !spoken->is_bool() || spoken->get_bool()});
      }
    }
    Record record;
    if (entry == Entry::tags) {
      record = process(article_of(object), tagger, scratch, times);
    } else {
      record.article = article_of(object);
      const Segments segments = segment(record.article);
      record.statements = statements_of(tagger.attributions, segments);
      const auto start = std::chrono::steady_clock::now();
      record.resolution = resolve(record.article, segments, {}, record.statements);
      times.spent[static_cast<std::size_t>(Stage::resolve)] += std::chrono::steady_clock::now() - start;
      record.relations = relate(record.article, segments, record.statements, record.resolution);
    }
    std::string json;
    append_json(json, record);
    out << json << '\n';
  }
  const auto spent = times.spent[static_cast<std::size_t>(Stage::resolve)];
  if (number > 0)
    messages << "resolve: " << std::chrono::duration<double, std::micro>(spent).count() / static_cast<double>(number)
             << " us an article\n";
  return all_read;
}

// One line of output for each line of input: [{"begin", "end", "from", "to", "basis"}, …].
bool run_dates(std::istream& in, std::ostream& out, std::ostream& messages) {
  bool all_read = true;
  for (std::string line; std::getline(in, line);) {
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(line, error);
    boost::json::array found;
    if (error || !value.is_object()) {
      messages << "no JSON object: " << line << '\n';
      all_read = false;
    } else {
      Article article;
      article.text = text_of(value.get_object(), "text");
      article.published = parse_iso(text_of(value.get_object(), "reference"));
      for (const Said& each : dates_of_text(article, segment(article))) {
        boost::json::object date{{"begin", each.phrase->begin}, {"end", each.phrase->end}, {"basis", each.basis}};
        date["from"] = each.from ? boost::json::value(to_iso(*each.from)) : boost::json::value();
        date["to"] = each.to ? boost::json::value(to_iso(*each.to)) : boost::json::value();
        found.push_back(std::move(date));
      }
    }
    out << boost::json::serialize(found) << '\n';
  }
  return all_read;
}

}  // namespace

}  // namespace onrecord::evaluate

int main(int count, char** arguments) {
  using namespace onrecord::evaluate;
  std::ios::sync_with_stdio(false);
  const std::string_view command = count > 1 ? arguments[1] : "";
  const std::string_view option = count > 2 ? arguments[2] : "";
  if (command == "given" && (option.empty() || option == "--statements")) {
    return run_given(std::cin, std::cout, std::cerr, option.empty() ? Entry::tags : Entry::statements) ? 0 : 1;
  }
  if (command == "dates" && option.empty()) return run_dates(std::cin, std::cout, std::cerr) ? 0 : 1;
  std::cerr << "usage: onrecord-evaluate given [--statements] | dates\n";
  return 2;
}

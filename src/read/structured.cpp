#include "read/structured.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "read/byline.h"
#include "read/entities.h"
#include "read/lines.h"
#include "read/written_date.h"

namespace onrecord {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string_view string_of(const object& from, std::string_view key) {
  std::string_view text;
  if (from.at_key(key).get(text) != simdjson::SUCCESS) return {};
  return trimmed(text);
}

// How much an object of this type is the article: 3 news, 2 any article, 1 a page, 0 something else.
int rank_of_type(std::string_view type) {
  constexpr auto articles = std::to_array<std::string_view>(
      {"Article", "BlogPosting", "Report", "SocialMediaPosting", "LiveBlogPosting", "TechArticle"});
  if (const std::size_t slash = type.find_last_of("/:"); slash != std::string_view::npos) type.remove_prefix(slash + 1);
  if (type.ends_with("NewsArticle") || type == "LiveBlogPosting") return 3;
  if (std::ranges::find(articles, type) != articles.end()) return 2;
  return type == "WebPage" || type == "ItemPage" || type == "VideoObject" ? 1 : 0;
}

int rank_of(const object& thing) {
  element type;
  if (thing.at_key("@type").get(type) != simdjson::SUCCESS) return 0;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return rank_of_type(name);
  array names;
  int best = 0;
  if (type.get(names) != simdjson::SUCCESS) return 0;
  for (const element one : names) {
    if (one.get(name) == simdjson::SUCCESS) best = std::max(best, rank_of_type(name));
  }
  return best;
}

// All objects of a document that may matter, the outer ones first.
class Things {
 public:
  void gather(element root) {
    std::vector<std::pair<element, int>> open{{root, 0}};
    for (std::size_t next = 0; next < open.size() && next < most; ++next) {
      const auto [value, depth] = open[next];
      if (depth > deepest) continue;
      object thing;
      array list;
      if (value.get(thing) == simdjson::SUCCESS) {
        if (const std::string_view id = string_of(thing, "@id"); !id.empty() && thing.size() > 1)
          by_id_.emplace(id, thing);
        if (const int rank = rank_of(thing); rank > 0) articles_.emplace_back(thing, rank);
        for (const auto field : thing) {
          // Lists of other articles hold other articles.
          if (field.key == "itemListElement" || field.key == "hasPart" || field.key == "isPartOf" ||
              field.key == "liveBlogUpdate")
            continue;
          if (field.value.is_object() || field.value.is_array()) open.emplace_back(field.value, depth + 1);
        }
      } else if (value.get(list) == simdjson::SUCCESS) {
        for (const element one : list) open.emplace_back(one, depth);
      }
    }
  }

  // The best article; the first of equals. Nothing where there is none.
  std::optional<object> article() const {
    std::optional<object> best;
    int best_rank = 0;
    for (const auto& [thing, rank] : articles_) {
      const int facts =
          (string_of(thing, "headline").empty() ? 0 : 2) + (string_of(thing, "datePublished").empty() ? 0 : 1);
      const int score = rank * 4 + facts;
      if (score > best_rank) {
        best_rank = score;
        best = thing;
      }
    }
    return best;
  }

  // The object that a reference {"@id": …} points to, or the object itself.
  object resolve(const object& thing) const {
    const auto found = by_id_.find(std::string(string_of(thing, "@id")));
    return found == by_id_.end() || !string_of(thing, "name").empty() ? thing : found->second;
  }

 private:
  static constexpr std::size_t most = 20000;
  static constexpr int deepest = 8;
  std::unordered_map<std::string, object> by_id_;
  std::vector<std::pair<object, int>> articles_;
};

bool is_organisation(const object& thing) {
  const std::string_view type = string_of(thing, "@type");
  return type.ends_with("Organization");
}

void read_author(const Things& things, element value, std::vector<std::string>& people,
                 std::vector<std::string>& others, int depth) {
  if (depth > 4 || people.size() > 50) return;
  std::string_view name;
  array list;
  object thing;
  if (value.get(name) == simdjson::SUCCESS) {
    for (const std::string& one : parse_byline(plain(name))) add_name(people, one);
  } else if (value.get(list) == simdjson::SUCCESS) {
    for (const element one : list) read_author(things, one, people, others, depth + 1);
  } else if (value.get(thing) == simdjson::SUCCESS) {
    const object author = things.resolve(thing);
    element names;
    if (author.at_key("name").get(names) != simdjson::SUCCESS) return;
    if (is_organisation(author) && names.get(name) == simdjson::SUCCESS) {
      if (const std::string one = plain(name); !one.empty()) add_name(others, one);
    } else {
      read_author(things, names, people, others, depth + 1);
    }
  }
}

std::string name_of(const Things& things, const object& article, std::string_view key) {
  element value;
  if (article.at_key(key).get(value) != simdjson::SUCCESS) return {};
  array list;
  if (value.get(list) == simdjson::SUCCESS) {
    if (list.size() == 0 || list.at(0).get(value) != simdjson::SUCCESS) return {};
  }
  std::string_view name;
  if (value.get(name) == simdjson::SUCCESS) return plain(name);
  object thing;
  if (value.get(thing) != simdjson::SUCCESS) return {};
  return plain(string_of(things.resolve(thing), "name"));
}

std::string address_of(const object& article) {
  if (const std::string_view url = string_of(article, "url"); !url.empty()) return std::string(url);
  element page;
  if (article.at_key("mainEntityOfPage").get(page) != simdjson::SUCCESS) return {};
  std::string_view url;
  if (page.get(url) == simdjson::SUCCESS) return std::string(url);
  object thing;
  return page.get(thing) == simdjson::SUCCESS ? std::string(string_of(thing, "@id")) : std::string();
}

// The script's JSON: without comment marks around it, and with blanks for the raw line breaks that many put into
// strings.
std::string json_of(std::string_view script) {
  for (const std::string_view mark : {"<![CDATA[", "<!--"}) {
    if (const std::size_t at = script.find(mark); at != std::string_view::npos && script.find_first_of("{[") >= at) {
      script.remove_prefix(at + mark.size());
    }
  }
  if (const std::size_t end = script.rfind("]]>"); end != std::string_view::npos && script.find_last_of('}') < end) {
    script = script.substr(0, end);
  }
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string json(script.substr(begin, end + 1 - begin));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return json;
}

// `json` without the commas behind the last member of an object or a list, which many programs leave there.
std::string without_last_commas(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\' && i + 1 < json.size()) {
      out.push_back(c);
      out.push_back(json[++i]);
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (c == ',' && !in_string) {
      const std::size_t next = json.find_first_not_of(' ', i + 1);
      if (next != std::string_view::npos && (json[next] == '}' || json[next] == ']')) continue;
    }
    out.push_back(c);
  }
  return out;
}

// The entries that a live blog carries as data, in their order.
std::string updates_of(const object& article) {
  array updates;
  std::string body;
  if (article.at_key("liveBlogUpdate").get(updates) != simdjson::SUCCESS) return body;
  for (const element update : updates) {
    object entry;
    if (update.get(entry) != simdjson::SUCCESS) continue;
    for (const std::string_view key : {"headline", "articleBody"}) {
      const std::string_view text = string_of(entry, key);
      if (!text.empty()) body.append(text).push_back('\n');
    }
  }
  return body;
}

}  // namespace

StructuredFacts read_structured(const std::vector<std::string_view>& scripts) {
  // Views of a parsed document live as long as its parser.
  std::vector<std::unique_ptr<simdjson::dom::parser>> parsers;
  Things things;
  for (const std::string_view script : scripts) {
    const std::string json = json_of(script);
    auto parser = std::make_unique<simdjson::dom::parser>();
    element root;
    if (json.empty()) continue;
    if (parser->parse(json).get(root) != simdjson::SUCCESS &&
        parser->parse(without_last_commas(json)).get(root) != simdjson::SUCCESS)
      continue;
    things.gather(root);
    parsers.push_back(std::move(parser));
  }
  StructuredFacts facts;
  const std::optional<object> article = things.article();
  if (!article) return facts;
  facts.headline = plain(string_of(*article, "headline"));
  facts.name = plain(string_of(*article, "name"));
  std::vector<std::string> others;
  for (const std::string_view key : {"author", "creator"}) {
    element author;
    if (facts.byline.empty() && article->at_key(key).get(author) == simdjson::SUCCESS) {
      read_author(things, author, facts.byline, others, 0);
    }
  }
  if (facts.byline.empty()) facts.byline = others;
  for (const std::string_view key : {"datePublished", "dateCreated"}) {
    const std::string_view day = string_of(*article, key);
    if (!facts.published) facts.published = parse_iso(day);
    if (!facts.published) facts.published = find_day(day);
  }
  facts.url = address_of(*article);
  facts.publisher = name_of(things, *article, "publisher");
  facts.description = plain(string_of(*article, "description"));
  facts.language = std::string(string_of(*article, "inLanguage"));
  facts.body = std::string(string_of(*article, "articleBody"));
  if (facts.body.empty()) facts.body = updates_of(*article);
  return facts;
}

}  // namespace onrecord

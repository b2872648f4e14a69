// read_articles PATH...: what `read` makes of its paths, one JSON Lines record an article, which `onrecord add` takes
// in turn. For measuring the reader and for looking at what it finds; refusals go to standard error.
#include <boost/json.hpp>
#include <iostream>
#include <string>

#include "read/read.h"

namespace {

boost::json::array spans(const std::vector<onrecord::Span>& list) {
  boost::json::array out;
  for (const onrecord::Span span : list) out.push_back({{"begin", span.begin}, {"end", span.end}});
  return out;
}

boost::json::value span(const std::optional<onrecord::Span>& one) {
  if (!one) return nullptr;
  return {{"begin", one->begin}, {"end", one->end}};
}

boost::json::value text(const std::optional<std::string>& one) {
  if (!one) return nullptr;
  return boost::json::string(*one);
}

boost::json::object record(const onrecord::Article& article) {
  boost::json::object out;
  out["path"] = article.path;
  out["id"] = article.id;
  out["url"] = text(article.url);
  out["outlet"] = text(article.outlet);
  out["published"] = article.published ? boost::json::value(onrecord::to_iso(*article.published)) : nullptr;
  out["title"] = article.title;
  out["byline"] = boost::json::array(article.byline.begin(), article.byline.end());
  out["language"] = article.language;
  out["headline"] = span(article.headline);
  out["standfirst"] = span(article.standfirst);
  out["dateline"] = span(article.dateline);
  out["asides"] = spans(article.asides);
  out["text"] = article.text;
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  bool refused = false;
  for (int i = 1; i < argc; ++i) {
    onrecord::read(argv[i], {}, [&](onrecord::Result<onrecord::Article>&& article) {
      if (article) {
        std::cout << boost::json::serialize(record(*article)) << '\n';
      } else {
        refused = true;
        std::cerr << onrecord::to_line(article.error()) << '\n';
      }
    });
  }
  return refused ? 1 : 0;
}

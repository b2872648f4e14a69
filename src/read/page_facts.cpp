#include "read/page_facts.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "read/byline.h"
#include "read/entities.h"
#include "read/lines.h"
#include "read/written_date.h"
#include "text/text.h"

namespace onrecord {

namespace {

// What the first of `names` that the page's meta data holds says.
std::string meta(const PageTree& tree, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const MetaTag& tag : tree.metas) {
      if (tag.name != name) continue;
      if (std::string content = plain(tag.content); !content.empty()) return content;
    }
  }
  return {};
}

// Inside what belongs to other articles, to readers or to the whole site.
bool is_beside(const PageTree& tree, const Element& element) {
  constexpr auto marks = std::to_array<std::string_view>({"comment", "related", "teaser", "sidebar", "recommend",
                                                          "promo", "most-read", "trending", "latest-", "more-from"});
  for (const Element* at = &element; at != &tree.elements.front(); at = &tree.elements[at->parent]) {
    if (at->name == "aside" || at->name == "nav" || at->name == "footer") return true;
    if (at->name == "article" || at->name == "main" || at->name == "body")
      continue;  // "article comments-open" is all of it
    if (std::ranges::any_of(marks,
                            [&](std::string_view mark) { return at->hints.find(mark) != std::string_view::npos; }))
      return true;
  }
  return false;
}

// The site's own name at its head: called so, or a link to the site's first page.
bool is_logo(const PageTree& tree, std::uint32_t heading) {
  constexpr int above = 3;
  std::uint32_t at = heading;
  for (int up = 0; up < above; ++up) {
    const std::string_view hints = tree.elements[at].hints;
    for (const std::string_view mark : {"logo", "site-title", "site-name", "sitename", "site_title", "brand"}) {
      if (hints.find(mark) != std::string_view::npos) return true;
    }
    at = tree.elements[at].parent;
  }
  const auto leads_home = [&](const Element& element) {
    if (element.name != "a") return false;
    std::string_view href = element.href;
    if (const std::size_t scheme = href.find("://"); scheme != std::string_view::npos) {
      const std::size_t slash = href.find('/', scheme + 3);
      href = slash == std::string_view::npos ? "/" : href.substr(slash);
    }
    return href == "/";
  };
  for (std::uint32_t i = heading; i < tree.elements[heading].end; ++i) {
    if (leads_home(tree.elements[i])) return true;
  }
  return leads_home(tree.elements[tree.elements[heading].parent]);
}

std::string first_heading(const PageTree& tree) {
  bool logo = false;
  for (std::uint32_t i = 0; i < tree.elements.size(); ++i) {
    const Element& element = tree.elements[i];
    if (element.name != "h1" || element.hidden) continue;
    if (is_logo(tree, i)) {
      logo = true;
    } else if (std::string text = one_line(tree.text_of(element)); words_of(text).size() >= 2) {
      return text;
    }
  }
  // Where the first rank is the site's, the article's heading has the second.
  constexpr std::size_t longest = 400;
  constexpr int most = 500;
  int looked = 0;
  for (const Element& element : tree.elements) {
    const bool heading = element.name == "h2" || element.name == "h3" || element.name == "h4";
    const bool called = element.itemprop == "headline" || element.hints.find("headline") != std::string_view::npos ||
                        element.hints.find("entry-title") != std::string_view::npos;
    if (!heading || element.hidden || !(called || (logo && element.name == "h2"))) continue;
    if (element.text.size() > longest || ++looked > most || is_beside(tree, element)) continue;
    if (std::string text = one_line(tree.text_of(element)); words_of(text).size() >= 3) return text;
  }
  return {};
}

// "Bridge Is Late | Sundvik Post" without the outlet: cut at the last mark where what stands before it is a title by
// itself.
std::string without_outlet(std::string title, const std::string& outlet, const std::string& heading) {
  // The heading that readers see is the page's title without additions, where it begins that title.
  if (!heading.empty() && title.size() > heading.size() && title.starts_with(heading)) return heading;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " • ", " » ", " · "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string_view tail = std::string_view(title).substr(at + mark.size());
    const bool names_outlet = !outlet.empty() && lower(tail).find(lower(outlet)) != std::string::npos;
    const bool bar = mark == " | " || mark == " :: " || mark == " » ";
    if (names_outlet ||
        (bar && words_of(std::string_view(title).substr(0, at)).size() >= 3 && words_of(tail).size() <= 5)) {
      title.resize(at);
      return title;
    }
  }
  return title;
}

std::string title_of(const PageTree& tree, const StructuredFacts& structured, const std::string& outlet) {
  const std::string heading = first_heading(tree);
  // An encyclopedia gives a description for headline; what readers see above the text is the article's name.
  if (!structured.name.empty() && structured.name == heading) return heading;
  if (!structured.headline.empty()) return without_outlet(structured.headline, outlet, heading);
  const std::string given = meta(tree, {"og:title", "dc.title", "dcterm:title", "twitter:title", "parsely-title",
                                        "sailthru.title", "title", "itemprop:headline"});
  if (!given.empty()) return without_outlet(given, outlet, heading);
  if (!tree.title.empty()) return without_outlet(plain(tree.title), outlet, heading);
  return heading;
}

// Names in what readers see as the byline: an element that says it is the author's.
std::vector<std::string> visible_byline(const PageTree& tree) {
  constexpr std::size_t longest = 200;
  constexpr int most = 500;  // elements looked into
  int looked = 0;
  std::vector<std::string> names;
  const auto take = [&](std::string_view text) {
    if (text.size() > 4 * longest || ++looked > most) return;
    std::string line = one_line(text);
    if (line.empty() || line.size() > longest) return;
    if (const auto known = byline_line(line)) {
      for (const std::string& name : *known) add_name(names, name);
      return;
    }
    for (const std::string& name : parse_byline(line)) {
      if (looks_like_name(name)) add_name(names, name);
    }
  };
  const auto take_all = [&](const auto& is_author) {
    for (const Element& element : tree.elements) {
      if (names.empty() && !element.hidden && is_author(element)) take(tree.text_of(element));
    }
  };
  // Authors named far from the first ones are those of other articles.
  constexpr std::size_t reach = 60;  // elements
  std::size_t last = tree.elements.size();
  for (std::size_t i = 0; i < tree.elements.size() && names.size() < 10; ++i) {
    const Element& element = tree.elements[i];
    if (element.rel != "author" && element.itemprop != "author") continue;
    if (!names.empty() && i > last + reach) break;
    take(tree.text_of(element));
    last = i;
  }
  const auto hints_hold = [](std::string_view word) {
    return [word](const Element& element) { return element.hints.find(word) != std::string_view::npos; };
  };
  take_all(hints_hold("byline"));
  take_all(hints_hold("author-name"));
  take_all(hints_hold("author"));
  // A line of the page that has a byline's form: "By Ada Lund".
  const auto heading = std::ranges::find_if(
      tree.elements, [](const Element& element) { return element.name == "h1" && !element.hidden; });
  constexpr std::size_t above = 5;  // blocks around the heading
  constexpr std::size_t below = 20;
  const std::size_t at = heading == tree.elements.end() ? 0 : heading->blocks.begin;
  for (std::size_t i = at > above ? at - above : 0; i < tree.blocks.size() && i < at + below && names.empty(); ++i) {
    if (const auto line = byline_line(tree.text_of(tree.blocks[i]))) names = *line;
  }
  return names;
}

// True where all that a byline names is the outlet itself.
bool only_outlet(const std::vector<std::string>& names, const std::string& outlet) {
  return names.size() == 1 && !outlet.empty() && lower(names[0]) == lower(outlet);
}

std::vector<std::string> meta_byline(const PageTree& tree) {
  constexpr auto keys = std::to_array<std::string_view>(
      {"author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc.contributor",
       "parsely-author", "sailthru.author", "byl", "byline", "cxenseparse:author", "itemprop:author"});
  for (const std::string_view key : keys) {
    std::vector<std::string> names;
    for (const MetaTag& tag : tree.metas) {
      if (tag.name != key) continue;
      for (const std::string& name : parse_byline(plain(tag.content))) add_name(names, name);
    }
    if (!names.empty()) return names;
  }
  return {};
}

// The first that names people; the outlet as its own author only where no one else is named.
std::vector<std::string> byline_of(const PageTree& tree, const StructuredFacts& structured, const std::string& outlet) {
  if (!structured.byline.empty() && !only_outlet(structured.byline, outlet)) return structured.byline;
  std::vector<std::string> names = meta_byline(tree);
  if (!names.empty() && !only_outlet(names, outlet)) return names;
  if (std::vector<std::string> visible = visible_byline(tree); !visible.empty()) return visible;
  return structured.byline.empty() ? names : structured.byline;
}

std::optional<Date> day_in(std::string_view text) {
  if (const auto day = parse_iso(text); day && day->day != 0) return day;
  return find_day(text);
}

// "/2031/05/15/" or "/2031-05-15-" in an address.
std::optional<Date> day_in_address(std::string_view url) {
  for (std::size_t i = 0; i + 11 <= url.size(); ++i) {
    if (url[i] != '/' || !is_ascii_digit(url[i + 1])) continue;
    std::string day(url.substr(i + 1, 10));
    if ((day[4] != '/' && day[4] != '-') || day[4] != day[7]) continue;
    std::ranges::replace(day, '/', '-');
    if (const auto date = parse_iso(day); date && date->day != 0) return date;
  }
  return std::nullopt;
}

// "Updated May 16": when the page was changed, which is not when it was published.
bool tells_change(const PageTree& tree, const Element& element) {
  constexpr auto marks =
      std::to_array<std::string_view>({"updated", "modified", "revised", "last update", "corrected"});
  const auto holds_mark = [&](std::string_view text) {
    return std::ranges::any_of(marks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
  };
  if (element.itemprop == "datepublished") return false;
  if (element.itemprop == "datemodified" || holds_mark(element.hints)) return true;
  constexpr std::size_t before = 40;
  std::size_t begin = element.text.begin - std::min<std::size_t>(element.text.begin, before);
  while (begin < element.text.begin && (static_cast<unsigned char>(tree.text[begin]) & 0xc0) == 0x80) ++begin;
  // The words right before the day, in the same block: behind the last other day or mark of a sentence.
  std::string words = lower_ascii(std::string_view(tree.text).substr(begin, element.text.begin - begin));
  if (const std::size_t line = words.find_last_of("\n.|•·0123456789"); line != std::string::npos)
    words.erase(0, line + 1);
  return holds_mark(words) || holds_mark(lower_ascii(tree.text_of(element)).substr(0, before));
}

std::optional<Date> visible_day(const PageTree& tree) {
  constexpr int most = 2000;  // places that tell a day and are looked at more closely
  int looked = 0;
  const auto of_page = [&](const Element& element) {
    return ++looked <= most && !tells_change(tree, element) && !is_beside(tree, element);
  };
  std::optional<Date> first;
  for (const Element& element : tree.elements) {
    const bool tells = element.name == "time" || element.itemprop == "datepublished";
    if (!tells) continue;
    auto day = day_in(element.datetime);
    if (!day) day = day_in(one_line(tree.text_of(element)));
    if (!day || !of_page(element)) continue;
    const bool of_article = element.itemprop == "datepublished" ||
                            element.hints.find("publish") != std::string_view::npos ||
                            element.hints.find("entry-date") != std::string_view::npos;
    if (of_article) return day;
    if (!first) first = day;
  }
  if (first) return first;
  constexpr std::size_t longest = 120;
  for (const Block& block : tree.blocks) {
    const std::string_view line = tree.text_of(block);
    if (line.size() > longest) continue;
    const Element& element = tree.elements[block.element];
    std::optional<Date> day;
    if (const auto stated = day_line(line)) {
      day = stated->published;
    } else if (element.hints.find("date") != std::string_view::npos ||
               element.hints.find("time") != std::string_view::npos) {
      day = find_day(line);
    }
    if (day && of_page(element)) return day;
  }
  return std::nullopt;
}

std::optional<Date> day_of(const PageTree& tree, const StructuredFacts& structured, const std::string& url) {
  if (structured.published) return structured.published;
  constexpr auto keys = std::to_array<std::string_view>({"article:published_time",
                                                         "og:article:published_time",
                                                         "og:published_time",
                                                         "itemprop:datepublished",
                                                         "datepublished",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "pubdate",
                                                         "publishdate",
                                                         "publish-date",
                                                         "publish_date",
                                                         "publication_date",
                                                         "article.published",
                                                         "dc.date.issued",
                                                         "dcterms.created",
                                                         "dc.date",
                                                         "dcterms.date",
                                                         "date",
                                                         "cxenseparse:recs:publishtime",
                                                         "article:published",
                                                         "dc.date.created",
                                                         "rnews:datepublished"});
  for (const std::string_view key : keys) {
    for (const MetaTag& tag : tree.metas) {
      if (tag.name != key) continue;
      if (const auto day = day_in(tag.content)) return day;
    }
  }
  if (const auto day = visible_day(tree)) return day;
  return day_in_address(url);
}

std::string address_of(const PageTree& tree, const StructuredFacts& structured) {
  for (const std::string& url : {meta(tree, {"link:canonical"}), meta(tree, {"og:url"}), structured.url}) {
    if (url.starts_with("http://") || url.starts_with("https://")) return url;
  }
  return {};
}

// "en_GB" and "en-GB" alike as "en-GB".
std::string language_of(const PageTree& tree, const StructuredFacts& structured) {
  for (std::string language :
       {std::string(tree.language), meta(tree, {"og:locale", "content-language", "dc.language", "language"}),
        structured.language}) {
    std::ranges::replace(language, '_', '-');
    const bool tag = language.size() >= 2 && language.size() <= 12 && std::ranges::all_of(language, [](char c) {
                       return is_ascii_lower(lower_ascii(c)) || is_ascii_digit(c) || c == '-';
                     });
    if (tag) return language;
  }
  return "en";
}

}  // namespace

PageFacts read_facts(const PageTree& tree, const StructuredFacts& structured) {
  PageFacts facts;
  std::string outlet = structured.publisher;
  if (outlet.empty())
    outlet = meta(tree, {"og:site_name", "application-name", "dc.publisher", "publisher", "itemprop:publisher"});
  facts.title = title_of(tree, structured, outlet);
  facts.heading = first_heading(tree);
  for (const Element& element : tree.elements) {
    if (!facts.heading.empty()) break;
    if (element.name == "h1" && !element.hidden && element.text.size() < 100)
      facts.heading = one_line(tree.text_of(element));
  }
  facts.byline = byline_of(tree, structured, outlet);
  const std::string url = address_of(tree, structured);
  facts.published = day_of(tree, structured, url);
  if (!outlet.empty() && outlet.find("://") == std::string::npos) facts.outlet = outlet;
  if (!url.empty()) facts.url = url;
  facts.language = language_of(tree, structured);
  facts.description = structured.description;
  if (facts.description.empty())
    facts.description = meta(tree, {"og:description", "description", "twitter:description"});
  return facts;
}

}  // namespace onrecord

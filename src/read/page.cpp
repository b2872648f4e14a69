#include "read/page.h"

#include <optional>
#include <string>
#include <utility>

#include "read/byline.h"
#include "read/charset.h"
#include "read/entities.h"
#include "read/lines.h"
#include "read/main_text.h"
#include "read/markup.h"
#include "read/no_article.h"
#include "read/page_facts.h"
#include "read/page_tree.h"
#include "read/structure.h"
#include "read/structured.h"

namespace onrecord {

namespace {

// The text that a page's JSON-LD carries whole, a line a paragraph as it stands there.
std::string paragraphs_of(const std::string& body) {
  std::string text;
  for (const Span line : first_lines(body, body.size())) {
    if (!text.empty()) text.append("\n\n");
    text.append(plain(slice(body, line)));
  }
  return text;
}

// True where the page shows no more than a part of the text that it carries beside it: behind a paywall, or to be put
// up by a script.
bool shows_a_part(const std::string& shown, const std::string& carried) {
  return carried.size() > 2 * shown.size() + 300;
}

}  // namespace

Result<Article> read_page(std::string_view bytes, const std::string& name, const ReadOptions& options,
                          std::optional<Error>& note) {
  const Decoded decoded = decode_page(bytes);
  const Markup markup = clean_markup(decoded.text);
  const PageTree tree = make_tree(markup);
  const StructuredFacts structured = read_structured(markup.structured);
  PageFacts facts = read_facts(tree, structured);
  MainText main = find_main_text(tree, facts);
  if (shows_a_part(main.text, structured.body)) main = {paragraphs_of(structured.body), std::nullopt, {}};
  if (trimmed(main.text).empty()) {
    return tl::unexpected(Error{name, 0, "holds no article text", "give the article's own page"});
  }
  const bool says_of_itself = structured.published || !structured.byline.empty();
  if (const auto what = tells_no_article(facts.title, facts.heading, main.text); what && !says_of_itself)
    return tl::unexpected(Error{name, 0, std::string(*what), "give the article's own page, as a browser saves it"});
  // A page that names only its outlet as the author may still be signed.
  const bool signed_by_outlet = facts.byline.empty() || (facts.byline.size() == 1 && facts.outlet == facts.byline[0]);
  if (signed_by_outlet && !main.signature.empty()) facts.byline = parse_byline(main.signature);
  if (markup.cut)
    note = Error{name, 0, "was read in part: it holds more markup than any article's page",
                 "give the article's own page", Lost::part};
  Article article;
  article.path = name;
  article.url = std::move(facts.url);
  article.title = std::move(facts.title);
  article.byline = std::move(facts.byline);
  article.outlet = std::move(facts.outlet);
  article.published = facts.published ? facts.published : options.published;
  article.language = std::move(facts.language);
  article.text = std::move(main.text);
  find_structure(article, TextKind::body);
  if (main.standfirst && !article.standfirst) article.standfirst = main.standfirst;
  article.id = identity(article);
  return article;
}

}  // namespace onrecord

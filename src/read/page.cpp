#include "read/page.h"

#include <utility>

#include "read/charset.h"
#include "read/lines.h"
#include "read/main_text.h"
#include "read/markup.h"
#include "read/page_facts.h"
#include "read/page_tree.h"
#include "read/structure.h"
#include "read/structured.h"

namespace onrecord {

Result<Article> read_page(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  const Decoded decoded = decode_page(bytes);
  const Markup markup = clean_markup(decoded.text);
  const PageTree tree = make_tree(markup);
  const StructuredFacts structured = read_structured(markup.structured);
  PageFacts facts = read_facts(tree, structured);
  MainText main = find_main_text(tree, facts);
  if (trimmed(main.text).empty()) {
    return tl::unexpected(Error{name, 0, "holds no article text", "give the article's own page"});
  }
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

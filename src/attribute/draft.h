// One statement in the making, while its spans are still being fitted. Inside `attribute` only.
#pragma once

#include <string_view>
#include <vector>

#include "onrecord/article.h"
#include "onrecord/segments.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord {

// How far back the quotation around a place is looked for: nobody quotes that many inside one, and the time stays
// linear.
inline constexpr int most_inner_quotes = 256;

// The attributions that tags and links make, each still without form, act and nesting; spans as tagged. A content
// belongs to the head that is surest of it, a source to every head that links to it. What has neither a content nor a
// cue that declines to speak is left out.
Statements gather(const Article& article, const Tags& tags);

// `spans` trimmed of white space, sorted, without overlap, with those that only white space parts made one.
std::vector<Span> fitted(std::string_view text, std::vector<Span> spans);

// `spans` without the bytes of `hole`, fitted. What is left over in commas alone goes too.
std::vector<Span> without(std::string_view text, const std::vector<Span>& spans, Span hole);

// Cue, source and content fitted to each other and to the quotation marks: whole quotations take their marks along, and
// content is broken around a cue or source inside it.
void fit(const Article& article, const Segments& segments, Statement& statement);

// Moves the border between a cue and the content behind it where the cue's verb shows that it was drawn wrongly:
// "appeared | to walk back his comments", "calls the plan | a mistake".
void fit_cue(const Article& article, const Segments& segments, Statement& statement);

// Cuts a source that runs over paragraphs to its part in the paragraph nearest the cue: a caption or a heading is none
// of it.
void fit_to_paragraph(const Article& article, const Segments& segments, Statement& statement);

// Takes what tells how a source speaks into it: "officials | speaking to the media | insisted".
void fit_source(const Article& article, const Segments& segments, Statement& statement);

// Drops content fragments in sentences without the cue that are in no quotation, where the cue's own sentence holds
// content: a sentence without marks and without a cue is attributed to nobody.
void drop_strays(const Article& article, const Segments& segments, Statement& statement);

// Gives a quotation that a cue of another sentence took back to the one that stands in its own sentence with a source
// and has nothing else there: “We have the money,” Ada Lund told the paper. / “You cannot build on sand,” Berg said.
void return_quotations(const Article& article, const Segments& segments, Statements& statements);

// Adds to statements the quotations that go on with theirs: left open over paragraphs, or following in a sentence of
// their own ("…,” she said. “…”).
void continue_quotes(const Article& article, const Segments& segments, Statements& statements);

// Sets `within` to the innermost statement in whose content a statement's cue stands.
void nest(Statements& statements);

// Sets `quotes` and `form`; `within` must be set.
void set_form(const Article& article, const Segments& segments, const Statements& all, Statement& statement);

// Sets `act` and `polarity` from the cue and the first words of the content.
void set_act(const Article& article, const Segments& segments, Statement& statement);

// The range of tokens that lie wholly in `span`.
Range tokens_in(const Segments& segments, Span span);

// The first byte of any span of it.
std::uint32_t first_byte(const Statement& statement);

}  // namespace onrecord

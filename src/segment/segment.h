// `segment`: paragraphs, sentences, tokens and quotation marks of an article, as byte ranges only.
#pragma once

#include "onrecord/article.h"
#include "onrecord/segments.h"

namespace onrecord {

// Pure; linear in the length of the text; any valid UTF-8 will do.
Segments segment(const Article& article);

}  // namespace onrecord

// Pages that stand where an article was looked for: errors, questions for consent, tests whether a person reads.
#pragma once

#include <optional>
#include <string_view>

namespace onrecord {

// What such a page is, "says that it was not found", told by its title, its first heading and a main text of few words;
// nothing for an article. Static storage.
std::optional<std::string_view> tells_no_article(std::string_view title, std::string_view heading,
                                                 std::string_view text);

}  // namespace onrecord

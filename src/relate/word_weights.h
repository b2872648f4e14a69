// How much a word tells: rare words tie two reports, frequent ones hardly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::relating {

// ln(articles / articles that hold the stem) over English news of 2015-19, for the 4,096 most frequent stems; one
// number for all others. word_weights.inc is made by train/utterances/word_weights.py. Pure.
double word_weight(std::string_view stem);

double total_weight(const std::vector<std::string>& stems);

// The `most` rarest pairs of telling stems that stand side by side in `words` (plain_words) but for function words,
// each as "one other" in the order of the alphabet; none of two frequent words.
std::vector<std::string> rare_pairs(const std::vector<std::string>& words, std::size_t most);

}  // namespace onrecord::relating

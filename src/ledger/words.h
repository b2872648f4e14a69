// The words that a statement's spans stand for: what people read and what other articles' statements are compared with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/record_reader.h"
#include "relate/across.h"

namespace onrecord::ledger {

// The spans' bytes with `between` between them.
std::string joined(std::string_view text, const std::vector<Span>& spans, std::string_view between);

// The paragraphs (lines) that `spans` lie in, cut at blanks to about `context` bytes before the first and behind the
// last.
Span passage(std::string_view text, const std::vector<Span>& spans, std::uint32_t context);

// A statement as relate/across.h compares it. A function of its article alone.
Report report_of(const StoredRecord& stored, std::size_t index);

// The relation of the record that ActSeen number `act` of that statement's report was made from.
const Relation& relation_of_act(const StoredRecord& stored, std::size_t index, std::uint32_t act);

}  // namespace onrecord::ledger

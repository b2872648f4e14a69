// The ledger as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation a statement, on the page
// that it stands on.
#pragma once

#include <string>

#include "ledger/ledger.h"

namespace onrecord {

// An AnnotationPage is head, items and tail; `first` is true until an item was written.
std::string annotations_head();
void append_annotations(std::string& out, const LedgerRecord& record, bool& first);
std::string annotations_tail();

}  // namespace onrecord

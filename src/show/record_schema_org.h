// The ledger as schema.org JSON-LD: articles, and in them what was said as Quotation (word for word) or Claim (told in
// the reporter's words). What somebody only thought, declined to say or did not say is left out: schema.org has no word
// for it, and a Claim would state the contrary.
#pragma once

#include <string>

#include "ledger/ledger.h"

namespace onrecord {

// A graph is head, nodes and tail; `first` is true until a node was written.
std::string schema_org_head();
void append_schema_org(std::string& out, const LedgerRecord& record, bool& first);
std::string schema_org_tail();

}  // namespace onrecord

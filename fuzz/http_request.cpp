// Any bytes as what a browser's connection sends: parsed by the server's own parser and limits, then answered by the
// page's service over a small ledger. Whatever comes, the answer is one of the known kinds, hardened, and JSON where it
// says so.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ledger/made_record.h"
#include "show/http/parsing.h"
#include "small_service.h"

namespace {

using namespace onrecord;

Service& service() {
  static const std::unique_ptr<Service> made = [] {
    ledger::MadeRecord record(
        "Ada Lund, a minister, said “the bridge opens in May.” It was a mistake, she said later.");
    record.published("2031-05-11").outlet("Radio Fjord");
    const auto ada = record.speaker("Ada Lund", SpeakerKind::person, "minister");
    const auto promise = record.says(ada, "“the bridge opens in May.”", "said");
    record.relates(RelationType::retracts, record.says(ada, "It was a mistake", "she said"), promise, "mistake");
    return service_over(record.done(), "http");
  }();
  return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ParsedRequest parsed = parse_request({reinterpret_cast<const char*>(data), size}, 16 * 1024, 64 * 1024);
  if (!parsed.whole) return 0;
  const Response response = service().answer(parsed.request);
  if (response.status < 200 || response.status > 599 || response.type.empty()) std::abort();
  // No field of a response may carry what would begin another one.
  if (response.type.find_first_of("\r\n") != std::string::npos ||
      response.etag.find_first_of("\r\n") != std::string::npos)
    std::abort();
  check_json(response);
  return 0;
}

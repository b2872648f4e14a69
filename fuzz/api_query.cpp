// Any bytes as the target of a request: taken apart by the query parser, and asked of the page's service. Nothing that
// a query says is an error of the program (500), and an answer in JSON is JSON.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ledger/made_record.h"
#include "small_service.h"
#include "text/text.h"

namespace {

using namespace onrecord;

Service& service() {
  static const std::unique_ptr<Service> made = [] {
    ledger::MadeRecord record("Åse Lund said “the bridge opens in May.” Officials said nothing.");
    record.published("2031-05-11").outlet("Radio Fjord");
    record.says(record.speaker("Åse Lund"), "“the bridge opens in May.”", "said");
    record.says(record.speaker("Officials", SpeakerKind::unnamed), "nothing", "said");
    return service_over(record.done(), "query");
  }();
  return *made;
}

void ask(const std::string& target) {
  Target taken;
  if (parse_target(target, taken)) {
    for (const std::string& segment : taken.path) {
      if (segment.empty() || first_invalid_utf8(segment) != segment.size()) std::abort();
    }
    for (const auto& [name, value] : taken.query) {
      if (first_invalid_utf8(name) != name.size() || first_invalid_utf8(value) != value.size()) std::abort();
    }
  }
  Request request;
  request.target = target;
  request.host = "localhost";
  const Response response = service().answer(request);
  if (response.status == 500) std::abort();
  check_json(response);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  ask(bytes);
  ask("/api/v1/search?" + bytes);
  ask("/api/v1/speakers/" + bytes);
  return 0;
}

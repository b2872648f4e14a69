// `onrecord export`: the whole ledger in canonical order.
#include "show/asking.h"
#include "show/commands.h"
#include "show/record_csv.h"
#include "show/record_json.h"

namespace onrecord {

int export_ledger(const ExportChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  if (choices.format == ExportFormat::csv) console.out.write(csv_header());
  const auto written = ledger->each_record([&](const LedgerRecord& record) {
    std::string out;
    if (choices.format == ExportFormat::csv) {
      append_csv(out, record);
    } else {
      append_json(out, record);
      out.push_back('\n');
    }
    console.out.write(out);
    return !console.out.closed();
  });
  if (!written) return refuse(written.error(), console);
  return 0;
}

}  // namespace onrecord

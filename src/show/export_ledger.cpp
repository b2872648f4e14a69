// `onrecord export`: the whole ledger in canonical order.
#include "show/asking.h"
#include "show/commands.h"
#include "show/record_annotations.h"
#include "show/record_csv.h"
#include "show/record_json.h"
#include "show/record_schema_org.h"

namespace onrecord {

namespace {

std::string head_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv:
      return csv_header();
    case ExportFormat::annotations:
      return annotations_head();
    case ExportFormat::schema_org:
      return schema_org_head();
    case ExportFormat::jsonl:
    case ExportFormat::rows:
      break;
  }
  return {};
}

void append(ExportFormat format, std::string& out, const LedgerRecord& record, bool& first) {
  switch (format) {
    case ExportFormat::csv:
      append_csv(out, record);
      return;
    case ExportFormat::rows:
      append_json_rows(out, record);
      return;
    case ExportFormat::annotations:
      append_annotations(out, record, first);
      return;
    case ExportFormat::schema_org:
      append_schema_org(out, record, first);
      return;
    case ExportFormat::jsonl:
      append_json(out, record);
      out.push_back('\n');
      return;
  }
}

std::string tail_of(ExportFormat format) {
  if (format == ExportFormat::annotations) return annotations_tail();
  if (format == ExportFormat::schema_org) return schema_org_tail();
  return {};
}

}  // namespace

int export_ledger(const ExportChoices& choices, Console& console) {
  const auto ledger = LedgerReader::open(choices.ledger);
  if (!ledger) return refuse(ledger.error(), console);
  console.out.write(head_of(choices.format));
  bool first = true;
  const auto written = ledger->each_record([&](const LedgerRecord& record) {
    std::string out;
    append(choices.format, out, record, first);
    console.out.write(out);
    return !console.out.closed();
  });
  // Without its tail a document is plainly broken off, as it is.
  if (!written) return refuse(written.error(), console);
  console.out.write(tail_of(choices.format));
  return 0;
}

}  // namespace onrecord

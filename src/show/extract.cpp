#include <utility>

#include "show/commands.h"
#include "show/picture.h"
#include "show/reading.h"
#include "show/record_json.h"

namespace onrecord {

namespace {

int extract_json(const ExtractChoices& choices, Console& console, RunAccount& account) {
  std::string line;
  return read_records(choices.reading, console, account, [&](Record&& record) {
    line.clear();
    append_json(line, record);
    line.push_back('\n');
    console.out.write(line);
    return console.out.closed() ? Continue::no : Continue::yes;
  });
}

int extract_pictures(const ExtractChoices& choices, Console& console, RunAccount& account) {
  Page page(console);
  draw_legend(page);
  bool first = true;
  return read_records(choices.reading, console, account, [&](Record&& record) {
    if (!first) page.blank();
    first = false;
    draw(page, record);
    console.out.flush();
    return console.out.closed() ? Continue::no : Continue::yes;
  });
}

}  // namespace

int extract(const ExtractChoices& choices, Console& console) {
  RunAccount account;
  const int status = choices.presentation == Presentation::picture ? extract_pictures(choices, console, account)
                                                                   : extract_json(choices, console, account);
  tell(account, console);
  return status;
}

}  // namespace onrecord

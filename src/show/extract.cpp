#include "show/extract.h"

#include <utility>

#include "show/reading.h"
#include "show/record_json.h"

namespace onrecord {

int extract(const ExtractChoices& choices, Console& console) {
  std::string line;
  return read_records(choices.reading, console, [&](Record&& record) {
    line.clear();
    append_json(line, record);
    line.push_back('\n');
    console.out.write(line);
    return console.out.closed() ? Continue::no : Continue::yes;
  });
}

}  // namespace onrecord

// dump_bearers LEDGER < PAIRS: how alike two bearers of names are, as the program sees it. A line of PAIRS has two rows
// of `speaker`; a line of the output has their bearer_likeness(), the words of both names left out.
#include <cstdint>
#include <iostream>

#include "ledger/bearers.h"

int main(int count, char** arguments) {
  using namespace onrecord::ledger;
  if (count != 2) {
    std::cerr << "usage: dump_bearers LEDGER < PAIRS\n";
    return 2;
  }
  try {
    const Database database(arguments[1], Access::read);
    Query name = database.query("SELECT name_key FROM speaker WHERE number = ?");
    for (std::int64_t a = 0, b = 0; std::cin >> a >> b;) {
      std::vector<std::string> names;
      for (const std::int64_t row : {a, b}) {
        name.bind(row);
        if (name.step()) names.emplace_back(name.text(0));
        name.reset();
      }
      for (const double value : bearer_likeness(bearer_of(database, a, names), bearer_of(database, b, names)))
        std::cout << value << ' ';
      std::cout << '\n';
    }
  } catch (const Failure& failure) {
    std::cerr << failure.error.what << '\n';
    return 1;
  }
  return 0;
}

// Forms of one person's name: which part is the last name, whether two forms may be one person's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::resolving {

// The last word of a name that is no suffix ("jr"); empty where there is none. The parts are in lower case.
std::string_view surname(const std::vector<std::string>& parts);

// True where two names of several words may be one person's: surnames agree, first names agree or are short for each
// other.
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b);

// "sweeny" for "sweeney", "keidis" for "kiedis": a letter too many or two that have changed places, behind the first.
bool one_slip(std::string_view a, std::string_view b);

}  // namespace onrecord::resolving

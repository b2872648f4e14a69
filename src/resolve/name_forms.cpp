#include "resolve/name_forms.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace onrecord::resolving {

namespace {

bool is_suffix(std::string_view word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

std::string_view suffix(const std::vector<std::string>& parts) {
  return !parts.empty() && is_suffix(parts.back()) ? std::string_view(parts.back()) : std::string_view();
}

bool is_initial_of(std::string_view initial, std::string_view name) {
  return initial.size() == 1 && !name.empty() && name[0] == initial[0];
}

// "Hilary" for "Hillary": the one has a letter twice where the other has it once.
bool doubles_a_letter(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() != b.size() + 1 || b.size() < 5) return false;
  const auto differ = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return differ > 0 && a[differ] == a[differ - 1] && a.substr(differ + 1) == b.substr(differ);
}

bool same_first_name(std::string_view a, std::string_view b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a) || formal_name(a) == formal_name(b) ||
         doubles_a_letter(a, b);
}

}  // namespace

std::string_view surname(const std::vector<std::string>& parts) {
  for (std::size_t i = parts.size(); i > 0; --i) {
    if (!is_suffix(parts[i - 1]) && parts[i - 1] != ",") return parts[i - 1];
  }
  return {};
}

bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (surname(a) != surname(b) || suffix(a) != suffix(b)) return false;
  if (same_first_name(a.front(), b.front())) return true;
  // "J. Edgar Lund" and "Edgar Lund"; "Rodham Clinton" within "Hillary Rodham Clinton"
  const auto& longer = a.size() >= b.size() ? a : b;
  const auto& shorter = a.size() >= b.size() ? b : a;
  return longer.size() > shorter.size() && shorter.size() >= 2 &&
         std::ranges::find(longer, shorter.front()) != longer.end();
}

bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < 5 || a.size() > b.size() + 1 || a == b) return false;
  if (a.size() > b.size() && a.starts_with(b) && a.back() == 's') return false;  // "the Lunds"
  const auto differ = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  if (a.size() > b.size()) return differ > 0 && a.substr(differ + 1) == b.substr(differ);
  return differ > 0 && differ + 1 < a.size() && a[differ] == b[differ + 1] && a[differ + 1] == b[differ] &&
         a.substr(differ + 2) == b.substr(differ + 2);
}

}  // namespace onrecord::resolving

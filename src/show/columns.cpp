#include "show/columns.h"

#include <unicode/uchar.h>

#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::string_view replacement = "\uFFFD";

bool turns_direction(char32_t c) {
  return c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

Cell cell_of(CodePoint c, Span bytes) {
  if (c.value >= 0x20 && c.value < 0x7f) return {bytes, 1, c.value == ' ', false};
  if (c.value == '\n' || c.value == '\t' || c.value == '\r') return {bytes, 1, true, false};
  if (c.value < 0x20 || (c.value >= 0x7f && c.value < 0xa0) || turns_direction(c.value)) return {bytes, 1, false, true};
  const auto point = static_cast<UChar32>(c.value);
  const auto category = U_GET_GC_MASK(point);
  if ((category & (U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0) return {bytes, 1, true, false};
  if (c.value == 0xad || (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0)
    return {bytes, 0, false, false};
  const int east = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  const bool breaks = is_space(c.value) && c.value != 0xa0 && c.value != 0x202f;  // but not at no-break spaces
  return {bytes, static_cast<std::uint8_t>(east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1), breaks, false};
}

// Where the line that begins at `begin` ends, and where the next one begins.
struct Break {
  std::uint32_t end;
  std::uint32_t next;
};

Break break_line(const std::vector<Cell>& cells, std::uint32_t begin, unsigned width) {
  const auto size = static_cast<std::uint32_t>(cells.size());
  unsigned used = 0;
  std::uint32_t end = begin;  // last place where the line may be broken
  std::uint32_t next = begin;
  for (std::uint32_t i = begin; i < size; ++i) {
    if (cells[i].blank) {
      if (i == begin || !cells[i - 1].blank) end = i;
      next = i + 1;
    } else if (used + cells[i].width > width) {
      if (next > begin) return {end, next};
      return i == begin ? Break{i + 1, i + 1} : Break{i, i};
    }
    used += cells[i].width;
    if (cells[i].width == 2 && i + 1 < size && cells[i + 1].width != 0) end = next = i + 1;
  }
  return {size, size};
}

}  // namespace

std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  cells.reserve(text.size());
  std::size_t valid = first_invalid_utf8(text);
  for (std::uint32_t i = 0; i < text.size();) {
    if (i == valid) {
      cells.push_back({{i, i + 1}, 1, false, true});
      ++i;
      valid = i + first_invalid_utf8(text.substr(i));
      continue;
    }
    const CodePoint c = code_point_at(text, i);
    cells.push_back(cell_of(c, {i, i + c.bytes}));
    i += c.bytes;
  }
  return cells;
}

std::string_view shown(std::string_view text, const Cell& cell) {
  if (cell.replaced) return replacement;
  if (cell.blank) return " ";
  return slice(text, cell.bytes);
}

unsigned columns_of(std::string_view text) {
  unsigned columns = 0;
  for (const Cell& cell : cells_of(text)) columns += cell.width;
  return columns;
}

std::string harmless(std::string_view text) {
  std::string out;
  for (const Cell& cell : cells_of(text)) out += shown(text, cell);
  return out;
}

std::vector<Range> wrap(const std::vector<Cell>& cells, unsigned first_width, unsigned width) {
  std::vector<Range> lines;
  std::uint32_t begin = 0;
  while (begin < cells.size()) {
    const Break found = break_line(cells, begin, lines.empty() ? first_width : width);
    std::uint32_t end = found.end;
    while (found.next == cells.size() && end > begin && cells[end - 1].blank) --end;
    lines.push_back({begin, end});
    begin = found.next;
  }
  return lines;
}

}  // namespace onrecord

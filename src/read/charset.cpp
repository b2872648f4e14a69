#include "read/charset.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "read/lines.h"
#include "text/text.h"

namespace onrecord {

namespace {

// What `charset=` says in the page's first bytes; empty where nothing does.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t front = 4096;
  constexpr std::size_t longest_name = 40;
  const std::string head = lower_ascii(bytes.substr(0, front));
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \"'", at + key.size());
    if (at == std::string::npos) continue;
    const std::size_t end = head.find_first_of(" \"'/>;?\r\n", at);
    if (end != std::string::npos && end - at <= longest_name) return head.substr(at, end - at);
  }
  return {};
}

std::string guessed_charset(std::string_view bytes) {
  constexpr std::size_t enough = std::size_t{256} << 10;
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> guesser(uchardet_new(), uchardet_delete);
  if (!guesser) return {};
  const std::string_view part = bytes.substr(0, enough);
  if (uchardet_handle_data(guesser.get(), part.data(), part.size()) != 0) return {};
  uchardet_data_end(guesser.get());
  return uchardet_get_charset(guesser.get());
}

// The bytes from `charset` with ICU; false where ICU does not know it.
bool convert(std::string_view bytes, const std::string& charset, Decoded& decoded) {
  // What pages call Latin-1 is windows-1252, whose quotation marks lie where Latin-1 has control characters.
  const bool latin = charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "ascii";
  const std::string name = latin ? "windows-1252" : charset;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return false;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return false;
  decoded.text.clear();
  text.toUTF8String(decoded.text);
  decoded.charset = name;
  decoded.damaged = decoded.text.find("\xef\xbf\xbd") != std::string::npos;
  return true;
}

bool holds_high_bytes(std::string_view bytes) {
  return std::ranges::any_of(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0xc0; }

// What is left of UTF-8 that is damaged.
struct Mended {
  std::string text;        // every character that is broken is U+FFFD
  std::size_t broken = 0;  // of them
  std::size_t good = 0;    // characters of several bytes that are whole
};

Mended mend_utf8(std::string_view bytes) {
  Mended mended;
  mended.text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = first_invalid_utf8(bytes);
    mended.text.append(bytes.substr(0, good));
    mended.good += static_cast<std::size_t>(std::ranges::count_if(bytes.substr(0, good), is_lead));
    if (good == bytes.size()) break;
    mended.text.append("\xef\xbf\xbd");
    ++mended.broken;
    // A character that breaks off is broken once, with what follows of it.
    std::size_t next = good + 1;
    const auto goes_on = [&](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
    while (is_lead(bytes[good]) && next < bytes.size() && goes_on(bytes[next])) ++next;
    bytes.remove_prefix(next);
  }
  return mended;
}

}  // namespace

Decoded decode_page(std::string_view bytes) {
  Decoded decoded;
  if (bytes.starts_with("\xff\xfe") && convert(bytes.substr(2), "utf-16le", decoded)) return decoded;
  if (bytes.starts_with("\xfe\xff") && convert(bytes.substr(2), "utf-16be", decoded)) return decoded;
  if (bytes.starts_with(std::string_view("<\0", 2)) && convert(bytes, "utf-16le", decoded)) return decoded;
  if (bytes.starts_with(std::string_view("\0<", 2)) && convert(bytes, "utf-16be", decoded)) return decoded;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::string declared = declared_charset(bytes);
  if (first_invalid_utf8(bytes) == bytes.size()) {
    // Sets of seven bits look like UTF-8; only their name tells them.
    const bool seven_bits = declared.starts_with("iso-2022") || declared.starts_with("hz");
    if (seven_bits && !holds_high_bytes(bytes) && convert(bytes, declared, decoded)) return decoded;
    return {std::string(bytes), "utf-8", false};
  }
  const bool says_utf8 = declared == "utf-8" || declared == "utf8";
  if (!declared.empty() && !says_utf8 && !declared.starts_with("utf-16") && convert(bytes, declared, decoded))
    return decoded;
  // A page with few broken characters among many good ones is damaged UTF-8, not another set; one that says so is with
  // as many good ones.
  Mended mended = mend_utf8(bytes);
  const std::size_t good_for_one_broken = says_utf8 ? 1 : 10;
  if (mended.broken * good_for_one_broken <= mended.good) return {std::move(mended.text), "utf-8", true};
  const std::string guessed = lower_ascii(guessed_charset(bytes));
  if (!guessed.empty() && guessed != "utf-8" && convert(bytes, guessed, decoded)) return decoded;
  if (convert(bytes, "windows-1252", decoded)) return decoded;
  return {std::move(mended.text), "utf-8", true};
}

}  // namespace onrecord

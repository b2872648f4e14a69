#include "show/printed_timeline.h"

#include <fmt/format.h>

#include "show/columns.h"
#include "show/phrases.h"
#include "show/story.h"

namespace onrecord {

namespace {

constexpr std::string_view style =
    "body{font:11pt/1.4 Georgia,serif;color:#000;background:#fff;max-width:44em;margin:2em auto;padding:0 1em}"
    "h1{font-size:18pt;margin:0}header p,footer{color:#444;margin:.2em 0 1.5em}"
    "article{break-inside:avoid;border-top:1px solid #999;padding:.6em 0}article p{margin:.2em 0}"
    "time,.day{font-weight:bold}blockquote{margin:.3em 0 .3em 1em}.source{font-size:9pt;color:#333}"
    ".outcome{margin:.5em 0 0 1em;padding-left:.8em;border-left:3px solid #000}"
    "@page{margin:2cm}@media print{body{margin:0;max-width:none}a{color:#000;text-decoration:none}}";

// Text that came from an article: nothing in it is markup, and no control character is left.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : harmless(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string paragraph(std::string_view kind, const std::string& text) {
  return text.empty() ? "" : fmt::format("<p class=\"{}\">{}</p>\n", kind, escaped(text));
}

// The line of the source, and on paper its address, which nobody can click there.
std::string source_of(const Source& source) {
  const bool address = source.url && (source.url->starts_with("http://") || source.url->starts_with("https://"));
  const std::string line = escaped(line_of(source));
  if (!address) return fmt::format("<p class=\"source\">{}</p>\n", line);
  const std::string url = escaped(*source.url);
  return fmt::format("<p class=\"source\">{}<br><a href=\"{}\">{}</a></p>\n", line, url, url);
}

std::string outcome_of(const Turn& turn) {
  std::string out = "<div class=\"outcome\">\n";
  out += paragraph("deed", fmt::format("{}: {} {} ({})", day_column(turn.from), name_of(turn.from), deed_of(turn),
                                       standing_of(turn)));
  out += fmt::format("<blockquote>{}</blockquote>\n", escaped(words_of(turn.from)));
  return out + source_of(turn.from.source) + "</div>\n";
}

std::string utterance_of(const Utterance& utterance, const std::string& name) {
  const LedgerStatement& main = fullest(utterance);
  std::string out = "<article>\n";
  out += paragraph("day", name.empty() ? day_column(main) : day_column(main) + " · " + name);
  out += fmt::format("<blockquote>{}</blockquote>\n", escaped(words_of(main)));
  out += paragraph("circumstances", circumstances_of(main));
  for (const LedgerStatement& report : utterance.reports) out += source_of(report.source);
  for (const Turn& turn : utterance.done_to_it) {
    // What nobody reported and nobody confirmed is not put on paper.
    if (turn.kind == TurnKind::candidate && turn.judgement != Judgement::confirmed) continue;
    if (turn.judgement != Judgement::rejected) out += outcome_of(turn);
  }
  return out + "</article>\n";
}

}  // namespace

std::string printed_timeline(const std::vector<SpeakerMatch>& speakers, const Timeline& story,
                             const std::string& about) {
  std::string names, roles;
  for (const SpeakerMatch& match : speakers) {
    if (names.find(match.speaker.name) == std::string::npos) names += (names.empty() ? "" : ", ") + match.speaker.name;
    for (const std::string& role : telling_roles(match.roles)) roles += (roles.empty() ? "" : ", ") + role;
  }
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{} on record</title>\n<style>{}</style>\n"
      "</head>\n<body>\n<header>\n<h1>{}</h1>\n",
      escaped(names), style, escaped(names));
  out += paragraph("roles", roles);
  if (!about.empty()) out += paragraph("about", "About “" + about + "”");
  out += "</header>\n<main>\n";
  for (const Utterance& utterance : story.utterances) {
    if (utterance.reports.empty()) continue;
    out += utterance_of(utterance, story.speakers.size() > 1 ? name_of(fullest(utterance)) : "");
  }
  if (story.utterances.empty()) out += "<p>Nothing is on record.</p>\n";
  return out + fmt::format("</main>\n<footer>{}, from an onrecord ledger</footer>\n</body>\n</html>\n",
                           count_of(story.utterances.size(), "saying"));
}

}  // namespace onrecord

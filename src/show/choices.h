// What a person chose on the command line, one struct a command. The words, defaults and helps stand in
// command_definition.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "onrecord/date.h"
#include "onrecord/relation.h"
#include "onrecord/statement.h"

namespace onrecord {

// For people, for programs, drawn under the text, for paper.
enum class Presentation : std::uint8_t { page, json, picture, print };
enum class ExportFormat : std::uint8_t { jsonl, csv, rows, annotations, schema_org };

// What `extract` and `add` share: where articles come from and how they are worked on.
struct ReadingChoices {
  std::vector<std::string> paths;
  std::optional<Date> published;     // stands in where an article tells no day
  std::optional<std::string> model;  // none: the best that is installed
  unsigned threads = 1;
  bool times = false;  // print what each stage took to standard error
};

struct ExtractChoices {
  ReadingChoices reading;
  Presentation presentation = Presentation::json;
};

struct AddChoices {
  std::string ledger;
  ReadingChoices reading;
  bool resume = false;   // pass over what earlier runs read of each archive
  std::string manifest;  // a file for what each archive gave; empty: none
};

struct ChangesChoices {
  std::string ledger;
  std::string speaker;  // empty: everybody
  std::optional<Date> since, until;
  unsigned sure = 0;  // percent: without what is less sure and confirmed by nobody
  Presentation presentation = Presentation::page;
};

struct TimelineChoices {
  std::string ledger;
  std::string name;
  std::string about;  // empty: everything
  Presentation presentation = Presentation::page;
};

struct SearchChoices {
  std::string ledger;
  std::string words;
  std::string speaker;  // empty: everybody
  std::optional<std::string> outlet;
  std::optional<Date> since, until;
  std::optional<Form> form;
  std::optional<RelationType> does, became;
  std::size_t limit = 100;
  Presentation presentation = Presentation::page;
};

struct ShowChoices {
  std::string ledger;
  std::string id;
  Presentation presentation = Presentation::page;
};

struct ExportChoices {
  std::string ledger;
  ExportFormat format = ExportFormat::jsonl;
};

struct CheckChoices {
  std::string ledger;
};

enum class ReviewAction : std::uint8_t { candidates, confirm, reject, same, different, verdicts };
struct ReviewChoices {
  std::string ledger;
  ReviewAction action = ReviewAction::candidates;
  std::string one;    // a turn, or the first speaker
  std::string other;  // the second speaker
  std::string by;     // who decides
  std::string note;
  std::size_t limit = 50;
  Presentation presentation = Presentation::page;
};

struct FollowChoices {
  std::string ledger;
  std::string feeds;                 // a file that names one feed a line
  std::optional<std::string> model;  // none: the best that is installed
  std::uint32_t every = 15;          // minutes between two looks at one feed
  bool once = false;                 // stop when nothing is left that can be done now
  double delay = 5;                  // seconds between two requests to one host
  double timeout = 60;               // seconds for one request
  double retry = 60;                 // seconds before what failed is tried again; twice that the next time
};

struct ServeChoices {
  std::string ledger;
  std::string address = "127.0.0.1";  // an IP address of this machine
  std::uint16_t port = 8321;          // 0: any free one
};

// `--help`, `--version`, `man`, `completion`: what to print instead of running anything.
struct Answer {
  std::string text;
};

using Choices = std::variant<Answer, ExtractChoices, AddChoices, ChangesChoices, TimelineChoices, SearchChoices,
                             ShowChoices, ExportChoices, CheckChoices, ReviewChoices, FollowChoices, ServeChoices>;

}  // namespace onrecord

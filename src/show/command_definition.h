// Every command, option, default and example of the program, once. Only command_line.cpp includes this: it brings
// CLI11.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "show/choices.h"

namespace onrecord {

// The parser and what it fills in. Not movable: the parser points into the rest.
struct CommandDefinition {
  CommandDefinition();
  CommandDefinition(const CommandDefinition&) = delete;
  CommandDefinition& operator=(const CommandDefinition&) = delete;

  CLI::App app;
  ExtractChoices extract;
  AddChoices add;
  ChangesChoices changes;
  TimelineChoices timeline;
  SearchChoices search;
  ShowChoices show;
  ExportChoices dump;
  CheckChoices check;
  ReviewChoices review;
  FollowChoices follow;
  ServeChoices serve;
  std::string shell;  // of the hidden command `completion`
};

}  // namespace onrecord

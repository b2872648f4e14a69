// The commands, one function each. Every function gives the exit status: 0 done; 1 something was refused or found
// wrong; 2 the choices make no sense. Results go to `console.out`, refusals and notes to `console.messages`, one line
// each.
#pragma once

#include "show/choices.h"
#include "show/console.h"

namespace onrecord {

int extract(const ExtractChoices& choices, Console& console);
int add(const AddChoices& choices, Console& console);
int changes(const ChangesChoices& choices, Console& console);
int timeline(const TimelineChoices& choices, Console& console);
int search(const SearchChoices& choices, Console& console);
int show(const ShowChoices& choices, Console& console);
int export_ledger(const ExportChoices& choices, Console& console);
int check(const CheckChoices& choices, Console& console);
int review(const ReviewChoices& choices, Console& console);
int follow(const FollowChoices& choices, Console& console);
int serve(const ServeChoices& choices, Console& console);

}  // namespace onrecord

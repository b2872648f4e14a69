// `onrecord extract`: what is said in articles, as JSON Lines for programs or as pictures for people.
#pragma once

#include "show/choices.h"
#include "show/console.h"

namespace onrecord {

// Gives the exit status. Refusals and notes go to `console.messages`, one line each.
int extract(const ExtractChoices& choices, Console& console);

}  // namespace onrecord

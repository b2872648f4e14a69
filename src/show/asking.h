// What the commands that ask a ledger do alike: who is meant by a name, and how a failure is told.
#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "show/console.h"

namespace onrecord {

// Prints the error as one line and gives the exit status 1.
int refuse(const Error& error, Console& console);

// One message that is no refusal: "onrecord: note: …".
void note(const std::string& text, Console& console);

enum class Namesakes : std::uint8_t { all, one };

// The speakers that `name` means. With Namesakes::one a name that fits several differently named speakers is refused,
// and the Error tells their ids; with Namesakes::all they are all meant, and a note says so. Empty for an empty name.
Result<std::vector<SpeakerMatch>> speakers_called(const LedgerReader& ledger, const std::string& name,
                                                  Namesakes namesakes, Console& console);

std::vector<std::string> ids_of(const std::vector<SpeakerMatch>& matches);

}  // namespace onrecord

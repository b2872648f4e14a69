// The manual page, in man(7).
#include <fmt/format.h>

#include "show/command_page.h"

namespace onrecord {

namespace {

// Backslashes and hyphens mean something to troff, and so do dots and quotes at the beginning of a line.
std::string roff(const std::string& text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string option_entry(const OptionPage& option) {
  std::string out = ".TP\n";
  for (std::size_t i = 0; i < option.names.size(); ++i)
    out += (i == 0 ? "\\fB" : ", \\fB") + roff(option.names[i]) + "\\fR";
  if (!option.value.empty()) out += (option.names.empty() ? "\\fI" : " \\fI") + roff(option.value) + "\\fR";
  return out + "\n" + roff(option.help) + "\n";
}

std::string examples(const std::string& text) { return text.empty() ? "" : ".PP\n.nf\n" + roff(text) + "\n.fi\n"; }

std::string command_section(const CommandPage& page) {
  std::string out = ".SS " + roff(page.name.substr(page.name.find(' ') + 1)) + "\n\\fB" + roff(usage(page)) +
                    "\\fR\n.PP\n" + roff(page.summary) + ".\n";
  for (const OptionPage& argument : page.arguments) out += option_entry(argument);
  for (const OptionPage& option : page.options) {
    if (option.names.front() != "-h") out += option_entry(option);
  }
  out += examples(page.examples);
  for (const CommandPage& command : page.commands) out += command_section(command);
  return out;
}

}  // namespace

std::string manual(const CommandPage& program, const std::string& version) {
  std::string out = fmt::format(".TH ONRECORD 1 \"\" \"onrecord {}\" \"User Commands\"\n", roff(version));
  out += ".SH NAME\nonrecord \\- a record of who said what in the news, and whether they stood by it\n";
  out += ".SH SYNOPSIS\n\\fB" + roff(usage(program)) + "\\fR\n";
  out += ".SH DESCRIPTION\n" + roff(program.summary) + "\n" + examples(program.examples);
  out += ".SH COMMANDS\n";
  for (const CommandPage& command : program.commands) out += command_section(command);
  out +=
      ".SH EXIT STATUS\n"
      ".TP\n0\ndone\n"
      ".TP\n1\nsome input was refused or something was found wrong; all the rest was still done\n"
      ".TP\n2\nthe command line is wrong\n"
      ".SH ENVIRONMENT\n"
      ".TP\n\\fBNO_COLOR\\fR\nno colours, also on a terminal\n"
      ".TP\n\\fBCOLUMNS\\fR\nthe width of a page\n"
      ".TP\n\\fBONRECORD_MODELS\\fR\nthe folder that holds the learned models\n";
  return out;
}

}  // namespace onrecord

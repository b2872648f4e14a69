#include "show/command_definition.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdlib>
#include <thread>

#include "read/read.h"

namespace onrecord {

namespace {

enum class Precision : std::uint8_t { day, any };

// The message is what the user reads after "--published: ".
CLI::Validator date_like(Precision precision) {
  const auto check = [precision](std::string& text) -> std::string {
    const auto date = parse_iso(text);
    const bool whole = date && to_iso(*date) == text;
    const bool told = whole && precision == Precision::day && date->day != 0 && date->year >= earliest_year;
    if (told || (whole && precision == Precision::any)) return {};
    return fmt::format(
        "'{}' is no {}", text,
        precision == Precision::day ? "day like 2031-05-16" : "day, month or year like 2031-05-16, 2031-05 or 2031");
  };
  return CLI::Validator(check, "", "date");
}

CLI::Validator one_of(std::vector<std::string> words) {
  const std::string listed = fmt::format("{}", fmt::join(words, ", "));
  return CLI::Validator(
      [words = std::move(words), listed](std::string& text) -> std::string {
        if (std::find(words.begin(), words.end(), text) != words.end()) return {};
        return fmt::format("'{}' is none of {}", text, listed);
      },
      "", "choice");
}

CLI::Validator count(std::uint64_t most) { return CLI::Range(std::uint64_t{1}, most).description(""); }

CLI::Option* date_option(CLI::App* command, const char* name, std::optional<Date>& date, Precision precision,
                         const std::string& help) {
  const auto take = [&date](const std::string& text) { date = parse_iso(text); };
  return command->add_option_function<std::string>(name, take, help)->type_name("DAY")->check(date_like(precision));
}

// Whether the last day of `one` is before the first of `other`, each as far as it is known.
bool ends_before(const Date& one, const Date& other) {
  if (one.year != other.year) return one.year < other.year;
  if (one.month == 0 || other.month == 0 || one.month != other.month) return one.month != 0 && one.month < other.month;
  return one.day != 0 && one.day < other.day;
}

CLI::Validator some_words() {
  const auto check = [](std::string& text) -> std::string {
    return text.find_first_not_of(" \t") == std::string::npos ? "an empty name names nobody" : "";
  };
  return CLI::Validator(check, "", "words");
}

void period_options(CLI::App* command, std::optional<Date>& since, std::optional<Date>& until) {
  command->final_callback([&since, &until] {
    if (since && until && ends_before(*until, *since))
      throw CLI::ValidationError("--until", "ends before --since begins");
  });
  date_option(command, "--since", since, Precision::any, "only what was said (else published) on this day or later");
  date_option(command, "--until", until, Precision::any, "only what was said (else published) on this day or earlier");
}

void ledger_option(CLI::App* command, std::string& ledger, const std::string& help = "the ledger") {
  command->add_option("--ledger", ledger, help)->type_name("FILE")->required();
}

void json_option(CLI::App* command, Presentation& presentation) {
  command->add_flag_callback(
      "--json", [&presentation] { presentation = Presentation::json; }, "one JSON object a line instead of a page");
}

// One argument that may come as several words, so that names and questions need no quotation marks.
void words_argument(CLI::App* command, const char* name, std::string& words, const std::string& help) {
  command
      ->add_option_function<std::vector<std::string>>(
          name, [&words](const std::vector<std::string>& given) { words = fmt::format("{}", fmt::join(given, " ")); },
          help)
      ->required()
      ->type_name("");
}

void reading_options(CLI::App* command, ReadingChoices& choices) {
  choices.threads = std::max(1u, std::thread::hardware_concurrency());
  command
      ->add_option("PATH", choices.paths,
                   "a file (text, HTML, JSON Lines or a web archive, each also gzipped), a folder, or - for standard "
                   "input")
      ->required()
      ->type_name("");
  date_option(command, "--published", choices.published, Precision::day,
              "the day of publication of articles that tell none themselves");
  command
      ->add_option("--model", choices.model,
                   "the learned model that finds the statements (default: accurate, where installed)")
      ->type_name("accurate|fast");
  command
      ->add_option("--threads", choices.threads, "how many articles are worked on at once (default: one a processor)")
      ->type_name("N")
      ->check(count(1024));
  command->add_flag("--times", choices.times, "print what each stage took to standard error")->group("");
}

void define_extract(CLI::App& app, ExtractChoices& choices) {
  CLI::App* command = app.add_subcommand(
      "extract", "Print what is said in articles, one JSON object a line and an article; write nothing");
  reading_options(command, choices.reading);
  command->add_flag_callback(
      "--picture", [&choices] { choices.presentation = Presentation::picture; },
      "draw the statements under their sentences instead, for people");
  command->footer(
      "See what is found in one article:\n"
      "  onrecord extract --picture --published 2031-05-16 article.txt\n"
      "Keep it for a program:\n"
      "  onrecord extract articles/ > statements.jsonl\n"
      "Read a page as it comes:\n"
      "  curl -s https://example.org/story.html | onrecord extract -");
}

void define_add(CLI::App& app, AddChoices& choices) {
  CLI::App* command = app.add_subcommand("add", "Read articles into a ledger; the same article twice changes nothing");
  ledger_option(command, choices.ledger, "the ledger, made with its first article where there is none");
  reading_options(command, choices.reading);
  command->add_flag("--resume", choices.resume, "go on in each web archive where the last run stopped");
  command->add_option("--manifest", choices.manifest, "write what each web archive gave into this file, as JSON Lines")
      ->type_name("FILE");
  command->footer(
      "Begin a ledger with a folder of articles:\n"
      "  onrecord add --ledger city.ledger articles/\n"
      "Add one that tells no day of its own:\n"
      "  onrecord add --ledger city.ledger --published 2031-05-16 cutting.txt\n"
      "Read a crawl, and go on with it after a stop:\n"
      "  onrecord add --ledger city.ledger --resume --manifest crawl.jsonl crawl.warc.gz");
}

void define_changes(CLI::App& app, ChangesChoices& choices) {
  CLI::App* command = app.add_subcommand("changes", "Who took back, clarified, denied or stood by what, newest first");
  ledger_option(command, choices.ledger);
  command->add_option("--speaker", choices.speaker, "only what this speaker did")
      ->type_name("NAME")
      ->check(some_words());
  period_options(command, choices.since, choices.until);
  command->add_option("--sure", choices.sure, "only what is at least so sure, or confirmed by a person")
      ->type_name("PERCENT")
      ->check(CLI::Range(0u, 100u).description(""));
  json_option(command, choices.presentation);
  command->footer(
      "What changed in May:\n"
      "  onrecord changes --ledger city.ledger --since 2031-05-01 --until 2031-05-31\n"
      "What one minister took back, clarified or denied:\n"
      "  onrecord changes --ledger city.ledger --speaker 'Ada Lund'\n"
      "Only what is surer than not:\n"
      "  onrecord changes --ledger city.ledger --sure 50");
}

void define_timeline(CLI::App& app, TimelineChoices& choices) {
  CLI::App* command =
      app.add_subcommand("timeline", "One speaker's statements in the order they were said, and what became of each");
  ledger_option(command, choices.ledger);
  words_argument(command, "NAME", choices.name, "the speaker: a name, a part of it, or an id");
  command->add_option("--about", choices.about, "only statements that hold these words")->type_name("WORDS");
  json_option(command, choices.presentation);
  command->add_flag_callback(
      "--print", [&choices] { choices.presentation = Presentation::print; }, "an HTML page for paper instead");
  command->footer(
      "The whole story of one speaker, then that of one topic:\n"
      "  onrecord timeline --ledger city.ledger Ada Lund\n"
      "  onrecord timeline --ledger city.ledger --about bridge Ada Lund\n"
      "On paper:\n"
      "  onrecord timeline --ledger city.ledger --print Ada Lund > lund.html");
}

void relation_option(CLI::App* command, const std::string& name, std::optional<RelationType>& type,
                     const std::string& help) {
  command
      ->add_option_function<std::string>(
          name, [&type](const std::string& word) { type = relation_type(word); }, help)
      ->type_name("retracts|clarifies|reaffirms|denies|disputes|supports|responds")
      ->check(one_of({"retracts", "clarifies", "reaffirms", "denies", "disputes", "supports", "responds"}));
}

void define_search(CLI::App& app, SearchChoices& choices) {
  CLI::App* command = app.add_subcommand("search", "Find statements by their words");
  ledger_option(command, choices.ledger);
  words_argument(command, "WORDS", choices.words, "all of them must stand in the statement, in any order and ending");
  command->add_option("--speaker", choices.speaker, "only what this speaker said")
      ->type_name("NAME")
      ->check(some_words());
  command->add_option("--outlet", choices.outlet, "only what this outlet reported")
      ->type_name("NAME")
      ->check(some_words());
  period_options(command, choices.since, choices.until);
  command
      ->add_option_function<std::string>(
          "--form",
          [&choices](const std::string& form) {
            choices.form = form == "direct" ? Form::direct : form == "mixed" ? Form::mixed : Form::indirect;
          },
          "all of it in quotation marks, none of it, or some")
      ->type_name("direct|indirect|mixed")
      ->check(one_of({"direct", "indirect", "mixed"}));
  relation_option(command, "--does", choices.does, "only what does this to another statement");
  relation_option(command, "--became", choices.became, "only what another statement does this to");
  command->add_option("--limit", choices.limit, "at most so many (default: 100)")
      ->type_name("N")
      ->check(count(1000000));
  json_option(command, choices.presentation);
  command->footer(
      "  onrecord search --ledger city.ledger bridge\n"
      "  onrecord search --ledger city.ledger --form direct --speaker Lund toll bridge\n"
      "  onrecord search --ledger city.ledger --outlet 'Radio Fjord' --since 2031-05 bridge\n"
      "What was said about the bridge and denied later:\n"
      "  onrecord search --ledger city.ledger --became denies bridge");
}

void define_show(CLI::App& app, ShowChoices& choices) {
  CLI::App* command = app.add_subcommand(
      "show", "One statement, speaker, article, utterance or relation, with all that is recorded about it");
  ledger_option(command, choices.ledger);
  command->add_option("ID", choices.id, "as the other commands print it, or an article's own id")
      ->required()
      ->type_name("");
  json_option(command, choices.presentation);
  command->footer(
      "A statement with its place in the source and every other report of it:\n"
      "  onrecord show --ledger city.ledger 3fa9c1d2e4b5a697-s3");
}

void define_export(CLI::App& app, ExportChoices& choices) {
  CLI::App* command =
      app.add_subcommand("export", "The whole ledger in one canonical order: the same articles give the same bytes");
  ledger_option(command, choices.ledger);
  command
      ->add_option_function<std::string>(
          "--format",
          [&choices](const std::string& format) {
            choices.format = format == "csv"           ? ExportFormat::csv
                             : format == "rows"        ? ExportFormat::rows
                             : format == "annotations" ? ExportFormat::annotations
                             : format == "schema-org"  ? ExportFormat::schema_org
                                                       : ExportFormat::jsonl;
          },
          "jsonl: one article a line, as extract prints it (default); csv: one statement a line, for spreadsheets; "
          "rows: the same as JSON objects; "
          "annotations: W3C Web Annotations; schema-org: Quotation and Claim, JSON-LD")
      ->type_name("jsonl|csv|rows|annotations|schema-org")
      ->check(one_of({"jsonl", "csv", "rows", "annotations", "schema-org"}));
  command->footer(
      "  onrecord export --ledger city.ledger > city.jsonl\n"
      "  onrecord export --ledger city.ledger --format csv > city.csv");
}

void define_check(CLI::App& app, CheckChoices& choices) {
  CLI::App* command = app.add_subcommand("check", "Test the ledger's invariants and print each violation");
  ledger_option(command, choices.ledger);
  command->footer("  onrecord check --ledger city.ledger && echo sound");
}

// Of whoever runs the program, also where cron does and no environment tells; empty where nothing does.
std::string login_name() {
  if (const char* user = std::getenv("USER"); user != nullptr && *user != '\0') return user;
  const passwd* entry = ::getpwuid(::geteuid());
  return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "";
}

void review_action(CLI::App* review, ReviewChoices& choices, ReviewAction action, const char* name, const char* help) {
  CLI::App* command = review->add_subcommand(name, help);
  command->fallthrough();
  command->final_callback([&choices, action] { choices.action = action; });
  const bool pair = action == ReviewAction::same || action == ReviewAction::different;
  const bool turn = action == ReviewAction::confirm || action == ReviewAction::reject;
  if (turn) command->add_option("ID", choices.one, "the candidate, as review lists it")->required()->type_name("");
  if (pair) {
    command->add_option("ONE", choices.one, "a speaker: a name that only one bears, or an id")
        ->required()
        ->type_name("");
    command->add_option("OTHER", choices.other, "the other speaker")->required()->type_name("");
  }
  if (turn || pair) {
    command->add_option("--by", choices.by, "who decides (default: your login name)")->type_name("NAME");
    command->add_option("--note", choices.note, "why")->type_name("TEXT");
  }
}

void define_review(CLI::App& app, ReviewChoices& choices) {
  CLI::App* command =
      app.add_subcommand("review", "List candidates that nobody reported, and record a person's verdicts");
  choices.by = login_name();
  ledger_option(command, choices.ledger);
  command->require_subcommand(0, 1);
  command->add_option("--limit", choices.limit, "list at most so many candidates (default: 50)")
      ->type_name("N")
      ->check(count(1000000));
  json_option(command, choices.presentation);
  review_action(command, choices, ReviewAction::confirm, "confirm", "A candidate holds");
  review_action(command, choices, ReviewAction::reject, "reject", "A candidate does not hold");
  review_action(command, choices, ReviewAction::same, "same", "Two speakers are one");
  review_action(command, choices, ReviewAction::different, "different", "Two speakers are not one");
  review_action(command, choices, ReviewAction::verdicts, "verdicts", "List every verdict that was given");
  command->footer(
      "List what awaits a verdict, then give one (nothing is erased; a later verdict overrules an earlier one):\n"
      "  onrecord review --ledger city.ledger\n"
      "  onrecord review --ledger city.ledger confirm x0b7c55d2e19f4a83 --note 'read both'\n"
      "  onrecord review --ledger city.ledger same 'Ada Lund' 3fa9c1d2e4b5a697-p2");
}

void define_follow(CLI::App& app, FollowChoices& choices) {
  CLI::App* command = app.add_subcommand("follow", "Read the articles of feeds into a ledger, again and again");
  ledger_option(command, choices.ledger, "the ledger, made where there is none");
  command->add_option("FEEDS", choices.feeds, "a file with the address of an RSS or Atom feed on each line")
      ->required()
      ->type_name("");
  command
      ->add_option("--model", choices.model,
                   "the learned model that finds the statements (default: accurate, where installed)")
      ->type_name("accurate|fast");
  command->add_option("--every", choices.every, "minutes between two looks at one feed (default: 15)")
      ->type_name("N")
      ->check(CLI::Range(0, 100000).description(""));
  command->add_flag("--once", choices.once, "look once, and stop when nothing is left to do now");
  const auto seconds = [&](const char* name, double& value, const char* help) {
    command->add_option(name, value, help)->type_name("SECONDS")->check(CLI::Range(0.0, 86400.0).description(""));
  };
  seconds("--delay", choices.delay, "between two requests to one host (default: 5)");
  seconds("--timeout", choices.timeout, "for one request (default: 60)");
  seconds("--retry", choices.retry, "before what failed is tried again; twice as long each time (default: 60)");
  command->footer(
      "Until it is stopped; begun again, it goes on where it was:\n"
      "  onrecord follow --ledger city.ledger feeds.txt\n"
      "From a timer:\n"
      "  onrecord follow --ledger city.ledger --once feeds.txt");
}

void define_serve(CLI::App& app, ServeChoices& choices) {
  CLI::App* command = app.add_subcommand("serve", "The page and the JSON API over a ledger, until it is stopped");
  ledger_option(command, choices.ledger);
  command->add_option("--port", choices.port, "listen on this port (default: 8321; 0: any free one)")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  command
      ->add_option("--address", choices.address,
                   "listen on this address of the machine, where others can reach it (default: 127.0.0.1)")
      ->type_name("IP");
  command->footer(
      "Then open the address that it prints:\n"
      "  onrecord serve --ledger city.ledger");
}

void define_hidden(CLI::App& app, std::string& shell) {
  app.add_subcommand("man", "Print the manual page")->group("");
  CLI::App* completion = app.add_subcommand("completion", "Print the completion script of a shell")->group("");
  completion->add_option("SHELL", shell, "bash, zsh or fish")
      ->required()
      ->type_name("")
      ->check(one_of({"bash", "zsh", "fish"}));
}

}  // namespace

CommandDefinition::CommandDefinition()
    : app("Reads news and keeps a record of who said what, when, to whom, and whether they stood by it.", "onrecord") {
  app.require_subcommand(1);
  app.set_version_flag("--version", "onrecord " ONRECORD_VERSION, "print the version");
  app.set_help_flag("-h,--help", "print this help");
  define_add(app, add);
  define_changes(app, changes);
  define_timeline(app, timeline);
  define_search(app, search);
  define_show(app, show);
  define_review(app, review);
  define_follow(app, follow);
  define_serve(app, serve);
  define_export(app, dump);
  define_check(app, check);
  define_extract(app, extract);
  define_hidden(app, shell);
  app.footer(
      "Begin here:\n"
      "  onrecord add --ledger city.ledger articles/\n"
      "  onrecord changes --ledger city.ledger\n"
      "  onrecord timeline --ledger city.ledger Ada Lund\n"
      "Each command explains itself: onrecord changes --help");
}

}  // namespace onrecord

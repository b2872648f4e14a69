// `onrecord add`: articles into a ledger, in batches of one transaction each.
#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/ledger.h"
#include "show/archive_resume.h"
#include "show/asking.h"
#include "show/columns.h"
#include "show/commands.h"
#include "show/manifest_file.h"
#include "show/phrases.h"
#include "show/reading.h"
#include "show/stop_signals.h"

namespace onrecord {

namespace {

constexpr std::size_t batch_size = 64;

class Adding {
 public:
  Adding(std::string path, Console& console, ManifestFile& manifest)
      : path_(std::move(path)), console_(&console), manifest_(&manifest) {}

  // Called by take() where nobody did before: a ledger that is not there is made with its first article.
  Result<void> open() {
    auto opened = LedgerWriter::open(path_);
    if (!opened) return tl::unexpected(opened.error());
    ledger_ = std::move(*opened);
    archives_.emplace(*ledger_);
    return {};
  }

  std::uint64_t done_of(const std::string& archive) const { return archives_ ? archives_->done_of(archive) : 0; }

  Continue take(Record&& record) {
    if (!ledger_) {
      if (const auto opened = open(); !opened) {
        failure_ = opened.error();
        return Continue::no;
      }
    }
    batch_.push_back(std::move(record));
    if (batch_.size() == batch_size && flush() == Continue::no) return Continue::no;
    return told_to_stop() ? Continue::no : Continue::yes;
  }

  Continue flush() {
    if (batch_.empty()) return Continue::yes;
    const auto receipts =
        ledger_->add(batch_, [this](std::span<const Receipt>) { return Bookkeeping{archives_->after(batch_), {}}; });
    if (!receipts) {
      failure_ = receipts.error();
      return Continue::no;
    }
    for (std::size_t i = 0; i < receipts->size(); ++i) print((*receipts)[i], batch_[i]);
    batch_.clear();
    console_->out.flush();
    return Continue::yes;
  }

  // What is left goes in; then what was read, skipped and refused is told.
  int finish(int status, const RunAccount& account) {
    flush();
    if (!failure_) keep_finished(account.archives);
    console_->out.write(fmt::format("{} added, {} already there, {}\n", count_of(added_, "article"), known_,
                                    losses(refused_ + account.refused, account.read_in_part)));
    console_->out.flush();
    tell(account, *console_);
    if (told_to_stop()) note("stopped before the end; add the same again to go on", *console_);
    if (!ledger_ && !failure_) note(path_ + " was not made: no article was read", *console_);
    if (failure_) return refuse(*failure_, *console_);
    if (const auto written = manifest_->finish(account.archives); !written) return refuse(written.error(), *console_);
    return refused_ > 0 || told_to_stop() ? 1 : status;
  }

 private:
  void keep_finished(const std::vector<ArchiveManifest>& archives) {
    if (!ledger_ || archives.empty()) return;
    const auto kept =
        ledger_->add({}, [&](std::span<const Receipt>) { return Bookkeeping{ArchiveResume::after(archives), {}}; });
    if (!kept) failure_ = kept.error();
  }

  void print(const Receipt& receipt, const Record& record) {
    switch (receipt.outcome) {
      case Receipt::Outcome::refused:
        ++refused_;
        if (receipt.error) refuse(*receipt.error, *console_);
        return;
      case Receipt::Outcome::known:
        ++known_;
        break;
      case Receipt::Outcome::added:
        ++added_;
        break;
    }
    const bool added = receipt.outcome == Receipt::Outcome::added;
    const std::uint64_t place = record.article.place;
    const std::size_t count = record.statements.size();
    console_->out.write(fmt::format("{:<6} {}  {:>3} {:<10}  {}{}\n", added ? "added" : "known", receipt.article,
                                    count, count == 1 ? "statement" : "statements", harmless(record.article.path),
                                    place == 0 ? "" : fmt::format(":{}", place)));
    if (place > 0) manifest_->add(record.article, receipt.article, added);
  }

  std::string path_;
  Console* console_;
  ManifestFile* manifest_;
  std::optional<LedgerWriter> ledger_;     // null until it is opened
  std::optional<ArchiveResume> archives_;  // goes with it
  std::vector<Record> batch_;
  std::optional<Error> failure_;
  std::size_t added_ = 0;
  std::size_t known_ = 0;
  std::size_t refused_ = 0;
};

// False where opening the ledger has to tell at once whether it can be added to: it is there, or its folder is not.
bool may_be_made_later(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  return fs::status(path, error).type() == fs::file_type::not_found &&
         fs::is_directory(fs::absolute(path, error).parent_path(), error);
}

}  // namespace

int add(const AddChoices& choices, Console& console) {
  ManifestFile manifest;
  Adding adding(choices.ledger, console, manifest);
  if (!may_be_made_later(choices.ledger)) {
    if (const auto opened = adding.open(); !opened) return refuse(opened.error(), console);
  }
  if (!choices.manifest.empty()) {
    const auto opened = manifest.open(choices.manifest, choices.resume ? OpenManifest::append : OpenManifest::anew);
    if (!opened) return refuse(opened.error(), console);
  }
  BeginAfter begin_after;
  if (choices.resume) begin_after = [&](const std::string& path) { return adding.done_of(path); };
  RunAccount account;
  const StopOnSignals signals;
  const int status = read_records(
      choices.reading, console, account, [&](Record&& record) { return adding.take(std::move(record)); }, begin_after);
  if (status == 2) return status;
  return adding.finish(status, account);
}

}  // namespace onrecord

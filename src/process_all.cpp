// Many articles at once: one reader, many processors, one sink in input order.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "pipeline.h"

namespace onrecord {

namespace {

struct Job {
  std::optional<Article> article;  // taken by the worker
  std::optional<Result<Record>> done;
};

// Jobs in input order. The reader appends, workers take the oldest untaken one, the sink takes finished ones from the
// front.
class Line {
 public:
  explicit Line(std::size_t capacity) : capacity_(capacity) {}

  bool full() const { return jobs_.size() >= capacity_; }
  void append(Job&& job) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::make_unique<Job>(std::move(job)));
    }
    work_.notify_one();
  }
  // The next article to process; null when no more will come. The job stays in the line until its turn.
  Job* take() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [&] { return closed_ || next_ < jobs_.size(); });
      while (next_ < jobs_.size()) {
        Job* job = jobs_[next_++].get();
        if (job->article) return job;
      }
      if (closed_) return nullptr;
    }
  }
  void finish(Job& job, Result<Record>&& record) {
    {
      const std::lock_guard lock(mutex_);
      job.done = std::move(record);
    }
    done_.notify_one();
  }
  // The front job's result, waiting for it; nothing where the line is empty.
  std::optional<Result<Record>> front() {
    std::unique_lock lock(mutex_);
    if (jobs_.empty()) return std::nullopt;
    done_.wait(lock, [&] { return jobs_.front()->done.has_value(); });
    std::optional<Result<Record>> result = std::move(jobs_.front()->done);
    jobs_.pop_front();
    if (next_ > 0) --next_;
    return result;
  }
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable done_;
  std::deque<std::unique_ptr<Job>> jobs_;
  std::size_t next_ = 0;  // the first job that no worker has looked at
  bool closed_ = false;
};

}  // namespace

StageTimes process_all(const ArticleSource& source, const Tagger& tagger, unsigned threads,
                       const std::function<void(Result<Record>&&)>& sink) {
  StageTimes total;
  if (threads <= 1) {
    TagScratch scratch;
    source([&](Result<Article>&& article) {
      if (article) {
        sink(process(std::move(*article), tagger, scratch, total));
      } else {
        sink(tl::unexpected(std::move(article.error())));
      }
    });
    return total;
  }
  Line line(static_cast<std::size_t>(threads) * 8);
  std::vector<StageTimes> times(threads);
  std::vector<std::jthread> workers;
  // Destroyed before the workers are joined, also when the reader or the sink throws.
  const std::unique_ptr<Line, void (*)(Line*)> closer(&line, [](Line* open) { open->close(); });
  for (unsigned i = 0; i < threads; ++i) {
    workers.emplace_back([&line, &tagger, &mine = times[i]] {
      TagScratch scratch;
      while (Job* job = line.take()) {
        Article article = std::move(*job->article);
        line.finish(*job, process(std::move(article), tagger, scratch, mine));
      }
    });
  }
  source([&](Result<Article>&& article) {
    if (line.full()) sink(*line.front());
    if (article) {
      line.append({std::move(*article), std::nullopt});
    } else {
      line.append({std::nullopt, tl::unexpected(std::move(article.error()))});
    }
  });
  while (auto result = line.front()) sink(std::move(*result));
  line.close();
  workers.clear();
  for (const StageTimes& mine : times) {
    for (std::size_t i = 0; i < stage_count; ++i) total.spent[i] += mine.spent[i];
  }
  return total;
}

StageTimes process_all(const std::vector<std::string>& paths, const ReadOptions& options, const Tagger& tagger,
                       unsigned threads, const std::function<void(Result<Record>&&)>& sink) {
  const auto source = [&](const ArticleSink& take) {
    for (const std::string& path : paths) read(path, options, take);
  };
  return process_all(source, tagger, threads, sink);
}

}  // namespace onrecord

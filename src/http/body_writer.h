// Between an event thread, which reads a streamed body, and the sink that takes it: gathers large pieces and
// gives them on by the pool of writers, one after the other, while more is read.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <span>

#include "guong/http/server.h"
#include "http/worker_pool.h"

namespace guong::http {

class BodyWriter {
 public:
  BodyWriter(std::unique_ptr<BodySink> sink, WorkerPool& pool) : sink_(std::move(sink)), pool_(pool) {}
  BodyWriter(const BodyWriter&) = delete;
  /// Gives the sink all that came, unless rest() took it.
  ~BodyWriter();

  /// Where the next bytes belong; never empty.
  std::span<char> place();
  /// So many were put there. Waits where the sink is far behind; throws what the sink threw.
  void came(std::size_t bytes);
  /// Gives the sink all that came, and then the sink to the caller. Throws what the sink threw.
  std::unique_ptr<BodySink> rest();

 private:
  struct Piece {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  void hand_over();
  void write_next();
  void post_next();
  void write_rest();

  std::unique_ptr<BodySink> sink_;  // used by whoever writes, one at a time
  WorkerPool& pool_;
  Piece filling_;  // the reader's
  std::mutex mutex_;
  std::condition_variable written_;
  std::deque<Piece> waiting_;
  Piece spare_;
  bool writing_ = false;
  std::exception_ptr failure_;
};

}  // namespace guong::http

// Between an event thread, which reads a streamed body, and the sink that takes it: gathers large pieces and
// gives them on by the pool of writers, one after the other, while more is read.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <span>

#include "guong/http/server.h"
#include "http/worker_pool.h"

namespace guong::http {

/// What all streams gather together. The more there are, the smaller are their pieces, so that many slow ones
/// hold no more than a few.
class Gathering {
 public:
  explicit Gathering(std::size_t memory) : memory_(memory) {}
  /// Bytes of the next piece of a stream.
  std::size_t piece() const;

 private:
  friend class BodyWriter;
  const std::size_t memory_;
  std::atomic<std::size_t> streams_ = 0;
};

class BodyWriter {
 public:
  /// The pool and the gathering outlive it.
  BodyWriter(std::unique_ptr<BodySink> sink, WorkerPool& pool, Gathering& gathering);
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
    std::size_t capacity = 0, size = 0;
  };
  void hand_over();
  void write_next();
  void post_next();
  void write_rest();

  std::unique_ptr<BodySink> sink_;  // used by whoever writes, one at a time
  WorkerPool& pool_;
  Gathering& gathering_;
  Piece filling_;  // the reader's
  std::mutex mutex_;
  std::condition_variable written_;
  std::deque<Piece> waiting_;
  Piece spare_;
  bool writing_ = false;
  std::exception_ptr failure_;
};

}  // namespace guong::http

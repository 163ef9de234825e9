// A piece goes to the pool by itself, so that bodies that come at once take turns there.
#include "http/body_writer.h"

#include <algorithm>
#include <utility>

namespace guong::http {
namespace {

constexpr std::size_t kLeastPiece = 16 * 1024, kMostPiece = 256 * 1024;
/// Pieces that may wait: what a slow disk makes of fast clients must not fill the memory.
constexpr std::size_t kMostWaiting = 4;

}  // namespace

std::size_t Gathering::piece() const {
  return std::clamp(memory_ / std::max<std::size_t>(streams_, 1), kLeastPiece, kMostPiece);
}

BodyWriter::BodyWriter(std::unique_ptr<BodySink> sink, WorkerPool& pool, Gathering& gathering)
    : sink_(std::move(sink)), pool_(pool), gathering_(gathering) {
  ++gathering_.streams_;
}

BodyWriter::~BodyWriter() {
  --gathering_.streams_;
  if (!sink_) return;
  try {
    write_rest();
  } catch (...) {  // NOLINT(bugprone-empty-catch): nobody is there to be told
  }
}

std::unique_ptr<BodySink> BodyWriter::rest() {
  write_rest();
  return std::move(sink_);
}

void BodyWriter::write_rest() {
  std::unique_lock lock(mutex_);
  written_.wait(lock, [&] { return !writing_; });
  if (failure_) std::rethrow_exception(failure_);
  if (filling_.size > 0) sink_->write({filling_.bytes.get(), std::exchange(filling_.size, 0)});
}

std::span<char> BodyWriter::place() {
  if (!filling_.bytes) {
    filling_.capacity = gathering_.piece();
    // Untouched memory costs nothing: most bodies are short.
    filling_.bytes = std::make_unique_for_overwrite<char[]>(filling_.capacity);
  }
  return {filling_.bytes.get() + filling_.size, filling_.capacity - filling_.size};
}

void BodyWriter::came(std::size_t bytes) {
  filling_.size += bytes;
  // What was begun while there were fewer streams is handed over as soon as there are many.
  if (filling_.size == filling_.capacity || filling_.size >= gathering_.piece()) hand_over();
}

void BodyWriter::hand_over() {
  std::unique_lock lock(mutex_);
  written_.wait(lock, [&] { return waiting_.size() < kMostWaiting; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::exchange(filling_, std::exchange(spare_, {})));
  if (std::exchange(writing_, true)) return;
  lock.unlock();
  post_next();
}

void BodyWriter::post_next() {
  if (!pool_.post([this] { write_next(); })) write_next();
}

void BodyWriter::write_next() {
  std::unique_lock lock(mutex_);
  auto piece = std::move(waiting_.front());
  waiting_.pop_front();
  lock.unlock();
  std::exception_ptr failure;
  try {
    sink_->write({piece.bytes.get(), std::exchange(piece.size, 0)});
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  if (piece.capacity <= gathering_.piece()) spare_ = std::move(piece);
  if (failure) {
    failure_ = failure;
    waiting_.clear();
  }
  writing_ = !waiting_.empty();
  written_.notify_all();  // under the lock: whoever waits for the end destroys this
  if (!writing_) return;
  lock.unlock();
  post_next();
}

}  // namespace guong::http

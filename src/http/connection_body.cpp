// How a connection takes the body of a request: collected up to its route's limit, or given to a sink as it comes.
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "guong/base/error.h"
#include "http/connection.h"

namespace guong::http {
namespace {

/// For what Beast reads in one piece of a body: the head of a chunk with its extensions, the trailers.
constexpr std::size_t kFramingLimit = 4096;
/// The beginning of a collected body that is not counted among what its client holds.
constexpr std::uint64_t kSmallBody = 64 * 1024;
constexpr std::size_t kReadAtOnce = 64 * 1024;

}  // namespace

/// Pistache reads 4 kB at a time. What a stream brings beyond is read here, and Pistache finds the end of it,
/// or of the connection.
void Connection::read_more_of_stream() {
  while (!gone_ && state_ == State::body && stream_) {
    if (stream_length_ ? !receive_into_stream() : !receive_chunks()) return;
    advance();
  }
}

/// From the socket to where the sink's next piece is gathered, uncopied.
bool Connection::receive_into_stream() {
  const auto place = stream_->place();
  const auto most = std::min<std::uint64_t>(place.size(), *stream_length_ - body_size_);
  const auto got = ::recv(socket_, place.data(), most, MSG_DONTWAIT);
  return got > 0 && came(static_cast<std::size_t>(got));
}

bool Connection::receive_chunks() {
  const auto kept = in_.size();
  in_.resize(kept + kReadAtOnce);
  const auto got = ::recv(socket_, in_.data() + kept, kReadAtOnce, MSG_DONTWAIT);
  in_.resize(kept + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return got > 0;
}

/// What lies in in_; true when the body is complete.
bool Connection::read_body() {
  if (stream_ && stream_length_ ? !read_sized_stream() : !read_parsed()) return false;
  request_complete();
  return true;
}

bool Connection::read_sized_stream() {
  while (body_size_ < *stream_length_) {
    if (in_.empty()) return false;
    const auto place = stream_->place();
    const auto count = std::min<std::uint64_t>({place.size(), in_.size(), *stream_length_ - body_size_});
    std::copy_n(in_.begin(), count, place.begin());
    in_.erase(0, count);
    if (!came(count)) return false;
  }
  return true;
}

/// Collected bodies, and chunks, which Beast takes apart.
bool Connection::read_parsed() {
  std::array<char, 64 * 1024> piece;
  while (!parser_->is_done()) {
    if (in_.empty()) return false;
    auto& body = parser_->get().body();
    const auto place = stream_ ? stream_->place() : std::span<char>(piece);
    body.data = place.data();
    body.size = place.size();
    body.more = true;
    boost::beast::error_code error;
    const std::size_t used = parser_->put(boost::asio::const_buffer(in_.data(), in_.size()), error);
    in_.erase(0, used);
    const std::string_view got(place.data(), place.size() - body.size);
    if (stream_ ? !came(got.size()) : !collect(got)) return false;
    if (error == boost::beast::http::error::need_more) {
      if (in_.size() > kFramingLimit) refuse(431);
      return false;
    }
    if (error && error != boost::beast::http::error::need_buffer) {
      refuse(status_of(error));
      return false;
    }
  }
  return true;
}

void Connection::count_body(std::size_t bytes) {
  body_size_ += bytes;
  in_span_ += bytes;
}

/// The stream has so much more where it asked for it. False when the sink refuses it, and that is answered.
bool Connection::came(std::size_t bytes) {
  count_body(bytes);
  try {
    stream_->came(bytes);
    return true;
  } catch (...) {
    const auto failure = std::current_exception();
    stream_.reset();
    answer(guarded([&](Request&&) -> Response { std::rethrow_exception(failure); }, Request(request_)), true);
    return false;
  }
}

/// Whoever sends more than the route takes is refused, and so is a client whose bodies hold much already: slow ones, or
/// many at once, may not fill the memory.
bool Connection::collect(std::string_view bytes) {
  count_body(bytes.size());
  const bool fits = body_size_ <= plan_.body_limit;
  if (!fits || (body_size_ > kSmallBody && !held_body_->grow_to(body_size_ - kSmallBody))) {
    refuse(fits ? 503 : 413);
    return false;
  }
  request_.body += bytes;
  return true;
}

/// A collected body has a time for the whole of it; a stream, which may be large, a least rate.
bool Connection::body_too_slow(Moment now) {
  const auto& o = core_.options;
  if (!stream_ && is_over(body_since_, o.body_time, now)) return true;
  if (!is_over(since_, o.body_idle_time, now)) return false;
  const auto least = o.least_rate * static_cast<std::uint64_t>(o.body_idle_time.micros) / 1'000'000;
  const bool slow = in_span_ == 0 || (stream_ && in_span_ < least);
  since_ = now;
  in_span_ = 0;
  return slow;
}

}  // namespace guong::http

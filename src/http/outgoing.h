// An answer as bytes on their way out: the head, then text or a range of a file. Writes what the socket
// takes, never waits.
#pragma once

#include <cstdint>
#include <string>

#include "guong/http/message.h"

namespace guong::http {

class Outgoing {
 public:
  /// `head_only`: the body's length is told, its bytes are not sent.
  Outgoing(Response&& response, bool head_only, bool close);
  Outgoing(Outgoing&& other) noexcept;
  ~Outgoing();

  enum class Progress { done, more, broken };
  /// Sends as much as fits into the socket's buffer.
  Progress send(int socket);
  bool is_file() const { return file_ >= 0; }
  std::uint64_t sent() const { return sent_; }

 private:
  Progress send_text(int socket);
  Progress send_file(int socket);
  std::string head_;
  std::string own_;
  SharedBody shared_;
  std::string_view text_;  // into own_ or *shared_
  int file_ = -1;
  std::int64_t file_offset_ = 0;
  std::uint64_t file_left_ = 0;
  std::size_t head_sent_ = 0, text_sent_ = 0;
  std::uint64_t sent_ = 0;
};

}  // namespace guong::http

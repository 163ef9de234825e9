// An answer as bytes on their way out: the head, then text or a range of a file. Writes what the socket
// takes, never waits for it.
#pragma once

#include <cstdint>
#include <string>

#include "guong/http/message.h"

namespace guong::http {

class Outgoing {
 public:
  /// `head_only`: the body's length is told, its bytes are not sent.
  Outgoing(Response&& response, bool head_only, bool close);

  enum class Progress { done, more, broken };
  /// Sends as much as fits into the socket's buffer. Reading the body may block, unless it is in memory.
  Progress send(int socket);
  enum class From { memory, open_file, reader };
  From from() const;
  std::uint64_t sent() const { return sent_; }

 private:
  std::string_view text() const { return shared_ ? std::string_view(*shared_) : own_; }
  Progress send_text(int socket);
  Progress send_file(int socket, int file);
  Progress send_pieces(int socket);
  std::string head_;
  std::string own_;
  SharedBody shared_;
  FileBody file_;      // what is still to be read; no source when there is none
  std::string piece_;  // read, and sent up to `piece_sent_`
  std::size_t head_sent_ = 0, text_sent_ = 0, piece_sent_ = 0;
  std::uint64_t sent_ = 0;
};

}  // namespace guong::http

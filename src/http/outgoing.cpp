// Head and text leave in one system call, files by sendfile, what is in no file piece by piece; where it
// stopped is remembered.
#include "http/outgoing.h"

#include <spdlog/spdlog.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "guong/http/date.h"

namespace guong::http {
namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 422:
      return "Unprocessable Content";
    case 423:
      return "Locked";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 460:
      return "Checksum Mismatch";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Status";
  }
}

/// The Date header's value, made once a second.
const std::string& date_now() {
  thread_local std::time_t second = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != second) {
    second = now;
    text = http_date(Timestamp{static_cast<std::int64_t>(now) * 1'000'000});
  }
  return text;
}

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string head_of(const Response& response, std::uint64_t length, bool close) {
  std::string head;
  head.reserve(512);
  head += "HTTP/1.1 ";
  head += std::to_string(response.status);
  head += ' ';
  head += reason_of(response.status);
  head += "\r\nDate: ";
  head += date_now();
  for (const auto& [name, value] : response.headers) {
    head += "\r\n";
    head += name;
    head += ": ";
    head += value;
  }
  if (has_body(response.status)) {
    head += "\r\nContent-Length: ";
    head += std::to_string(length);
  }
  if (close) head += "\r\nConnection: close";
  head += "\r\n\r\n";
  return head;
}

constexpr int kFlags = MSG_NOSIGNAL | MSG_DONTWAIT;

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

std::string http_date(Timestamp t) {
  const auto second = static_cast<std::time_t>(t.micros / 1'000'000);
  std::tm parts{};
  ::gmtime_r(&second, &parts);
  char text[40];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

Outgoing::Outgoing(Response&& response, bool head_only, bool close) {
  const bool sent = !head_only && has_body(response.status);
  std::uint64_t length = 0;
  if (auto* text = std::get_if<std::string>(&response.body)) {
    length = text->size();
    if (sent) own_ = std::move(*text);
  } else if (auto* shared = std::get_if<SharedBody>(&response.body)) {
    length = *shared ? (*shared)->size() : 0;
    if (sent) shared_ = std::move(*shared);
  } else {
    auto& file = std::get<FileBody>(response.body);
    length = file.length;
    if (sent && length > 0) file_ = std::move(file);
  }
  head_ = head_of(response, length, close);
}

Outgoing::From Outgoing::from() const {
  if (!file_.source) return From::memory;
  return file_.source->file_descriptor() ? From::open_file : From::reader;
}

Outgoing::Progress Outgoing::send_text(int socket) {
  const auto body = text();
  while (head_sent_ < head_.size() || text_sent_ < body.size()) {
    iovec parts[2] = {{head_.data() + head_sent_, head_.size() - head_sent_},
                      {const_cast<char*>(body.data()) + text_sent_, body.size() - text_sent_}};
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    const ssize_t n = ::sendmsg(socket, &message, kFlags | (file_.length > 0 ? MSG_MORE : 0));
    if (n < 0) return would_block() ? Progress::more : Progress::broken;
    const auto from_head = std::min(static_cast<std::size_t>(n), head_.size() - head_sent_);
    head_sent_ += from_head;
    text_sent_ += static_cast<std::size_t>(n) - from_head;
    sent_ += static_cast<std::uint64_t>(n);
  }
  return Progress::done;
}

Outgoing::Progress Outgoing::send_file(int socket, int file) {
  constexpr std::uint64_t kAtOnce = 1 << 20;
  while (file_.length > 0) {
    auto offset = static_cast<off_t>(file_.offset);
    const ssize_t n = ::sendfile(socket, file, &offset, std::min(file_.length, kAtOnce));
    if (n < 0) return would_block() ? Progress::more : Progress::broken;
    if (n == 0) return Progress::broken;  // the file is shorter than was promised
    file_.offset += static_cast<std::uint64_t>(n);
    file_.length -= static_cast<std::uint64_t>(n);
    sent_ += static_cast<std::uint64_t>(n);
  }
  return Progress::done;
}

Outgoing::Progress Outgoing::send_pieces(int socket) {
  constexpr std::uint64_t kPiece = 256 << 10;  // held for every client that is slower than the source
  for (;;) {
    if (piece_sent_ == piece_.size()) {
      if (file_.length == 0) return Progress::done;
      piece_.resize(static_cast<std::size_t>(std::min(file_.length, kPiece)));
      file_.source->read(file_.offset, piece_);
      file_.offset += piece_.size();
      file_.length -= piece_.size();
      piece_sent_ = 0;
    }
    const ssize_t n = ::send(socket, piece_.data() + piece_sent_, piece_.size() - piece_sent_, kFlags);
    if (n < 0) return would_block() ? Progress::more : Progress::broken;
    piece_sent_ += static_cast<std::size_t>(n);
    sent_ += static_cast<std::uint64_t>(n);
  }
}

Outgoing::Progress Outgoing::send(int socket) {
  const Progress text = send_text(socket);
  if (text != Progress::done || !file_.source) return text;
  const auto file = file_.source->file_descriptor();
  try {
    return file ? send_file(socket, *file) : send_pieces(socket);
  } catch (const std::exception& error) {  // the head is out: all that can be done is to end it too early
    spdlog::error("a body cannot be read: {}", error.what());
    return Progress::broken;
  }
}

}  // namespace guong::http

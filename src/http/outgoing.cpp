// Head and text leave in one system call, files by sendfile; where it stopped is remembered.
#include "http/outgoing.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

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
  std::uint64_t length = 0;
  if (auto* text = std::get_if<std::string>(&response.body)) {
    own_ = std::move(*text);
    text_ = own_;
    length = own_.size();
  } else if (auto* shared = std::get_if<SharedBody>(&response.body)) {
    shared_ = std::move(*shared);
    if (shared_) text_ = *shared_;
    length = text_.size();
  } else {
    const auto& file = std::get<FileBody>(response.body);
    length = file.length;
    if (!head_only && length > 0) {
      file_ = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
      file_offset_ = static_cast<std::int64_t>(file.offset);
      file_left_ = length;
    }
  }
  head_ = head_of(response, length, close);
  if (head_only || !has_body(response.status)) text_ = {};
}

Outgoing::Outgoing(Outgoing&& other) noexcept
    : head_(std::move(other.head_)),
      own_(),
      shared_(std::move(other.shared_)),
      file_(other.file_),
      file_offset_(other.file_offset_),
      file_left_(other.file_left_),
      head_sent_(other.head_sent_),
      text_sent_(other.text_sent_),
      sent_(other.sent_) {
  // A short string moves its bytes: the view follows its owner.
  const std::size_t length = other.text_.size();
  own_ = std::move(other.own_);
  text_ = shared_ ? std::string_view(*shared_).substr(0, length) : std::string_view(own_).substr(0, length);
  other.file_ = -1;
}

Outgoing::~Outgoing() {
  if (file_ >= 0) ::close(file_);
}

Outgoing::Progress Outgoing::send_text(int socket) {
  while (head_sent_ < head_.size() || text_sent_ < text_.size()) {
    iovec parts[2] = {{head_.data() + head_sent_, head_.size() - head_sent_},
                      {const_cast<char*>(text_.data()) + text_sent_, text_.size() - text_sent_}};
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    const ssize_t n =
        ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT | (file_left_ > 0 ? MSG_MORE : 0));
    if (n < 0) return would_block() ? Progress::more : Progress::broken;
    const auto from_head = std::min(static_cast<std::size_t>(n), head_.size() - head_sent_);
    head_sent_ += from_head;
    text_sent_ += static_cast<std::size_t>(n) - from_head;
    sent_ += static_cast<std::uint64_t>(n);
  }
  return Progress::done;
}

Outgoing::Progress Outgoing::send_file(int socket) {
  constexpr std::size_t kAtOnce = 1 << 20;
  while (file_left_ > 0) {
    if (file_ < 0) return Progress::broken;
    off_t offset = file_offset_;
    const ssize_t n = ::sendfile(socket, file_, &offset, std::min<std::uint64_t>(file_left_, kAtOnce));
    if (n < 0) return would_block() ? Progress::more : Progress::broken;
    if (n == 0) return Progress::broken;  // the file is shorter than was promised
    file_offset_ = offset;
    file_left_ -= static_cast<std::uint64_t>(n);
    sent_ += static_cast<std::uint64_t>(n);
  }
  return Progress::done;
}

Outgoing::Progress Outgoing::send(int socket) {
  const Progress text = send_text(socket);
  return text == Progress::done ? send_file(socket) : text;
}

}  // namespace guong::http

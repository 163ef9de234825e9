// Answers with a file: whole, or the one range that was asked for.
#include <charconv>
#include <optional>
#include <system_error>

#include "guong/http/message.h"

namespace guong::http {
namespace {

struct Range {
  std::uint64_t first = 0, last = 0;
};
enum class Asked { whole, part, impossible };

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return n;
}

/// RFC 9110, 14.1.2. Several ranges at once, and what cannot be read, mean the whole file.
Asked asked_range(std::string_view header, std::uint64_t size, Range& range) {
  if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos) return Asked::whole;
  header.remove_prefix(6);
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return Asked::whole;
  const auto first = number(header.substr(0, dash));
  const auto last = number(header.substr(dash + 1));
  if (!first && !last) return Asked::whole;
  if (!first) {  // the last n bytes
    if (*last == 0 || size == 0) return Asked::impossible;
    range = {*last >= size ? 0 : size - *last, size - 1};
    return Asked::part;
  }
  if (*first >= size) return Asked::impossible;
  if (last && *last < *first) return Asked::whole;
  range = {*first, last && *last < size ? *last : size - 1};
  return Asked::part;
}

}  // namespace

Response file_response(const Request& request, std::shared_ptr<const ByteSource> file,
                       std::string_view media_type, std::string_view etag) {
  const std::uint64_t size = file->size();
  Response r;
  r.set("ETag", std::string(etag)).set("Accept-Ranges", "bytes");
  const auto known = request.header("if-none-match");
  if (known && (*known == "*" || known->find(etag) != std::string_view::npos)) {
    r.status = 304;
    return r;
  }
  r.set("Content-Type", std::string(media_type));
  const auto if_range = request.header("if-range");
  Range range{0, size == 0 ? 0 : size - 1};
  const bool conditional = if_range && *if_range != etag;
  const Asked asked =
      conditional ? Asked::whole : asked_range(request.header("range").value_or(""), size, range);
  if (asked == Asked::impossible) {
    r.status = 416;
    return r.set("Content-Range", "bytes */" + std::to_string(size));
  }
  if (asked == Asked::part) {
    r.status = 206;
    r.set("Content-Range", "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" +
                               std::to_string(size));
  }
  r.body = FileBody{std::move(file), range.first, size == 0 ? 0 : range.last - range.first + 1};
  return r;
}

}  // namespace guong::http

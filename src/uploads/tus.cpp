// tus 1.0 headers: parsing and answers. What is malformed gives nothing; the caller chooses the refusal.
#include "uploads/tus.h"

#include <charconv>

#include "guong/base/bytes.h"

namespace guong::uploads::tus {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<std::string> base64_value(std::string_view text) {
  const auto bytes = from_base64(text);
  return bytes ? std::optional(std::string(as_text(*bytes))) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> length_header(const http::Request& request, std::string_view name) {
  const auto text = request.header(name);
  std::int64_t n = 0;
  if (!text || text->empty() || text->size() > 18 ||
      text->find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::from_chars(text->data(), text->data() + text->size(), n);
  return n;
}

std::optional<std::map<std::string, std::string>> metadata(std::string_view header) {
  std::map<std::string, std::string> out;
  while (!trimmed(header).empty()) {
    const auto comma = std::min(header.find(','), header.size());
    const auto pair = trimmed(header.substr(0, comma));
    header.remove_prefix(std::min(comma + 1, header.size()));
    const auto space = std::min(pair.find(' '), pair.size());
    const auto value = base64_value(trimmed(pair.substr(space)));
    if (pair.substr(0, space).empty() || !value) return std::nullopt;
    if (!out.emplace(pair.substr(0, space), *value).second) return std::nullopt;
  }
  return out;
}

std::optional<Checksum> checksum(std::string_view header) {
  const auto space = header.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  Checksum c{std::string(header.substr(0, space)), ""};
  const auto digest = base64_value(trimmed(header.substr(space)));
  const std::size_t length = c.algorithm == "sha256" ? 32 : c.algorithm == "sha1" ? 20 : 0;
  if (!digest || length == 0 || digest->size() != length) return std::nullopt;
  c.digest = *digest;
  return c;
}

http::Response options_response(std::int64_t max_size) {
  http::Response r;
  r.status = 204;
  return r.set("Tus-Version", std::string(kVersion))
      .set("Tus-Extension", std::string(kExtensions))
      .set("Tus-Checksum-Algorithm", "sha256,sha1")
      .set("Tus-Max-Size", std::to_string(max_size));
}

std::optional<http::Response> version_refusal(const http::Request& request) {
  if (request.header("tus-resumable") == kVersion) return std::nullopt;
  http::Response r;
  r.status = 412;
  r.set("Tus-Version", std::string(kVersion));
  return r;
}

}  // namespace guong::uploads::tus

// Raw bytes and their text forms.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guong {

using Bytes = std::vector<std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;  // SHA-256

inline std::string_view as_text(const Bytes& b) {
  return {reinterpret_cast<const char*>(b.data()), b.size()};
}
inline std::string_view as_text(const Digest& d) {
  return {reinterpret_cast<const char*>(d.data()), d.size()};
}
inline Bytes as_bytes(std::string_view s) { return Bytes(s.begin(), s.end()); }

std::string to_hex(std::string_view bytes);
std::optional<Bytes> from_hex(std::string_view text);
std::string to_base64(std::string_view bytes);
std::optional<Bytes> from_base64(std::string_view text);
/// Base64url without padding, for tokens and ETags.
std::string to_base64url(std::string_view bytes);
std::optional<Bytes> from_base64url(std::string_view text);

}  // namespace guong

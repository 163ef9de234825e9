// Whole numbers out of untrusted bytes: 0 beyond the end, so callers check lengths once, where it
// matters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guong::works {

inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0;
}
inline std::uint32_t be16(std::string_view b, std::size_t at) {
  return byte_at(b, at) << 8 | byte_at(b, at + 1);
}
inline std::uint32_t le16(std::string_view b, std::size_t at) {
  return byte_at(b, at + 1) << 8 | byte_at(b, at);
}
inline std::uint32_t be32(std::string_view b, std::size_t at) { return be16(b, at) << 16 | be16(b, at + 2); }
inline std::uint32_t le32(std::string_view b, std::size_t at) { return le16(b, at + 2) << 16 | le16(b, at); }

inline std::string be32_text(std::uint32_t n) {
  return {static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
          static_cast<char>(n)};
}
inline std::string le32_text(std::uint32_t n) {
  return {static_cast<char>(n), static_cast<char>(n >> 8), static_cast<char>(n >> 16),
          static_cast<char>(n >> 24)};
}

}  // namespace guong::works

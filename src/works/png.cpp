// A PNG file is a row of chunks: length, four letters, data, check sum.
#include <zlib.h>

#include <algorithm>
#include <array>

#include "works/byte_reader.h"
#include "works/pictures.h"

namespace guong::works {
namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
/// Picture, animation, colour, transparency and density: nothing that holds words, times or places.
constexpr std::array<std::string_view, 14> kKept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                                 "sRGB", "sBIT", "cICP", "pHYs", "acTL", "fcTL", "fdAT"};

std::string chunk(std::string_view type, std::string_view data) {
  std::string body(type);
  body += data;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return be32_text(static_cast<std::uint32_t>(data.size())) + body +
         be32_text(static_cast<std::uint32_t>(sum));
}

/// A colour profile under a name that says nothing.
std::string renamed_profile(std::string_view data) {
  const auto name_end = data.find('\0');
  if (name_end == data.npos) return {};
  return chunk("iCCP", "profile" + std::string(data.substr(name_end)));
}

}  // namespace

std::optional<std::string> scrub_png(std::string_view bytes) {
  if (!png_size(bytes)) return std::nullopt;
  std::string out(kSignature);
  out.reserve(bytes.size());
  bytes.remove_prefix(kSignature.size());
  while (bytes.size() >= 12) {
    const std::size_t length = be32(bytes, 0);
    if (length > bytes.size() - 12) return std::nullopt;
    const auto type = bytes.substr(4, 4), data = bytes.substr(8, length);
    if (type == "iCCP") {
      out += renamed_profile(data);
    } else if (std::ranges::find(kKept, type) != kKept.end()) {
      out += chunk(type, data);
    }
    // Anything after the end of the picture is not picture.
    if (type == "IEND") return out;
    bytes.remove_prefix(12 + length);
  }
  return std::nullopt;
}

std::optional<PictureSize> png_size(std::string_view bytes) {
  if (!bytes.starts_with(kSignature) || bytes.size() < 33 || bytes.substr(12, 4) != "IHDR")
    return std::nullopt;
  const auto width = be32(bytes, 16), height = be32(bytes, 20);
  constexpr std::uint32_t kMost = 0x7fffffff;
  if (width == 0 || height == 0 || width > kMost || height > kMost) return std::nullopt;
  return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace guong::works

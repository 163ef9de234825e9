// WebP (chunks in a RIFF file), GIF (blocks), and the drawings that word processors embed.
#include <algorithm>
#include <array>

#include "works/byte_reader.h"
#include "works/pictures.h"

namespace guong::works {
namespace {

constexpr std::array<std::string_view, 7> kWebpKept{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};
constexpr char kExifAndXmpFlags = 0x04 | 0x08;

bool is_webp(std::string_view bytes) {
  return bytes.size() >= 30 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

std::uint32_t le24(std::string_view b, std::size_t at) { return le16(b, at) | byte_at(b, at + 2) << 16; }

/// The length of a GIF's sub-blocks with their closing zero; nothing when they run over the end.
std::optional<std::size_t> sub_blocks(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto length = byte_at(bytes, at);
    ++at;
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t colour_table(std::uint32_t flags) {
  return flags & 0x80 ? std::size_t{3} << ((flags & 7) + 1) : 0;
}

/// A GIF block at the front: its length, and whether it is picture (or timing of pictures).
struct GifBlock {
  std::size_t length;
  bool kept;
};
std::optional<GifBlock> gif_block(std::string_view bytes) {
  std::size_t head = 2;
  bool kept = true;
  if (bytes.front() == ',') {
    head = 10 + colour_table(byte_at(bytes, 9)) + 1;
  } else if (bytes.front() == '!') {
    const auto label = byte_at(bytes, 1);
    const bool loops = label == 0xFF && bytes.substr(2).starts_with("\x0bNETSCAPE2.0");
    kept = label == 0xF9 || loops;
  } else {
    return std::nullopt;
  }
  if (head > bytes.size()) return std::nullopt;
  const auto rest = sub_blocks(bytes.substr(head));
  if (!rest) return std::nullopt;
  return GifBlock{head + *rest, kept};
}

/// A Windows drawing names the program and the picture in its header; both are blanked.
std::optional<std::string> scrub_emf(std::string_view bytes) {
  if (bytes.size() < 88 || le32(bytes, 0) != 1 || bytes.substr(40, 4) != " EMF") return std::nullopt;
  std::string out(bytes);
  const std::size_t length = std::size_t{2} * le32(bytes, 60), at = le32(bytes, 64);
  if (length > 0 && at <= out.size() && length <= out.size() - at) {
    std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(at), length, '\0');
  }
  return out;
}

bool is_wmf(std::string_view bytes) {
  return bytes.starts_with("\xd7\xcd\xc6\x9a") || bytes.starts_with(std::string_view("\x01\0\x09\0", 4));
}

}  // namespace

std::optional<std::string> scrub_webp(std::string_view bytes) {
  if (!is_webp(bytes)) return std::nullopt;
  std::string body("WEBP");
  auto rest = bytes.substr(12, le32(bytes, 4) >= 4 ? le32(bytes, 4) - 4 : 0);
  while (rest.size() >= 8) {
    const auto type = rest.substr(0, 4);
    const std::size_t length = le32(rest, 4), padded = length + (length & 1);
    if (length > rest.size() - 8) return std::nullopt;
    if (std::ranges::find(kWebpKept, type) != kWebpKept.end()) {
      const auto start = body.size();
      body += rest.substr(0, 8 + length);
      if (length & 1) body += '\0';
      if (type == "VP8X" && length > 0)
        body[start + 8] = static_cast<char>(body[start + 8] & ~kExifAndXmpFlags);
    }
    rest.remove_prefix(std::min(rest.size(), 8 + padded));
  }
  return "RIFF" + le32_text(static_cast<std::uint32_t>(body.size())) + body;
}

std::optional<PictureSize> webp_size(std::string_view bytes) {
  if (!is_webp(bytes)) return std::nullopt;
  const auto type = bytes.substr(12, 4);
  const auto size = [](std::uint32_t width, std::uint32_t height) {
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
  };
  if (type == "VP8X") return size(le24(bytes, 24) + 1, le24(bytes, 27) + 1);
  if (type == "VP8 ") return size(le16(bytes, 26) & 0x3fff, le16(bytes, 28) & 0x3fff);
  if (type != "VP8L") return std::nullopt;
  const auto bits = le32(bytes, 21);
  return size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
}

std::optional<std::string> scrub_gif(std::string_view bytes) {
  if (!bytes.starts_with("GIF8") || bytes.size() < 14) return std::nullopt;
  const std::size_t head = 13 + colour_table(byte_at(bytes, 10));
  if (head >= bytes.size()) return std::nullopt;
  std::string out(bytes.substr(0, head));
  bytes.remove_prefix(head);
  while (!bytes.empty() && bytes.front() != ';') {
    const auto block = gif_block(bytes);
    if (!block) return std::nullopt;
    if (block->kept) out += bytes.substr(0, block->length);
    bytes.remove_prefix(block->length);
  }
  return out + ';';
}

std::optional<SafePicture> scrub_any_picture(std::string_view bytes) {
  if (auto out = scrub_jpeg(bytes)) return SafePicture{std::move(*out), ".jpeg"};
  if (auto out = scrub_png(bytes)) return SafePicture{std::move(*out), ".png"};
  if (auto out = scrub_gif(bytes)) return SafePicture{std::move(*out), ".gif"};
  if (auto out = scrub_webp(bytes)) return SafePicture{std::move(*out), ".webp"};
  if (auto out = scrub_emf(bytes)) return SafePicture{std::move(*out), ".emf"};
  if (is_wmf(bytes)) return SafePicture{std::string(bytes), ".wmf"};
  if (bytes.starts_with("BM")) return SafePicture{std::string(bytes), ".bmp"};
  return std::nullopt;
}

}  // namespace guong::works

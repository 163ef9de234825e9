// A JPEG file is a row of segments: FF, marker, length, data; after a scan's header come
// entropy-coded bytes up to the next marker.
#include <array>
#include <vector>

#include "works/byte_reader.h"
#include "works/pictures.h"

namespace guong::works {
namespace {

constexpr std::uint32_t kEnd = 0xD9, kScan = 0xDA, kApp0 = 0xE0, kApp1 = 0xE1, kApp2 = 0xE2, kApp14 = 0xEE;
constexpr std::string_view kJfif("JFIF\0", 5), kExif("Exif\0\0", 6), kIcc("ICC_PROFILE\0", 12),
    kAdobe("Adobe");

bool restart(std::uint32_t marker) { return marker >= 0xD0 && marker <= 0xD7; }
bool frame_header(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
/// Tables, frames, scans: what a decoder needs.
bool needed(std::uint32_t marker) {
  return (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8) || (marker >= 0xDA && marker <= 0xDF);
}

struct Segment {
  std::uint32_t marker;
  std::string_view data;     // without its length
  std::string_view entropy;  // after a scan's header
};

/// The length of entropy-coded bytes: up to a marker that is neither a stuffed zero nor a restart.
std::size_t entropy_length(std::string_view bytes) {
  std::size_t at = 0;
  for (;; ++at) {
    at = bytes.find('\xff', at);
    if (at == bytes.npos || at + 1 >= bytes.size()) return bytes.size();
    const auto next = byte_at(bytes, at + 1);
    if (next != 0 && next != 0xFF && !restart(next)) return at;
  }
}

/// All segments up to the end marker (what follows it is left out). Nothing unless there is at
/// least one scan.
std::optional<std::vector<Segment>> segments(std::string_view bytes) {
  if (!bytes.starts_with("\xff\xd8")) return std::nullopt;
  bytes.remove_prefix(2);
  std::vector<Segment> out;
  bool scan = false;
  while (bytes.size() >= 2 && byte_at(bytes, 0) == 0xFF) {
    const auto marker = byte_at(bytes, 1);
    if (marker == 0xFF) {
      bytes.remove_prefix(1);
      continue;
    }
    if (marker == kEnd) return scan ? std::optional(std::move(out)) : std::nullopt;
    if (marker == 0x01 || restart(marker)) {
      bytes.remove_prefix(2);
      continue;
    }
    const std::size_t length = be16(bytes, 2);
    if (length < 2 || bytes.size() < 2 + length) break;
    Segment segment{marker, bytes.substr(4, length - 2), {}};
    bytes.remove_prefix(2 + length);
    if (marker == kScan) {
      scan = true;
      segment.entropy = bytes.substr(0, entropy_length(bytes));
      bytes.remove_prefix(segment.entropy.size());
    }
    out.push_back(segment);
  }
  // Cut short: phones and messengers make such files, and decoders show what is there.
  return scan ? std::optional(std::move(out)) : std::nullopt;
}

/// The Orientation tag of an Exif block, 1 when there is none.
int orientation_of(std::string_view exif) {
  const bool big = exif.starts_with("MM");
  const auto n16 = [&](std::size_t at) { return big ? be16(exif, at) : le16(exif, at); };
  const auto n32 = [&](std::size_t at) { return big ? be32(exif, at) : le32(exif, at); };
  const std::size_t directory = n32(4);
  for (std::size_t i = 0, count = n16(directory); i < count; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (entry + 12 > exif.size()) return 1;
    if (n16(entry) != 0x0112) continue;
    const auto value = n16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

int orientation_of(const std::vector<Segment>& all) {
  for (const Segment& segment : all) {
    if (segment.marker == kApp1 && segment.data.starts_with(kExif)) {
      return orientation_of(segment.data.substr(kExif.size()));
    }
  }
  return 1;
}

void write(std::string& out, std::uint32_t marker, std::string_view data) {
  const auto length = data.size() + 2;
  out += '\xff';
  out += static_cast<char>(marker);
  out += static_cast<char>(length >> 8);
  out += static_cast<char>(length);
  out += data;
}

void write_orientation(std::string& out, int orientation) {
  std::string exif(kExif);
  exif += std::string_view("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  exif += static_cast<char>(orientation);
  exif += std::string_view("\0\0\0\0\0\0", 6);
  write(out, kApp1, exif);
}

/// Version, units and density, without the preview picture.
void write_jfif(std::string& out, std::string_view data) {
  if (data.size() < 14) return;
  write(out, kApp0, std::string(data.substr(0, 12)) + std::string(2, '\0'));
}

bool colour(const Segment& segment) {
  return (segment.marker == kApp2 && segment.data.starts_with(kIcc)) ||
         (segment.marker == kApp14 && segment.data.starts_with(kAdobe));
}

}  // namespace

std::optional<std::string> scrub_jpeg(std::string_view bytes) {
  const auto all = segments(bytes);
  if (!all) return std::nullopt;
  std::string out("\xff\xd8");
  out.reserve(bytes.size());
  if (!all->empty() && all->front().marker == kApp0 && all->front().data.starts_with(kJfif)) {
    write_jfif(out, all->front().data);
  }
  if (const int orientation = orientation_of(*all); orientation != 1) write_orientation(out, orientation);
  for (const Segment& segment : *all) {
    if (!needed(segment.marker) && !colour(segment)) continue;
    write(out, segment.marker, segment.data);
    out += segment.entropy;
  }
  out += "\xff\xd9";
  return out;
}

std::optional<PictureSize> jpeg_size(std::string_view bytes) {
  const auto all = segments(bytes);
  if (!all) return std::nullopt;
  for (const Segment& segment : *all) {
    if (!frame_header(segment.marker) || segment.data.size() < 6) continue;
    PictureSize size{static_cast<int>(be16(segment.data, 3)), static_cast<int>(be16(segment.data, 1))};
    if (orientation_of(*all) >= 5) std::swap(size.width, size.height);
    return size;
  }
  return std::nullopt;
}

}  // namespace guong::works

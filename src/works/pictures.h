// Pictures as bytes: their size, and the same picture without metadata. Filters of our own that
// copy only what is on a list: libraries that erase what they know leave what they do not (previews
// of other makers, whole files after the end).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guong/works/file_kind.h"

namespace guong::works {

struct PictureSize {
  int width = 0, height = 0;
};

/// Nothing when the bytes are not such a picture. `orientation` (1 to 8) stays in a JPEG, as the
/// only tag.
std::optional<std::string> scrub_jpeg(std::string_view bytes);
std::optional<std::string> scrub_png(std::string_view bytes);
std::optional<std::string> scrub_webp(std::string_view bytes);
std::optional<std::string> scrub_gif(std::string_view bytes);
/// A picture inside another file, whatever its kind; nothing when it cannot be made safe.
struct SafePicture {
  std::string bytes;
  std::string_view extension;  // ".png"
};
std::optional<SafePicture> scrub_any_picture(std::string_view bytes);

std::optional<PictureSize> jpeg_size(std::string_view bytes);
std::optional<PictureSize> png_size(std::string_view bytes);
std::optional<PictureSize> webp_size(std::string_view bytes);

}  // namespace guong::works

// Smaller pictures made of one that people sent: for pages, where the original would be too heavy. Blocks
// while a child process works: not on an event thread; any other.
#pragma once

#include <filesystem>

#include "guong/base/byte_source.h"
#include "guong/works/file_kind.h"

namespace guong::works {

/// Writes `output` (replacing it): the picture upright, at most so wide, as jpeg or webp, without metadata.
/// Whether it could be made: a picture that is damaged, or none, has no smaller one. Throws
/// Error{unavailable} when no child process can be started: trying again may help.
bool scale_picture(const ByteSource& input, FileKind input_kind, const std::filesystem::path& output,
                   FileKind output_kind, int width);

}  // namespace guong::works

// The text inside a file, for word counts and the leak check. text_of_file blocks while a child
// process reads: not on an event thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "guong/works/file_kind.h"

namespace guong::works {

/// All text that a reader may come to see: of a Word file the body, headers, footers and notes; of
/// a PDF its pages. Nothing for kinds without text and for files that cannot be read.
std::optional<std::string> text_of_file(const std::filesystem::path& file, FileKind kind);

/// The body of a Word file, one line a paragraph, deleted text left out: what word counts count.
/// Parses within this process: only for files that were made here, or inside the limited child.
/// Nothing when it is not a Word file.
std::optional<std::string> text_of_docx(const std::filesystem::path& file);

}  // namespace guong::works

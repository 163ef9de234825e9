// The text inside a file, for word counts and the leak check. text_of_file blocks while a child
// process reads: not on an event thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "guong/base/byte_source.h"
#include "guong/works/file_kind.h"

namespace guong::works {

/// All text that a reader may come to see: of a Word file the body, headers, footers and notes; of a PDF its
/// pages. Nothing for kinds without text and for files that are not of their kind. Bytes that are in no open
/// file are copied into the folder `scratch` meanwhile, without a name. Throws Error{unavailable} when they
/// cannot be read, or no child process can be started: trying again may help.
std::optional<std::string> text_of_file(const ByteSource& file, FileKind kind,
                                        const std::filesystem::path& scratch);

/// The body of a Word file, one line a paragraph, deleted text left out: what word counts count.
/// Parses within this process: only for files that were made here, or inside the limited child.
/// Nothing when it is not a Word file.
std::optional<std::string> text_of_docx(const std::filesystem::path& file);

}  // namespace guong::works

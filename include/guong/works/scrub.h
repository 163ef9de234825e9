// The anonymised rendition of a file: same content, no metadata. What judges get is made from this,
// never from the original.
//
// Word files: properties, comments, people, revision marks (tracked changes are taken as accepted),
// revision ids, fields that tell (author, file name), paths and alternative texts, thumbnails,
// embedded objects, macros; pictures inside are scrubbed too. Only parts on a list are carried
// over. PDF: document information, XMP, ids, embedded files, scripts, signatures, annotation
// authors and dates, older revisions, metadata of JPEG pictures inside. JPEG, PNG, WebP: everything
// but picture, colour and orientation. Sound and video: tags, chapters, cover pictures, data and
// subtitle tracks, encoder notes inside H.264 and H.265; nothing is re-encoded.
//
// Blocks while a child process works: not on an event thread; any other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "guong/base/byte_source.h"
#include "guong/works/file_kind.h"

namespace guong::works {

struct ScrubResult {
  bool done = false;
  std::string refusal;                // a message's key when not done; then there is no output file
  FileKind kind = FileKind::unknown;  // of the rendition: mov becomes mp4
  std::vector<std::string>
      dropped;  // parts of the content that could not be made safe ("word/embeddings/x.xlsx")
};

/// Writes `output` (replacing it). Bytes that are in no open file are copied into its folder meanwhile,
/// without a name. Throws Error{unavailable} when they cannot be read, or no child process can be started:
/// trying again may help.
ScrubResult scrub_file(const ByteSource& input, const std::filesystem::path& output, FileKind kind);

}  // namespace guong::works

// What an uploaded file is, by its content and never by its name. Blocks while a child process
// looks at the file: not on an event thread; any other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "guong/base/byte_source.h"
#include "guong/works/file_kind.h"

namespace guong::works {

struct Probe {
  FileKind kind = FileKind::unknown;
  std::string media_type = "application/octet-stream";
  std::optional<int> width, height;  // as shown, so after turning
  std::optional<std::int64_t> duration_ms;
  std::string problem;  // a message's key when the file is of its kind but cannot be used
                        // ("works.pdf_password")
};

/// `file`: one that has just arrived on this machine. What no kind fits, or what breaks its parser, is
/// unknown. Throws Error{unavailable} when the file cannot be read or no child process can be started:
/// trying again may help.
Probe probe_file(const std::filesystem::path& file);
/// The same of bytes that may be in no open file: they are copied into the folder `scratch` meanwhile, without a name.
Probe probe_bytes(const ByteSource& bytes, const std::filesystem::path& scratch);

}  // namespace guong::works

// Starts the child that reads; the readers themselves run in it (docx_text.cpp, pdftotext).
#include "guong/works/file_text.h"

#include "guong/base/error.h"
#include "guong/base/text.h"
#include "guong/works/child_process.h"
#include "works/files.h"
#include "works/worker_protocol.h"

namespace guong::works {

std::optional<std::string> text_of_file(const std::filesystem::path& file, FileKind kind) {
  if (kind != FileKind::docx && kind != FileKind::pdf) return std::nullopt;
  require_readable(file);
  const auto path = std::filesystem::absolute(file).string();
  Limits limits;
  limits.file_bytes = 0;
  limits.wall_ms = 60'000;
  limits.cpu_seconds = 60;
  const auto end = kind == FileKind::docx
                       ? run_limited(worker_command({"text", "docx", path}), limits)
                       : run_limited({"pdftotext", "-q", "-enc", "UTF-8", path, "-"}, limits);
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.worker_missing");
  if (!end.succeeded() || !valid_utf8(end.output)) return std::nullopt;
  return end.output;
}

}  // namespace guong::works

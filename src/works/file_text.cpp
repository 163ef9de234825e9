// Starts the child that reads; the readers themselves run in it (docx_text.cpp, pdftotext).
#include "guong/works/file_text.h"

#include "guong/base/error.h"
#include "guong/base/text.h"
#include "guong/works/child_process.h"
#include "works/input_file.h"
#include "works/worker_protocol.h"

namespace guong::works {

std::optional<std::string> text_of_file(const ByteSource& file, FileKind kind,
                                        const std::filesystem::path& scratch) {
  if (!has_text(kind)) return std::nullopt;
  const InputFile input(file, scratch);
  Limits limits;
  limits.file_bytes = 0;
  limits.wall_ms = 60'000;
  limits.cpu_seconds = 60;
  const auto end =
      kind == FileKind::docx
          ? run_limited(worker_command({"text", "docx", InputFile::name()}), limits, input.descriptor())
          : run_limited({"pdftotext", "-q", "-enc", "UTF-8", InputFile::name(), "-"}, limits,
                        input.descriptor());
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.worker_missing");
  if (!end.succeeded() || !valid_utf8(end.output)) return std::nullopt;
  return end.output;
}

}  // namespace guong::works

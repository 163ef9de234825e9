// Chooses the scrubber by kind and where it runs; nothing but a finished rendition is left behind.
#include "guong/works/scrub.h"

#include <system_error>

#include "guong/base/error.h"
#include "guong/works/child_process.h"
#include "works/docx.h"
#include "works/files.h"
#include "works/input_file.h"
#include "works/media.h"
#include "works/pdf.h"
#include "works/pictures.h"
#include "works/worker_protocol.h"

namespace guong::works {
namespace {

using Path = std::filesystem::path;

ScrubResult refused(FileKind kind, std::string key) { return {false, std::move(key), kind, {}}; }

template <class Filter>
ScrubResult scrub_picture(const Path& input, const Path& output, FileKind kind, Filter filter) {
  const auto picture = filter(read_whole(input));
  if (!picture) return refused(kind, "works.damaged");
  if (!write_whole(output, *picture)) throw Error(ErrorKind::unavailable, "works.rendition_unwritable");
  return {true, "", kind, {}};
}

ScrubResult scrub_by_kind(const Path& input, const Path& output, FileKind kind) {
  switch (kind) {
    case FileKind::docx:
      return scrub_docx(input, output);
    case FileKind::pdf:
      return scrub_pdf(input, output);
    case FileKind::jpeg:
      return scrub_picture(input, output, kind, scrub_jpeg);
    case FileKind::png:
      return scrub_picture(input, output, kind, scrub_png);
    case FileKind::webp:
      return scrub_picture(input, output, kind, scrub_webp);
    default:
      return refused(kind, "works.kind_refused");
  }
}

ScrubResult scrub_in_child(const InputFile& input, const Path& output, FileKind kind) {
  Limits limits;
  limits.cpu_seconds = 60;
  limits.wall_ms = 90'000;
  // A rendition may grow (streams packed less well), but not without bound.
  limits.file_bytes = 2 * input.size() + (16LL << 20);
  const auto end = run_limited(worker_command({"scrub", std::string(kind_name(kind)), InputFile::name(),
                                               std::filesystem::absolute(output).string()}),
                               limits, input.descriptor(), output);
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.worker_missing");
  if (end.how == ChildEnd::How::timed_out) return refused(kind, "works.took_too_long");
  if (!end.succeeded()) return refused(kind, "works.damaged");
  return scrub_result_from_lines(end.output);
}

/// A rendition stands only when everything went well: half of one might be the half with the name
/// in it.
ScrubResult settled(ScrubResult result, const Path& output) {
  std::error_code error;
  const auto size = std::filesystem::file_size(output, error);
  if (result.done && (error || size == 0)) result = refused(result.kind, "works.damaged");
  if (!result.done) {
    if (result.refusal.empty()) result.refusal = "works.damaged";
    std::filesystem::remove(output, error);
  }
  return result;
}

}  // namespace

ScrubResult scrub_in_process(const Path& input, const Path& output, FileKind kind) {
  return settled(scrub_by_kind(input, output, kind), output);
}

ScrubResult scrub_file(const ByteSource& input, const Path& output, FileKind kind) {
  if (!can_scrub(kind)) return refused(kind, "works.kind_refused");
  const InputFile file(input, std::filesystem::absolute(output).parent_path());
  return settled(is_media(kind) ? scrub_media(file, output, kind) : scrub_in_child(file, output, kind),
                 output);
}

}  // namespace guong::works

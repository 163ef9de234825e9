// ffmpeg decodes, turns, scales and encodes, under the limits that every child process has.
#include "guong/works/scaled_picture.h"

#include <system_error>

#include "guong/base/error.h"
#include "guong/works/child_process.h"
#include "works/input_file.h"
#include "works/media.h"

namespace guong::works {
namespace {

using Arguments = std::vector<std::string>;

Limits scaling_limits() {
  Limits out;
  out.memory_bytes = 3LL << 30;  // shared libraries alone take half a gigabyte of address space
  out.cpu_seconds = 40;
  out.file_bytes = 16LL << 20;
  out.wall_ms = 60'000;
  out.output_bytes = 1 << 16;
  return out;
}

/// The form is named: a file that poses as a picture cannot choose what reads it.
const char* picture_demuxer(FileKind kind) {
  if (kind == FileKind::jpeg) return "jpeg_pipe";
  if (kind == FileKind::png) return "png_pipe";
  return kind == FileKind::webp ? "webp_pipe" : nullptr;
}

Arguments encoder(FileKind kind) {
  if (kind == FileKind::webp) return {"-c:v", "libwebp", "-quality", "78", "-f", "webp"};
  return {"-c:v", "mjpeg", "-q:v", "4", "-pix_fmt", "yuvj420p", "-f", "mjpeg"};
}

}  // namespace

bool scale_picture(const ByteSource& input, FileKind input_kind, const std::filesystem::path& output,
                   FileKind output_kind, int width) {
  const char* const demuxer = picture_demuxer(input_kind);
  if (!demuxer) return false;
  const InputFile file(input, std::filesystem::absolute(output).parent_path());
  const std::string filter = "scale='min(" + std::to_string(width) + ",iw)':-2:flags=lanczos";
  Arguments command{"ffmpeg", "-nostdin", "-v", "error", "-y", "-protocol_whitelist",
                    "file",   "-threads", "1"};
  const auto add = [&](const Arguments& more) { command.insert(command.end(), more.begin(), more.end()); };
  add({"-f", demuxer, "-i", file_url(InputFile::name()), "-frames:v", "1", "-vf", filter, "-map_metadata",
       "-1", "-fflags", "+bitexact", "-flags", "+bitexact"});
  add(encoder(output_kind));
  command.push_back(file_url(output));
  const auto end = run_limited(command, scaling_limits(), file.descriptor(), output);
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.ffmpeg_missing");
  std::error_code error;
  const bool made = end.succeeded() && std::filesystem::file_size(output, error) > 0 && !error;
  if (!made) std::filesystem::remove(output, error);
  return made;
}

}  // namespace guong::works

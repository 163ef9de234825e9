// First bytes and libmagic name a candidate; the file is of that kind only when its own parser agrees.
#include "guong/works/probe.h"

#include <magic.h>

#include <array>
#include <memory>

#include "guong/base/error.h"
#include "guong/works/child_process.h"
#include "guong/works/file_text.h"
#include "works/docx.h"
#include "works/files.h"
#include "works/input_file.h"
#include "works/media.h"
#include "works/pdf.h"
#include "works/pictures.h"
#include "works/worker_protocol.h"

namespace guong::works {
namespace {

constexpr std::size_t kHeadBytes = 4096;

struct CloseMagic {
  void operator()(magic_set* cookie) const { magic_close(cookie); }
};

std::string media_type_by_content(const std::filesystem::path& file) {
  const std::unique_ptr<magic_set, CloseMagic> cookie(magic_open(MAGIC_MIME_TYPE | MAGIC_SYMLINK));
  if (!cookie || magic_load(cookie.get(), nullptr) != 0) return {};
  const char* type = magic_file(cookie.get(), file.c_str());
  return type ? type : "";
}

struct TypeRow {
  std::string_view media_type;
  FileKind kind;
};
/// What libmagic calls the kinds that it can tell from others; the checks below decide.
constexpr std::array kTypes{
    TypeRow{"application/msword", FileKind::doc}, TypeRow{"video/mp4", FileKind::mp4},
    TypeRow{"video/x-m4v", FileKind::mp4},        TypeRow{"video/3gpp", FileKind::mp4},
    TypeRow{"video/quicktime", FileKind::mov},    TypeRow{"audio/mp4", FileKind::m4a},
    TypeRow{"audio/x-m4a", FileKind::m4a},        TypeRow{"audio/mpeg", FileKind::mp3},
    TypeRow{"audio/x-wav", FileKind::wav},        TypeRow{"audio/wav", FileKind::wav}};

/// By first bytes, for what libmagic passes over or sees too much in.
FileKind kind_by_head(std::string_view head) {
  if (head.starts_with("PK\x03\x04")) return FileKind::docx;
  if (head.substr(0, 1024).find("%PDF-") != head.npos) return FileKind::pdf;
  if (head.starts_with("\xff\xd8\xff")) return FileKind::jpeg;
  if (head.starts_with("\x89PNG")) return FileKind::png;
  if (head.starts_with("RIFF") && head.substr(8, 4) == "WEBP") return FileKind::webp;
  if (head.starts_with("RIFF") && head.substr(8, 4) == "WAVE") return FileKind::wav;
  if (head.substr(4, 4) == "ftyp") return head.substr(8, 4) == "qt  " ? FileKind::mov : FileKind::mp4;
  if (head.starts_with("ID3")) return FileKind::mp3;
  return FileKind::unknown;
}

FileKind candidate(std::string_view head, std::string_view media_type) {
  if (const auto kind = kind_by_head(head); kind != FileKind::unknown) return kind;
  for (const TypeRow& row : kTypes) {
    if (row.media_type == media_type) return row.kind;
  }
  return FileKind::unknown;
}

void take_size(Probe& probe, std::optional<PictureSize> size) {
  if (!size) {
    probe.kind = FileKind::unknown;
    return;
  }
  probe.width = size->width;
  probe.height = size->height;
}

void take_docx(Probe& probe, const std::filesystem::path& file) {
  if (!text_of_docx(file)) probe.kind = FileKind::unknown;
}

void take_pdf(Probe& probe, const std::filesystem::path& file) {
  const auto problem = pdf_problem(file);
  if (problem == "works.damaged")
    probe.kind = FileKind::unknown;
  else
    probe.problem = problem;
}

}  // namespace

Probe sniff(const std::filesystem::path& file) {
  Probe probe;
  probe.media_type = media_type_by_content(file);
  probe.kind = candidate(read_head(file, kHeadBytes), probe.media_type);
  switch (probe.kind) {
    case FileKind::docx:
      take_docx(probe, file);
      break;
    case FileKind::pdf:
      take_pdf(probe, file);
      break;
    case FileKind::jpeg:
      take_size(probe, jpeg_size(read_whole(file)));
      break;
    case FileKind::png:
      take_size(probe, png_size(read_head(file, kHeadBytes)));
      break;
    case FileKind::webp:
      take_size(probe, webp_size(read_head(file, kHeadBytes)));
      break;
    default:
      break;
  }
  if (probe.kind != FileKind::unknown || probe.media_type.empty())
    probe.media_type = media_type_of(probe.kind);
  return probe;
}

Probe probe_file(const std::filesystem::path& file) { return probe_bytes(*open_file_source(file), {}); }

Probe probe_bytes(const ByteSource& bytes, const std::filesystem::path& scratch) {
  const InputFile input(bytes, scratch);
  Limits limits;
  limits.file_bytes = 0;
  limits.wall_ms = 15'000;
  const auto end = run_limited(worker_command({"probe", InputFile::name()}), limits, input.descriptor());
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.worker_missing");
  if (!end.succeeded()) return {};
  return with_media_facts(probe_from_lines(end.output), input);
}

}  // namespace guong::works

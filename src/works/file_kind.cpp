// One row for each kind: a kind that is added is added here and in the enum.
#include "guong/works/file_kind.h"

#include <array>

namespace guong::works {
namespace {

struct KindRow {
  FileKind kind;
  std::string_view name, media_type, extension;
  bool media, scrubbed, text;
};

constexpr std::array kKinds{
    KindRow{FileKind::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx", false, true, true},
    KindRow{FileKind::doc, "doc", "application/msword", ".doc", false, false, false},
    KindRow{FileKind::pdf, "pdf", "application/pdf", ".pdf", false, true, true},
    KindRow{FileKind::jpeg, "jpeg", "image/jpeg", ".jpg", false, true, false},
    KindRow{FileKind::png, "png", "image/png", ".png", false, true, false},
    KindRow{FileKind::webp, "webp", "image/webp", ".webp", false, true, false},
    KindRow{FileKind::mp4, "mp4", "video/mp4", ".mp4", true, true, false},
    KindRow{FileKind::mov, "mov", "video/quicktime", ".mov", true, true, false},
    KindRow{FileKind::mp3, "mp3", "audio/mpeg", ".mp3", true, true, false},
    KindRow{FileKind::m4a, "m4a", "audio/mp4", ".m4a", true, true, false},
    KindRow{FileKind::wav, "wav", "audio/wav", ".wav", true, true, false},
};
constexpr KindRow kUnknown{
    FileKind::unknown, "unknown", "application/octet-stream", ".bin", false, false, false};

const KindRow& row(FileKind kind) {
  for (const KindRow& each : kKinds) {
    if (each.kind == kind) return each;
  }
  return kUnknown;
}

}  // namespace

std::string_view kind_name(FileKind kind) { return row(kind).name; }

FileKind kind_from_name(std::string_view name) {
  for (const KindRow& each : kKinds) {
    if (each.name == name) return each.kind;
  }
  return FileKind::unknown;
}

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> out;
  for (const KindRow& each : kKinds) out.push_back(each.name);
  return out;
}

std::string_view media_type_of(FileKind kind) { return row(kind).media_type; }
std::string_view extension_of(FileKind kind) { return row(kind).extension; }
bool is_media(FileKind kind) { return row(kind).media; }
bool can_scrub(FileKind kind) { return row(kind).scrubbed; }
bool has_text(FileKind kind) { return row(kind).text; }

}  // namespace guong::works

// The kinds of file that a contest may ask for. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

namespace guong::works {

enum class FileKind { unknown, docx, doc, pdf, jpeg, png, webp, mp4, mov, mp3, m4a, wav };

/// "docx", as rule books and the database write it.
std::string_view kind_name(FileKind kind);
/// FileKind::unknown for any other text.
FileKind kind_from_name(std::string_view name);
/// The names of all kinds but unknown.
std::vector<std::string_view> kind_names();
/// "application/octet-stream" for unknown.
std::string_view media_type_of(FileKind kind);
/// With its dot: ".docx"; ".bin" for unknown.
std::string_view extension_of(FileKind kind);
/// Sound or moving pictures: has a duration, is handled by ffmpeg.
bool is_media(FileKind kind);
/// Whether an anonymised rendition of this kind can be made.
bool can_scrub(FileKind kind);
/// Whether text_of_file finds text in this kind.
bool has_text(FileKind kind);

}  // namespace guong::works

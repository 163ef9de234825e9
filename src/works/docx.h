// Word files: what they are made of, their text, their rendition.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "guong/works/file_text.h"
#include "guong/works/scrub.h"
#include "works/xml.h"
#include "works/zip.h"

namespace guong::works {

/// Whether a list of names, as this folder keeps them, has one.
template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// The name of the part with the body, when the zip file is a Word file.
std::optional<std::string> main_part(ZipReader& zip);
/// "word/document.xml" -> "word/_rels/document.xml.rels".
std::string relations_of(std::string_view part);
/// A relationship's target as a part's name.
std::string resolve_target(std::string_view source_part, std::string_view target);

/// Body, headers, footers and notes. Parses within this process.
std::optional<std::string> visible_text_of_docx(const std::filesystem::path& file);
/// The text of one part, one line a paragraph; deleted text and second renderings of the same are
/// left out.
std::string text_of_markup(const pugi::xml_document& document);

ScrubResult scrub_docx(const std::filesystem::path& input, const std::filesystem::path& output);
/// Takes out of a part with text what scrub.h lists, and what refers to the relationships `gone`.
void clean_markup(pugi::xml_document& document, const std::set<std::string>& gone);
/// Keeps only the settings that change how a document looks.
void clean_settings(pugi::xml_document& document);
/// Fields: computed text that tells (author, file name) goes; results of others stay, their codes
/// go unless they are harmless.
void clean_fields(pugi::xml_document& document);
/// Whether a link may stay: the web, and nothing with a person's address or a folder in it.
bool harmless_link(std::string_view target);

}  // namespace guong::works

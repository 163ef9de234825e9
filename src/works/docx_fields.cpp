// A field is either one element (fldSimple) or a row of marks among the runs: begin, code,
// separate, result, end; fields may stand inside fields.
#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "works/docx.h"

namespace guong::works {
namespace {

enum class Fate { keep, flatten, remove };

/// Computed from who wrote the file, where and when.
constexpr std::array<std::string_view, 20> kTelling{
    "AUTHOR",   "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "DOCPROPERTY",
    "INFO",     "COMMENTS",    "KEYWORDS", "SUBJECT",      "CREATEDATE",  "SAVEDATE", "PRINTDATE",
    "EDITTIME", "TEMPLATE",    "REVNUM",   "DOCVARIABLE",  "DATABASE",    "MERGEREC"};
/// Computed from the pages themselves.
constexpr std::array<std::string_view, 13> kHarmless{
    "PAGE", "NUMPAGES", "SECTION",  "SECTIONPAGES", "TOC",    "PAGEREF", "REF",
    "SEQ",  "NOTEREF",  "STYLEREF", "EQ",           "SYMBOL", "="};

Fate fate_of(std::string code) {
  code.erase(0, code.find_first_not_of(" \t\r\n"));
  std::string name = code.substr(0, code.find_first_of(" \t\r\n\\\""));
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (one_of(kTelling, name)) return Fate::remove;
  if (one_of(kHarmless, name) || code.starts_with('=')) return Fate::keep;
  return Fate::flatten;
}

void clean_simple_fields(pugi::xml_document& document) {
  auto all = elements(document);
  for (auto node = all.rbegin(); node != all.rend(); ++node) {
    if (local_name(*node) != "fldSimple") continue;
    switch (fate_of(std::string(attribute(*node, "instr")))) {
      case Fate::keep:
        break;
      case Fate::flatten:
        unwrap(*node);
        break;
      case Fate::remove:
        remove(*node);
        break;
    }
  }
}

struct OpenField {
  std::size_t begin;
  std::optional<std::size_t> separate;
  std::string code;
};

/// What stands inside runs, in the order of reading: marks, codes, text, tabs, pictures.
std::vector<pugi::xml_node> run_contents(pugi::xml_document& document) {
  std::vector<pugi::xml_node> out;
  for (auto node : elements(document)) {
    if (local_name(node.parent()) == "r" && local_name(node) != "rPr") out.push_back(node);
  }
  return out;
}

void mark(std::set<std::size_t>& marked, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i <= to; ++i) marked.insert(i);
}

void end_field(const OpenField& field, std::size_t end, std::set<std::size_t>& marked) {
  const Fate fate = fate_of(field.code);
  if (fate == Fate::remove) mark(marked, field.begin, end);
  if (fate == Fate::flatten) {
    mark(marked, field.begin, field.separate.value_or(end));
    marked.insert(end);
  }
}

}  // namespace

void clean_fields(pugi::xml_document& document) {
  clean_simple_fields(document);
  const auto contents = run_contents(document);
  std::set<std::size_t> marked;
  std::vector<OpenField> open;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const auto name = local_name(contents[i]);
    if (name == "instrText" && !open.empty()) open.back().code += contents[i].text().get();
    if (name != "fldChar") continue;
    const auto type = attribute(contents[i], "fldCharType");
    if (type == "begin") {
      open.push_back({i, std::nullopt, {}});
    } else if (type == "separate" && !open.empty()) {
      open.back().separate = i;
    } else if (type == "end" && !open.empty()) {
      end_field(open.back(), i, marked);
      open.pop_back();
    }
  }
  // A field that never ends shows nothing of use; its code must not stay.
  for (const auto& field : open) end_field(field, contents.size() - 1, marked);
  for (auto i = marked.rbegin(); i != marked.rend(); ++i) remove(contents[*i]);
}

}  // namespace guong::works

// Cleans the XML of one part: what goes, what is unwrapped, which attributes and settings stay, as lists of
// names.
#include <algorithm>
#include <array>
#include <string>

#include "works/docx.h"

namespace guong::works {
namespace {

/// Revisions that are taken as accepted, comments, permissions (they name accounts), and ties to
/// data that is not carried over.
constexpr std::array<std::string_view, 42> kRemoved{"del",
                                                    "moveFrom",
                                                    "rPrChange",
                                                    "pPrChange",
                                                    "sectPrChange",
                                                    "tblPrChange",
                                                    "tcPrChange",
                                                    "trPrChange",
                                                    "tblGridChange",
                                                    "tblPrExChange",
                                                    "numberingChange",
                                                    "cellIns",
                                                    "cellDel",
                                                    "cellMerge",
                                                    "moveFromRangeStart",
                                                    "moveFromRangeEnd",
                                                    "moveToRangeStart",
                                                    "moveToRangeEnd",
                                                    "customXmlInsRangeStart",
                                                    "customXmlInsRangeEnd",
                                                    "customXmlDelRangeStart",
                                                    "customXmlDelRangeEnd",
                                                    "customXmlMoveFromRangeStart",
                                                    "customXmlMoveFromRangeEnd",
                                                    "customXmlMoveToRangeStart",
                                                    "customXmlMoveToRangeEnd",
                                                    "commentRangeStart",
                                                    "commentRangeEnd",
                                                    "commentReference",
                                                    "annotationRef",
                                                    "permStart",
                                                    "permEnd",
                                                    "proofErr",
                                                    "dataBinding",
                                                    "alias",
                                                    "tag",
                                                    "smartTagPr",
                                                    "customXmlPr",
                                                    "altChunk",
                                                    "subDoc",
                                                    "control",
                                                    "OLEObject"};
constexpr std::array<std::string_view, 2> kUnwrapped{"smartTag", "customXml"};
constexpr std::array<std::string_view, 2> kInserted{"ins", "moveTo"};
/// Here "ins" marks a paragraph's end, a row or a number as inserted, and holds nothing.
constexpr std::array<std::string_view, 5> kMarkHolders{"rPr", "trPr", "ctrlPr", "numPr", "tcPr"};
/// Ids of editing sessions and people, times, and alternative texts, which word processors fill
/// with file names and folders.
constexpr std::array<std::string_view, 14> kAttributes{
    "author", "initials",  "date",   "dateUtc",  "userId", "providerId", "paraId",
    "textId", "durableId", "editId", "anchorId", "title",  "descr",      "alt"};
constexpr std::array<std::string_view, 2> kDrawingNames{"docPr", "cNvPr"};
constexpr std::array<std::string_view, 9> kReferences{"id", "embed", "link", "pict", "dm",
                                                      "lo", "qs",    "cs",   "relid"};
constexpr std::array<std::string_view, 24> kSettings{"zoom",
                                                     "mirrorMargins",
                                                     "bordersDoNotSurroundHeader",
                                                     "bordersDoNotSurroundFooter",
                                                     "gutterAtTop",
                                                     "defaultTabStop",
                                                     "autoHyphenation",
                                                     "consecutiveHyphenLimit",
                                                     "hyphenationZone",
                                                     "doNotHyphenateCaps",
                                                     "evenAndOddHeaders",
                                                     "bookFoldPrinting",
                                                     "drawingGridHorizontalSpacing",
                                                     "drawingGridVerticalSpacing",
                                                     "characterSpacingControl",
                                                     "noLineBreaksAfter",
                                                     "noLineBreaksBefore",
                                                     "compat",
                                                     "mathPr",
                                                     "themeFontLang",
                                                     "clrSchemeMapping",
                                                     "decimalSymbol",
                                                     "listSeparator",
                                                     "displayBackgroundShape"};

void clean_attributes(pugi::xml_node node) {
  const bool drawing = one_of(kDrawingNames, local_name(node));
  for (auto each = node.first_attribute(); each;) {
    const auto next = each.next_attribute();
    const auto name = local_name(each.name());
    if (name.starts_with("rsid") || one_of(kAttributes, name)) {
      node.remove_attribute(each);
    } else if (drawing && name == "name") {
      each.set_value("");  // required, but may be empty
    }
    each = next;
  }
}

/// Nothing may point to a part that is not carried over: Word would call the file damaged.
bool refers_to(pugi::xml_node node, const std::set<std::string>& gone) {
  for (auto each : node.attributes()) {
    const std::string_view name = each.name();
    if (name.find(':') != name.npos && one_of(kReferences, local_name(name)) && gone.contains(each.value()))
      return true;
  }
  return false;
}

void drop_reference(pugi::xml_node hyperlink) {
  for (auto each : hyperlink.attributes()) {
    if (local_name(each.name()) == "id") {
      hyperlink.remove_attribute(each);
      return;
    }
  }
}

void clean_element(pugi::xml_node node, const std::set<std::string>& gone) {
  const auto name = local_name(node);
  if (one_of(kRemoved, name)) return remove(node);
  if (one_of(kUnwrapped, name)) return unwrap(node);
  if (one_of(kInserted, name)) {
    return one_of(kMarkHolders, local_name(node.parent())) ? remove(node) : unwrap(node);
  }
  clean_attributes(node);
  if (!refers_to(node, gone)) return;
  // A link's words are content, where it leads is not.
  name == "hyperlink" ? drop_reference(node) : remove(node);
}

bool deleted_row(pugi::xml_node node) {
  return local_name(node) == "tr" && child(child(node, "trPr"), "del");
}

}  // namespace

void clean_markup(pugi::xml_document& document, const std::set<std::string>& gone) {
  // Backwards, so that children are dealt with before their parents go.
  auto all = elements(document);
  for (auto node = all.rbegin(); node != all.rend(); ++node) {
    if (deleted_row(*node)) remove(*node);
  }
  all = elements(document);
  for (auto node = all.rbegin(); node != all.rend(); ++node) {
    if (*node != document.document_element()) clean_element(*node, gone);
  }
  clean_fields(document);
}

void clean_settings(pugi::xml_document& document) {
  auto root = document.document_element();
  for (auto node = root.first_child(); node;) {
    const auto next = node.next_sibling();
    if (!one_of(kSettings, local_name(node))) root.remove_child(node);
    node = next;
  }
  for (auto node : elements(document)) clean_attributes(node);
}

}  // namespace guong::works

// XML of untrusted files, through pugixml: no entities of their own, no recursion over depth. Names
// are compared without prefix, since every writer chooses its own.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace guong::works {

/// Without comments and processing instructions; white space that is text is kept. Null when
/// malformed.
std::unique_ptr<pugi::xml_document> parse_xml(std::string_view text);
/// On one line, with declaration.
std::string to_text(const pugi::xml_document& document);

/// "w:author" -> "author".
std::string_view local_name(std::string_view name);
inline std::string_view local_name(pugi::xml_node node) { return local_name(std::string_view(node.name())); }
/// All elements below `root` (itself left out), parents before children.
std::vector<pugi::xml_node> elements(pugi::xml_node root);
/// The first child with that local name; null when there is none.
pugi::xml_node child(pugi::xml_node parent, std::string_view local);
/// The value of the first attribute with that local name, or "".
std::string_view attribute(pugi::xml_node node, std::string_view local);
/// Puts a node's children in its place.
void unwrap(pugi::xml_node node);
inline void remove(pugi::xml_node node) { node.parent().remove_child(node); }

}  // namespace guong::works

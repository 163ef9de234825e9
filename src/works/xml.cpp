// pugixml with the options that untrusted files need, and look-ups by local name.
#include "works/xml.h"

namespace guong::works {

std::unique_ptr<pugi::xml_document> parse_xml(std::string_view text) {
  auto document = std::make_unique<pugi::xml_document>();
  const auto result =
      document->load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  return result ? std::move(document) : nullptr;
}

std::string to_text(const pugi::xml_document& document) {
  struct Writer : pugi::xml_writer {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    void write(const void* data, size_t size) override { text.append(static_cast<const char*>(data), size); }
  } writer;
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.text);
}

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

std::vector<pugi::xml_node> elements(pugi::xml_node root) {
  struct Collector : pugi::xml_tree_walker {
    std::vector<pugi::xml_node> found;
    bool for_each(pugi::xml_node& node) override {
      if (node.type() == pugi::node_element) found.push_back(node);
      return true;
    }
  } collector;
  root.traverse(collector);
  return std::move(collector.found);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view local) {
  for (auto node : parent.children()) {
    if (local_name(node) == local) return node;
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (auto each : node.attributes()) {
    if (local_name(each.name()) == local) return each.value();
  }
  return {};
}

void unwrap(pugi::xml_node node) {
  auto parent = node.parent();
  while (auto first = node.first_child()) parent.insert_move_before(first, node);
  parent.remove_child(node);
}

}  // namespace guong::works

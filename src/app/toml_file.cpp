// The only file that includes toml++. What is not a flat setting is refused with its place.
#include "app/toml_file.h"

#include <toml++/toml.h>

#include "guong/base/error.h"

namespace guong::app {
namespace {

[[noreturn]] void unreadable(const std::string& path, const std::string& where) {
  throw Error(ErrorKind::invalid, "app.config_unreadable", {{"source", path}, {"where", where}});
}

std::string text_of(const toml::node& node, const std::string& path, const std::string& key) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  const auto* list = node.as_array();
  if (!list) unreadable(path, key);
  std::string joined;
  for (const auto& item : *list) {
    if (!item.is_string()) unreadable(path, key);
    joined += (joined.empty() ? "" : ",") + item.as_string()->get();
  }
  return joined;
}

}  // namespace

std::map<std::string, std::string> read_toml(const std::string& path) {
  std::map<std::string, std::string> values;
  try {
    const auto table = toml::parse_file(path);
    for (const auto& [key, node] : table)
      values[std::string(key.str())] = text_of(node, path, std::string(key.str()));
  } catch (const toml::parse_error& error) {
    unreadable(path,
               std::to_string(error.source().begin.line) + ":" + std::to_string(error.source().begin.column));
  }
  return values;
}

}  // namespace guong::app

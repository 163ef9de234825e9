// Rule books to test with.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "guong/rules/rule_book.h"

namespace guong::test {

inline std::filesystem::path examples_folder() {
  return std::filesystem::path(GUONG_SOURCE_DIR) / "schema/examples";
}
inline nlohmann::json example(const std::string& name) {
  std::ifstream file(examples_folder() / (name + ".json"));
  return nlohmann::json::parse(file);
}
inline std::vector<std::string> example_names() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(examples_folder()))
    if (file.path().extension() == ".json") names.push_back(file.path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

/// "/slug base.required", for tests to compare.
inline std::vector<std::string> told(const std::vector<Fault>& faults) {
  std::vector<std::string> out;
  for (const auto& fault : faults) out.push_back(fault.pointer + " " + fault.key);
  std::sort(out.begin(), out.end());
  return out;
}
/// What `f` is refused for: its faults, or else its key.
template <class F>
std::vector<std::string> refused(F f) {
  try {
    f();
  } catch (const Error& error) {
    return error.faults().empty() ? std::vector{error.key()} : told(error.faults());
  }
  return {};
}

/// A document with some places set to other values.
struct Change {
  std::string pointer;
  nlohmann::json value;
};
inline nlohmann::json with(nlohmann::json document, const std::vector<Change>& changes) {
  for (const auto& change : changes) document[nlohmann::json::json_pointer(change.pointer)] = change.value;
  return document;
}

}  // namespace guong::test

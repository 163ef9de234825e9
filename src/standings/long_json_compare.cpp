// Holds what somebody published against what was computed, value by value.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/standings/long_json.h"

namespace guong::standings {
namespace {

using nlohmann::json;
using Faults = std::vector<Fault>;

std::string shown(const json& value) {
  constexpr std::size_t kLongest = 80;
  const auto text = value.dump();
  return text.size() <= kLongest ? text : text.substr(0, kLongest) + "…";
}

std::string below(const std::string& pointer, const std::string& name) { return pointer + "/" + name; }

/// One fault for each value that differs.
void compare(const json& published, const json& computed, const std::string& pointer, Faults& out) {
  if (published == computed) return;
  if (published.is_object() && computed.is_object()) {
    for (const auto& [name, value] : published.items()) {
      if (computed.contains(name))
        compare(value, computed.at(name), below(pointer, name), out);
      else
        out.push_back({below(pointer, name), "standings.value_unknown", {{"published", shown(value)}}});
    }
    for (const auto& [name, value] : computed.items())
      if (!published.contains(name))
        out.push_back({below(pointer, name), "standings.value_missing", {{"computed", shown(value)}}});
  } else if (published.is_array() && computed.is_array() && published.size() == computed.size()) {
    for (std::size_t i = 0; i < published.size(); ++i)
      compare(published[i], computed[i], pointer + "/" + std::to_string(i), out);
  } else {
    out.push_back({pointer,
                   "standings.value_differs",
                   {{"published", shown(published)}, {"computed", shown(computed)}}});
  }
}

/// As much of it as is shown.
json beginning(const LongList& list) {
  json out = json::array();
  for (std::size_t i = 0; i < std::min<std::size_t>(list.size, 2); ++i) out.push_back(list.at(i));
  return out;
}

}  // namespace

void compare(const LongJson& published, const LongJson& computed, Faults& out) {
  compare(published.frame, computed.frame, "", out);
  for (const auto& [pointer, list] : computed.lists) {
    const auto found = published.lists.find(pointer);
    if (found == published.lists.end()) continue;
    if (found->second.size != list.size) {
      out.push_back({pointer,
                     "standings.value_differs",
                     {{"published", shown(beginning(found->second))}, {"computed", shown(beginning(list))}}});
      continue;
    }
    for (std::size_t i = 0; i < list.size; ++i)
      compare(found->second.at(i), list.at(i), pointer + "/" + std::to_string(i), out);
  }
}

}  // namespace guong::standings

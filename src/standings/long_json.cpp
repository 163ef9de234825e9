// Writing JSON of which the long lists are made element by element: each piece of text is given away at once.
#include "guong/standings/long_json.h"

#include <nlohmann/json.hpp>

namespace guong::standings {
namespace {

using nlohmann::json;

bool has_lists_below(const LongJson& value, const std::string& pointer) {
  const auto below = pointer + "/";
  const auto first = value.lists.lower_bound(below);
  return first != value.lists.end() && first->first.starts_with(below);
}

void write(const LongJson& value, const json& here, const std::string& pointer, const TakeText& take) {
  if (const auto list = value.lists.find(pointer); list != value.lists.end()) {
    take("[");
    write_elements(list->second, take);
    return take("]");
  }
  if (!has_lists_below(value, pointer)) return take(here.dump());
  const char* before = here.is_object() ? "{" : "[";
  for (const auto& [name, member] : here.items()) {
    take(before);
    if (here.is_object()) take(json(name).dump() + ":");
    write(value, member, pointer_below(pointer, name), take);
    before = ",";
  }
  take(here.is_object() ? "}" : "]");
}

}  // namespace

std::string pointer_below(const std::string& pointer, const std::string& name) {
  std::string out = pointer + "/";
  for (const char c : name) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

LongList list_at(const LongJson& value, const std::string& pointer) {
  if (const auto left_out = value.lists.find(pointer); left_out != value.lists.end()) return left_out->second;
  const auto& list = value.frame.at(json::json_pointer(pointer));
  if (!list.is_array()) throw json::type_error::create(302, "no list", nullptr);
  return {list.size(), [&list](std::size_t i) { return list.at(i); }};
}

json whole(const LongJson& value) {
  auto out = value.frame;
  for (const auto& [pointer, list] : value.lists) {
    auto& elements = out.at(json::json_pointer(pointer));
    for (std::size_t i = 0; i < list.size; ++i) elements.push_back(list.at(i));
  }
  return out;
}

void write_elements(const LongList& list, const TakeText& take) {
  for (std::size_t i = 0; i < list.size; ++i) take((i == 0 ? "" : ",") + list.at(i).dump());
}

void write_canonical(const LongJson& value, const TakeText& take, const std::string& pointer) {
  write(value, value.frame.at(json::json_pointer(pointer)), pointer, take);
}

}  // namespace guong::standings

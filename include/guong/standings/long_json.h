// JSON that is larger than memory should be: its long lists are left out of it, and their elements are made, or read
// from where the text lies, one at a time. Pure; one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/byte_source.h"
#include "guong/base/error.h"
#include "guong/standings/reading_limits.h"

namespace guong::standings {

struct LongList {
  std::size_t size = 0;
  std::function<nlohmann::json(std::size_t)> at;
};

struct LongJson {
  nlohmann::json frame;                   // all but the elements of the long lists, which stand empty in it
  std::map<std::string, LongList> lists;  // by their JSON pointers
};

/// One step down: "~" and "/" of a name as a JSON pointer has them, so that one name does not pass for two.
std::string pointer_below(const std::string& pointer, const std::string& name);
/// The list at a pointer, left out or not; `value` outlives it. json::exception where no list stands.
LongList list_at(const LongJson& value, const std::string& pointer);
/// With every element in its place.
nlohmann::json whole(const LongJson& value);

/// One fault for each value of `published` that differs. Where a list is not in both, the frames differ.
void compare(const LongJson& published, const LongJson& computed, std::vector<Fault>& out);

using TakeText = std::function<void(std::string_view)>;
/// The canonical text, piece by piece: names in byte order, no white space. Of the value at the pointer.
void write_canonical(const LongJson& value, const TakeText& take, const std::string& pointer = "");
/// The elements alone, with commas between.
void write_elements(const LongList& list, const TakeText& take);

struct ReadLong {
  LongJson value;
  std::optional<std::string> name_twice;  // in one object: readers would differ on what such a text says
};
/// Reads a text that nobody vouches for. `lists`: pointers of the long lists, "*" for any number of an element
/// ("/rounds/*/works"). Nothing when it is no JSON, is nested too deeply, or goes beyond the limits. `text`
/// outlives the value.
std::optional<ReadLong> read_long_json(const ByteSource& text, std::span<const std::string_view> lists,
                                       const ReadingLimits& limits);

}  // namespace guong::standings

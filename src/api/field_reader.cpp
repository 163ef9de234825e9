// Each read notes its fault and goes on with a harmless value, so that one answer names all that is wrong.
// Fields that nobody asked for are faults too: a misspelt name is not silently ignored.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/most_faults.h"
#include "guong/base/text.h"

namespace guong::api {
namespace {

using nlohmann::json;
const json kNull;

std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

std::size_t solid_length(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return 0;
  return code_points(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

std::optional<Decimal> decimal_of(const json& value) {
  if (value.is_number_integer()) return parse_decimal(value.dump());
  if (value.is_number_float()) return decimal_from_double(value.get<double>());
  return std::nullopt;
}

}  // namespace

FieldReader::FieldReader(const json& object, std::string pointer)
    : object_(object), pointer_(std::move(pointer)) {
  if (!object_.is_object()) add({pointer_, "api.not_object", {}});
}

const json* FieldReader::field(std::string_view name, bool required) {
  seen_.emplace_back(name);
  if (!object_.is_object()) return nullptr;
  const auto found = object_.find(std::string(name));
  if (found != object_.end() && !found->is_null()) return &*found;
  if (required) add({pointer_ + "/" + escaped(name), "api.field_missing", {}});
  return nullptr;
}

std::string FieldReader::text(std::string_view name, std::size_t max, std::size_t min) {
  if (!field(name, true)) return "";
  auto value = opt_text(name, max);
  const auto here = pointer_ + "/" + escaped(name);
  const bool is_bad = !faults_.empty() && faults_.back().pointer == here;
  if (value && !is_bad && solid_length(*value) < min)
    add({here, min == 1 ? "api.text_empty" : "api.text_too_short", {{"min", std::to_string(min)}}});
  return value.value_or("");
}

std::optional<std::string> FieldReader::opt_text(std::string_view name, std::size_t max) {
  const auto* value = field(name, false);
  if (!value) return std::nullopt;
  const auto here = pointer_ + "/" + escaped(name);
  if (!value->is_string()) {
    add({here, "api.not_text", {}});
    return std::nullopt;
  }
  auto text = nfc(value->get_ref<const std::string&>());
  const auto length = code_points(text);
  if (length > max)
    add({here, "api.text_too_long", {{"max", std::to_string(max)}, {"length", std::to_string(length)}}});
  return text;
}

std::int64_t FieldReader::integer(std::string_view name, std::int64_t min, std::int64_t max) {
  if (!field(name, true)) return min;
  return opt_integer(name, min, max).value_or(min);
}

std::optional<std::int64_t> FieldReader::opt_integer(std::string_view name, std::int64_t min,
                                                     std::int64_t max) {
  const auto* value = field(name, false);
  if (!value) return std::nullopt;
  const auto here = pointer_ + "/" + escaped(name);
  const bool too_big = value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{INT64_MAX};
  if (!value->is_number_integer()) {
    add({here, "api.not_integer", {}});
    return std::nullopt;
  }
  const auto number = value->get<std::int64_t>();
  if (too_big || number < min || number > max) {
    add({here, "api.integer_out_of_range", {{"min", std::to_string(min)}, {"max", std::to_string(max)}}});
    return std::nullopt;
  }
  return number;
}

bool FieldReader::flag(std::string_view name, std::optional<bool> if_absent) {
  const auto* value = field(name, !if_absent);
  if (!value) return if_absent.value_or(false);
  if (value->is_boolean()) return value->get<bool>();
  add({pointer_ + "/" + escaped(name), "api.not_flag", {}});
  return false;
}

Decimal FieldReader::decimal(std::string_view name) {
  const auto* value = field(name, true);
  if (!value) return {};
  if (const auto number = decimal_of(*value)) return *number;
  add({pointer_ + "/" + escaped(name), "api.not_decimal", {}});
  return {};
}

std::optional<Timestamp> FieldReader::opt_time(std::string_view name) {
  const auto* value = field(name, false);
  if (!value) return std::nullopt;
  if (value->is_string())
    if (const auto time = from_rfc3339(value->get_ref<const std::string&>())) return time;
  add({pointer_ + "/" + escaped(name), "api.not_time", {}});
  return std::nullopt;
}

Timestamp FieldReader::time(std::string_view name) {
  if (!field(name, true)) return {};
  return opt_time(name).value_or(Timestamp{});
}

std::string FieldReader::choice(std::string_view name, std::initializer_list<std::string_view> choices) {
  const auto* value = field(name, true);
  if (!value) return "";
  if (value->is_string() && std::ranges::find(choices, value->get_ref<const std::string&>()) != choices.end())
    return value->get<std::string>();
  std::string list;
  for (const auto choice : choices) list += (list.empty() ? "" : ", ") + std::string(choice);
  add({pointer_ + "/" + escaped(name), "api.not_a_choice", {{"choices", list}}});
  return "";
}

const json& FieldReader::raw(std::string_view name, bool required) {
  const auto* value = field(name, required);
  return value ? *value : kNull;
}

std::vector<Fault> FieldReader::faults() {
  if (object_.is_object())
    for (const auto& item : object_.items())
      if (faults_.size() < kMostFaults && std::ranges::find(seen_, item.key()) == seen_.end())
        add({pointer_ + "/" + escaped(item.key()), "api.unknown_field", {}});
  return std::exchange(faults_, {});
}

void FieldReader::done() { refuse_if_any(faults()); }

}  // namespace guong::api

// From the schema validator's English to faults in the reader's language. Limits and choices are
// read from the schema itself, at the place that the complaint is about.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "guong/base/embedded.h"
#include "guong/base/most_faults.h"
#include "rules/rule_book_checks.h"

namespace guong::rules {
namespace {

using nlohmann::json;

const json& schema_document() {
  static const json document = json::parse(*embedded("schema/rule-book.schema.json"));
  return document;
}

const json& followed(const json& node) {
  const auto ref = node.find("$ref");
  if (ref == node.end()) return node;
  return schema_document().at(json::json_pointer(ref->get<std::string>().substr(1)));
}

/// What the schema says of a place in a document; an empty object where it says nothing.
const json& schema_at(const std::vector<std::string>& path) {
  static const json nothing = json::object();
  const json* node = &schema_document();
  for (const auto& part : path) {
    const auto properties = node->find("properties");
    const auto items = node->find("items");
    if (properties != node->end() && properties->contains(part))
      node = &followed(properties->at(part));
    else if (items != node->end())
      node = &followed(*items);
    else
      return nothing;
  }
  return *node;
}

std::string pointer_of(const std::vector<std::string>& path) {
  std::string pointer;
  for (const auto& part : path) {
    pointer += '/';
    for (const char c : part) pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return pointer;
}

/// The name that a complaint quotes: "Missing required property 'slug'."
std::string quoted_in(const std::string& words) {
  const auto first = words.find('\'', words.rfind(": '") == std::string::npos ? 0 : words.rfind(": '"));
  const auto last = words.rfind('\'');
  return first < last ? words.substr(first + 1, last - first - 1) : "";
}

std::string choices_of(const json& schema) {
  std::string out;
  for (const auto& choice : schema.value("enum", json::array()))
    out += (out.empty() ? "" : ", ") + choice.get<std::string>();
  return out;
}

std::string limit_of(const json& schema, const char* name) { return schema.value(name, json()).dump(); }

Fault of_member(const SchemaError& error, const char* key) {
  auto path = error.path;
  path.push_back(quoted_in(error.words));
  return {pointer_of(path), key, {}};
}

struct Phrase {
  std::string_view begins;
  Fault (*fault)(const SchemaError&, const json& schema);
};

constexpr Phrase kPhrases[] = {
    {"Missing required property",
     [](const SchemaError& e, const json&) { return of_member(e, "base.required"); }},
    {"Object contains a property",
     [](const SchemaError& e, const json&) { return of_member(e, "base.unknown_field"); }},
    {"Value type not permitted",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path), "rules.type_" + schema.value("type", "object"), {}};
     }},
    {"Failed to match against any enum values",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path), "base.not_a_choice", {{"choices", choices_of(schema)}}};
     }},
    {"Failed to match regex",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path), schema.value("x-message", "rules.schema"), {{"reason", e.words}}};
     }},
    {"Expected number",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path),
                    "base.number_out_of_range",
                    {{"min", limit_of(schema, "minimum")}, {"max", limit_of(schema, "maximum")}}};
     }},
    {"String should be no more",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path), "base.too_long", {{"limit", limit_of(schema, "maxLength")}}};
     }},
    {"String should be no fewer",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path), "base.too_short", {{"limit", limit_of(schema, "minLength")}}};
     }},
    {"Array should contain no more",
     [](const SchemaError& e, const json& schema) {
       return Fault{pointer_of(e.path), "base.too_many_items", {{"limit", limit_of(schema, "maxItems")}}};
     }},
    {"Array should contain no fewer",
     [](const SchemaError& e, const json&) {
       return Fault{pointer_of(e.path), "base.required", {}};
     }},
};

/// The greatest rule book of a real contest has some three hundred values; each wrong one costs the validator
/// half a kilobyte.
constexpr std::size_t kMostValues = 5000;

std::size_t count_values(const json& value, std::size_t most) {
  std::size_t count = 1;
  if (value.is_structured())
    for (const auto& inner : value) {
      if (count > most) break;
      count += count_values(inner, most - count);
    }
  return count;
}

/// A place that fails only because of what is inside it says nothing new.
bool of_inside(const SchemaError& error) { return error.words.starts_with("Failed to validate"); }

Fault fault_of(const SchemaError& error) {
  const auto phrase =
      std::ranges::find_if(kPhrases, [&](const Phrase& p) { return error.words.starts_with(p.begins); });
  if (phrase != std::end(kPhrases)) return phrase->fault(error, schema_at(error.path));
  return {pointer_of(error.path), "rules.schema", {{"reason", error.words}}};
}

}  // namespace

std::vector<Fault> schema_faults(const json& document) {
  if (count_values(document, kMostValues) > kMostValues)
    return {{"", "base.too_many_items", {{"limit", std::to_string(kMostValues)}}}};
  std::vector<Fault> faults;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& error : schema_errors(document)) {
    if (faults.size() == kMostFaults) break;
    if (of_inside(error)) continue;
    auto fault = fault_of(error);
    if (seen.emplace(fault.pointer, fault.key).second) faults.push_back(std::move(fault));
  }
  std::ranges::stable_sort(faults, {}, &Fault::pointer);
  return faults;
}

}  // namespace guong::rules

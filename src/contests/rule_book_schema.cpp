// The rule book against schema/rule-book.schema.json. In a file of its own: valijson is slow to compile.
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "contests/rule_book_rules.h"
#include "guong/base/embedded.h"

namespace guong::contests {
namespace {

const valijson::Schema& schema() {
  static const auto parsed = [] {
    const auto document = nlohmann::json::parse(*embedded("schema/rule-book.schema.json"));
    auto s = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), *s);
    return s;
  }();
  return *parsed;
}

/// "<root>[categories][0]" as a JSON pointer.
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (std::size_t i = 1; i < context.size(); ++i) {
    std::string part = context[i];
    if (part.starts_with('[') && part.ends_with(']')) part = part.substr(1, part.size() - 2);
    pointer += "/" + part;
  }
  return pointer;
}

}  // namespace

std::vector<Fault> schema_faults(const nlohmann::json& document) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(document);
  if (validator.validate(schema(), target, &results)) return {};
  std::vector<Fault> faults;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    // A parent that fails only because of its child says nothing new.
    const bool of_child = error.description.find("Failed to validate against schema associated with") == 0;
    if (!of_child) faults.push_back({pointer_of(error.context), "contests.schema", {{"reason", error.description}}});
  }
  return faults;
}

}  // namespace guong::contests

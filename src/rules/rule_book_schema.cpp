// The rule book against schema/rule-book.schema.json. In a file of its own: valijson is slow to
// compile.
#include <memory>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "guong/base/embedded.h"
#include "rules/rule_book_checks.h"

namespace guong::rules {
namespace {

const valijson::Schema& schema() {
  static const auto parsed = [] {
    const auto document = nlohmann::json::parse(*embedded("schema/rule-book.schema.json"));
    auto made = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), *made);
    return made;
  }();
  return *parsed;
}

/// "<root>", "[categories]", "[0]" without the first and the brackets.
std::vector<std::string> path_of(const std::vector<std::string>& context) {
  std::vector<std::string> path;
  for (std::size_t i = 1; i < context.size(); ++i) {
    const std::string& part = context[i];
    const bool bracketed = part.starts_with('[') && part.ends_with(']');
    path.push_back(bracketed ? part.substr(1, part.size() - 2) : part);
  }
  return path;
}

}  // namespace

std::vector<SchemaError> schema_errors(const nlohmann::json& document) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(document);
  if (validator.validate(schema(), target, &results)) return {};
  std::vector<SchemaError> errors;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) errors.push_back({path_of(error.context), error.description});
  return errors;
}

}  // namespace guong::rules

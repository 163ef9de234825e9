// The checks of a rule book document, in this order: its schema, reading it, its semantics, and the rules
// that this program does not support yet. Pure; any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "guong/rules/rule_book.h"

namespace guong::rules {

/// A complaint of the schema validator: where, and its own English words.
struct SchemaError {
  std::vector<std::string> path;
  std::string words;
};
std::vector<SchemaError> schema_errors(const nlohmann::json& document);
/// The same for people, in the order of the document.
std::vector<Fault> schema_faults(const nlohmann::json& document);

/// Reads a document that has no schema fault; times and zones that cannot be read become faults.
RuleBook read_rule_book(const nlohmann::json& document, std::vector<Fault>& faults);
/// What a schema cannot say. Only for documents without schema faults.
std::vector<Fault> semantic_faults(const nlohmann::json& document, const RuleBook& rules);
/// Rules that the document states and this program does not support yet.
std::vector<Fault> unsupported_rules(const nlohmann::json& document);

}  // namespace guong::rules

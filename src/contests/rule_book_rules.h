// The looks at a rule book document, one after the other: its shape, what it holds, its sense, and
// what this program cannot obey yet. Pure; any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "guong/contests/rule_book.h"

namespace guong::contests {

/// A complaint of the schema validator: where, and its own English words.
struct SchemaError {
  std::vector<std::string> path;
  std::string words;
};
std::vector<SchemaError> schema_errors(const nlohmann::json& document);
/// The same for people, in the order of the document.
std::vector<Fault> shape_faults(const nlohmann::json& document);

/// Reads a document that has no fault of shape; times and zones that cannot be read become faults.
RuleBook read_rule_book(const nlohmann::json& document, std::vector<Fault>& faults);
/// What a schema cannot say. Only for documents without faults of shape.
std::vector<Fault> sense_faults(const nlohmann::json& document, const RuleBook& rules);
/// Rules that the document states and this program cannot obey yet.
std::vector<Fault> rules_not_obeyed(const nlohmann::json& document);

}  // namespace guong::contests

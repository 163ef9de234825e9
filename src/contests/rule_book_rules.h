// The three looks at a rule book document: its shape, its sense, and what this program cannot obey yet.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "guong/contests/rule_book.h"

namespace guong::contests {

std::vector<Fault> schema_faults(const nlohmann::json& document);
/// What a schema cannot say. Only for documents without schema faults.
std::vector<Fault> sense_faults(const RuleBook& rules);
/// Rules that the document states and this program cannot obey yet.
std::vector<Fault> rules_not_obeyed(const nlohmann::json& document);
/// Reads a document that has no schema fault; times and zones that cannot be read become faults.
RuleBook read_rule_book(const nlohmann::json& document, std::vector<Fault>& faults);

}  // namespace guong::contests

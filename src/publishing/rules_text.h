// A rule book written out in the order of a thể lệ, so that what is run is what is published: on the page and
// in the PDF alike.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "guong/base/messages.h"
#include "guong/documents/document.h"
#include "guong/rules/rule_book.h"
#include "guong/store/store.h"

namespace guong::publishing {

/// What a rule book says and the names of what it only refers to.
struct RulesSource {
  rules::RuleBook rules;
  nlohmann::json document;                   // what is for reading only stands nowhere else
  std::string host_unit, parent;             // full names; parent: of the contest that winners go on to
  std::map<std::string, std::string> units;  // full names by code
};
/// The rule book in force, or any version of it, with the names that it needs.
RulesSource rules_source(store::Reader& reader, const std::string& document, const std::string& host_unit);
/// Changes whenever what the rules in force say, and the names in it, do; empty when there is no such contest.
std::string rules_fingerprint(store::Reader& reader, std::string_view slug);

/// The acts that the contest rests on, said before the first article.
std::vector<std::string> legal_basis(const RulesSource& source);
/// "Điều 1. Giới thiệu" and so on. Every clause that the rule book holds appears.
std::vector<documents::Article> rules_articles(const RulesSource& source, Lang lang);

}  // namespace guong::publishing

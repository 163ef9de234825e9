// The parts that rules_articles is put together from: who and what may enter, how it is judged and awarded.
// An article without blocks is not in the rules.
#pragma once

#include <initializer_list>

#include "publishing/rules_text.h"

namespace guong::publishing::articles {

using documents::Article;
using documents::Block;

/// A text of the messages below "publishing.".
std::string say(Lang lang, const std::string& key, const Params& params = {});
std::string number(std::int64_t n);
/// "0,5" in Vietnamese, "0.5" in English.
std::string decimal(const Decimal& d, Lang lang);
std::string decimal(const nlohmann::json& value, Lang lang);

/// Reading the document: what is absent is empty.
const nlohmann::json& member(const nlohmann::json& object, const char* name);
std::string local(const nlohmann::json& text, Lang lang);
std::vector<std::string> locals(const nlohmann::json& texts, Lang lang);
bool flag(const nlohmann::json& object, const char* name);
/// A time of the document as a day.
std::string day(const nlohmann::json& time, std::string_view zone);
std::string unit_name(const RulesSource& source, const std::string& code);
std::string joined(const std::vector<std::string>& parts);

/// Leaves out blocks that say nothing.
void add(Article& article, Block block);
void add_clauses(Article& article, std::vector<std::string> clauses);
/// A line that leads to a list, and the list.
void add_list(Article& article, const std::string& lead, std::vector<std::string> items);

/// Each in a file of its own.
Article about(const RulesSource& source, Lang lang);
Article entrants(const RulesSource& source, Lang lang);
Article subject(const RulesSource& source, Lang lang);
Article categories(const RulesSource& source, Lang lang);
Article fields(const RulesSource& source, Lang lang);
Article calendar(const RulesSource& source, Lang lang);
Article handing_in(const RulesSource& source, Lang lang);
Article declarations(const RulesSource& source, Lang lang);
Article judging(const RulesSource& source, Lang lang);
Article tie_breaks(const RulesSource& source, Lang lang);
Article prizes(const RulesSource& source, Lang lang);
Article forwarding(const RulesSource& source, Lang lang);
Article remarks(const RulesSource& source, Lang lang);

}  // namespace guong::publishing::articles

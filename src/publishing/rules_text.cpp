// What the articles share: texts by key, numbers and days in words. The articles themselves are in
// rules_entering.cpp and rules_deciding.cpp.
#include "publishing/rules_text.h"

#include <nlohmann/json.hpp>

#include "publishing/rules_parts.h"

namespace guong::publishing {
namespace articles {

using nlohmann::json;

std::string say(Lang lang, const std::string& key, const Params& params) {
  return message("publishing." + key, lang, params);
}
std::string number(std::int64_t n) { return std::to_string(n); }

std::string decimal(const Decimal& d, Lang lang) {
  std::string text = to_text(d);
  if (lang == Lang::vi) {
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
  }
  return text;
}

std::string decimal(const json& value, Lang lang) {
  const auto exact = value.is_number() ? decimal_from_double(value.get<double>()) : std::nullopt;
  return exact ? decimal(*exact, lang) : "";
}

const json& member(const json& object, const char* name) {
  static const json nothing;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && found != object.end() ? *found : nothing;
}

std::string local(const json& text, Lang lang) {
  if (!text.is_object()) return "";
  const std::string en = text.value("en", "");
  return lang == Lang::en && !en.empty() ? en : text.value("vi", "");
}

std::vector<std::string> locals(const json& texts, Lang lang) {
  std::vector<std::string> out;
  for (const auto& text : texts) out.push_back(local(text, lang));
  return out;
}

bool flag(const json& object, const char* name) {
  const auto& value = member(object, name);
  return value.is_boolean() && value.get<bool>();
}

std::string day(const json& time, std::string_view zone) {
  if (!time.is_string()) return "";
  const auto text = time.get<std::string>();
  auto read = from_rfc3339(text);
  if (!read) read = from_rfc3339(text + "T00:00:00Z");
  return read ? to_local_date(*read, zone) : text;
}

std::string unit_name(const RulesSource& source, const std::string& code) {
  const auto name = source.units.find(code);
  return name == source.units.end() ? code : name->second;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

void add(Article& article, Block block) {
  if (const auto* paragraph = std::get_if<documents::Paragraph>(&block); paragraph && paragraph->text.empty())
    return;
  if (const auto* list = std::get_if<documents::List>(&block); list && list->items.empty()) return;
  if (const auto* table = std::get_if<documents::Table>(&block); table && table->rows.empty()) return;
  if (auto* facts = std::get_if<documents::Facts>(&block)) {
    std::erase_if(facts->pairs, [](const auto& pair) { return pair.second.empty(); });
    if (facts->pairs.empty()) return;
  }
  article.blocks.push_back(std::move(block));
}

void add_clauses(Article& article, std::vector<std::string> clauses) {
  add(article, documents::List{std::move(clauses)});
}

void add_list(Article& article, const std::string& lead, std::vector<std::string> items) {
  if (items.empty()) return;
  add(article, documents::Paragraph{lead});
  add_clauses(article, std::move(items));
}

}  // namespace articles

std::vector<std::string> legal_basis(const RulesSource& source) { return source.rules.legal_basis; }

std::vector<documents::Article> rules_articles(const RulesSource& source, Lang lang) {
  constexpr documents::Article (*kParts[])(const RulesSource&, Lang) = {
      articles::about,   articles::entrants,   articles::subject,    articles::categories,
      articles::fields,  articles::calendar,   articles::handing_in, articles::declarations,
      articles::judging, articles::tie_breaks, articles::prizes,     articles::forwarding,
      articles::remarks};
  std::vector<documents::Article> out;
  for (const auto part : kParts) {
    auto article = part(source, lang);
    if (article.blocks.empty()) continue;
    article.title = articles::say(lang, "article",
                                  {{"number", std::to_string(out.size() + 1)}, {"title", article.title}});
    out.push_back(std::move(article));
  }
  return out;
}

}  // namespace guong::publishing

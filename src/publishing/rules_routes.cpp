// HTTP of a rule book written out while it is still being edited. Nothing is stored.
#include "publishing/rules_routes.h"

#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/units/unit.h"
#include "publishing/rules_text.h"

namespace guong::publishing {
namespace {

using namespace documents;
using nlohmann::json;

json block_json(const Subheading& block) { return {{"kind", "subheading"}, {"text", block.text}}; }

json block_json(const Paragraph& block) {
  return {{"kind", "paragraph"}, {"text", block.text}, {"quiet", block.quiet}};
}

json block_json(const List& block) {
  return {{"kind", "list"}, {"items", block.items}, {"numbered", block.numbered}};
}

json block_json(const Facts& block) {
  json pairs = json::array();
  for (const auto& [name, value] : block.pairs)
    if (!value.empty()) pairs.push_back({{"name", name}, {"value", value}});
  return {{"kind", "facts"}, {"pairs", std::move(pairs)}};
}

json block_json(const Table& block) {
  json columns = json::array(), rows = json::array();
  for (const auto& column : block.columns)
    columns.push_back({{"heading", column.heading}, {"number", column.number}});
  for (const auto& row : block.rows) {
    json cells = json::array();
    for (const auto& cell : row) cells.push_back({{"text", cell.text}, {"note", cell.note}});
    rows.push_back(std::move(cells));
  }
  return {
      {"kind", "table"}, {"label", block.label}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

json article_json(const Article& article) {
  json blocks = json::array();
  for (const auto& block : article.blocks)
    blocks.push_back(std::visit([](const auto& one) { return block_json(one); }, block));
  return {{"title", article.title}, {"blocks", std::move(blocks)}};
}

std::string host_name(store::Reader& reader, const std::string& code) {
  const auto unit = units::unit_by_code(reader, code);
  return unit ? unit->name : code;
}

http::Response post_articles(api::WriteCall& call) {
  const json& document = call.body();
  refuse_if_any(rules::rule_book_faults(document));
  const auto source = call.read([&](store::Reader& reader) {
    return rules_source(reader, document.dump(),
                        host_name(reader, document.at("host_unit").get<std::string>()));
  });
  json articles = json::array();
  for (const auto& article : rules_articles(source, call.lang())) articles.push_back(article_json(article));
  return api::json_answer({{"legal_basis", legal_basis(source)}, {"articles", std::move(articles)}});
}

constexpr api::Route kRoutes[] = {
    api::post("/api/rule-books/articles", "writeOutRuleBook", api::kSignedIn, post_articles),
};

}  // namespace

std::span<const api::Route> rules_routes() { return kRoutes; }

}  // namespace guong::publishing

// Articles as HTML: one function for each kind of block; documents/pdf does the same for paper.
#include "publishing/article_html.h"

namespace guong::publishing {
namespace {

using namespace documents;

Html block_html(const Subheading& block) { return element("h4", {block.text}); }

Html block_html(const Paragraph& block) {
  if (block.exact) return element("p", {element("code", {block.text})});
  return block.quiet ? element("p", {{"class", "quiet"}}, {block.text}) : element("p", {block.text});
}

Html block_html(const List& block) {
  Html lines;
  for (const auto& item : block.items) lines.add(element("li", {item}));
  return element(block.numbered ? "ol" : "ul", {{"class", "clauses"}}, {lines});
}

Html block_html(const Facts& block) {
  std::vector<std::pair<std::string, Html>> pairs;
  for (const auto& [name, value] : block.pairs) pairs.emplace_back(name, Html(value));
  return facts(pairs);
}

Html cell_html(const Cell& cell, const Column& column) {
  if (column.number) return element("td", {{"class", "number"}}, {cell.text});
  if (cell.note.empty()) return element("td", {cell.text});
  return element("td", {element("strong", {cell.text}), element("br", Attributes{}), cell.note});
}

/// A table that is too wide for a phone scrolls by itself, by keyboard too.
Html block_html(const Table& block) {
  Html headings, rows;
  for (const auto& column : block.columns)
    headings.add(
        element("th", {{"scope", "col"}, {"class", column.number ? "number" : ""}}, {column.heading}));
  for (const auto& row : block.rows) {
    Html cells;
    for (std::size_t i = 0; i < row.size(); ++i) cells.add(cell_html(row[i], block.columns[i]));
    rows.add(element("tr", {cells}));
  }
  return element("div",
                 {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", block.label}},
                 {element("table", {{"class", "criteria"}},
                          {element("thead", {element("tr", {headings})}), element("tbody", {rows})})});
}

std::string article_id(std::size_t index) { return "dieu-" + std::to_string(index + 1); }

}  // namespace

Html articles_html(const std::vector<Article>& articles) {
  Html out;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Html blocks;
    for (const auto& block : articles[i].blocks)
      blocks.add(std::visit([](const auto& one) { return block_html(one); }, block));
    out.add(element("section", {{"id", article_id(i)}}, {element("h3", {articles[i].title}), blocks}));
  }
  return out;
}

Html article_links(const std::vector<Article>& articles) {
  Html out;
  for (std::size_t i = 0; i < articles.size(); ++i) out.add(link_item(article_id(i), articles[i].title));
  return out;
}

Html link_item(const std::string& id, const std::string& title) {
  return element("li", {element("a", {{"href", "#" + id}}, {title})});
}

}  // namespace guong::publishing

// A document as plain data: articles of paragraphs, lists, facts and tables. What the rules of a contest or a
// receipt say is written once as such a value, and becomes HTML in `publishing` or a PDF here. Pure values;
// any thread.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace guong::documents {

struct Subheading {
  std::string text;
};
struct Paragraph {
  std::string text;
  bool quiet = false;  // a remark beside the matter
  bool exact = false;  // characters that matter one by one: neither stretched nor moved in
};
struct List {
  std::vector<std::string> items;
  bool numbered = false;
};
/// Names and values; a pair without a value is left out.
struct Facts {
  std::vector<std::pair<std::string, std::string>> pairs;
};
struct Cell {
  std::string text;
  std::string note;  // said below the text, and then the text stands out
};
struct Column {
  std::string heading;
  bool number = false;
};
struct Table {
  std::string label;  // what the table is about, for who cannot see it
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};
using Block = std::variant<Subheading, Paragraph, List, Facts, Table>;

struct Article {
  std::string title;
  std::vector<Block> blocks;
};

}  // namespace guong::documents

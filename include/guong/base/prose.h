// The text of a work as its author wrote it: one block in each line. A line that begins with "# " is a
// heading, with "> " a quotation, with "• " an item of a list; "▣ 12 " and a caption is the picture 12; every
// other line is a paragraph, and empty lines only part them. "- " begins a line of dialogue in Vietnamese and
// stays text. A text typed without any of these marks means what it meant before.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guong {

enum class BlockKind { paragraph, heading, quote, item, picture };

struct Block {
  BlockKind kind;
  std::string_view text;  // without its mark, of a picture its caption; points into the text that was given
  // digits: the id of the author's file, or its position where nobody may know ids
  std::string_view picture{};
};

/// What one line is.
Block block_of(std::string_view line);
/// The blocks of a text in order, empty lines left out.
std::vector<Block> blocks_of(std::string_view text);
/// Words as contest rules count them: neither the marks of blocks nor captions are any.
std::size_t prose_words(std::string_view text);
/// What is to be read, captions too, a block in each line without its mark.
std::string prose_text(std::string_view text);
bool has_pictures(std::string_view text);
/// The same text with its pictures called by other digits; pictures that have none are left out.
std::string with_pictures(std::string_view text, const std::map<std::string, std::string>& names);

}  // namespace guong

// The text of a work as its author wrote it: one block in each line. A line that begins with "# " is a heading, with "> " a
// quotation, with "• " an item of a list; every other line is a paragraph, and empty lines only part them. "- " begins a line of
// dialogue in Vietnamese and stays text. A text typed without any of these marks means what it meant before.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace guong {

enum class BlockKind { paragraph, heading, quote, item };

struct Block {
  BlockKind kind;
  std::string_view text;  // without its mark; points into the text that was given
};

/// What one line is.
Block block_of(std::string_view line);
/// The blocks of a text in order, empty lines left out.
std::vector<Block> blocks_of(std::string_view text);
/// Words as contest rules count them: the marks of blocks are none.
std::size_t prose_words(std::string_view text);

}  // namespace guong

#include "guong/base/prose.h"

#include <catch2/catch.hpp>
#include <string>

using namespace guong;

TEST_CASE("Each line of a work is a block, and its mark says of which kind") {
  const auto blocks =
      blocks_of("# Người giữ rừng\n\nÔng Tư bảo:\n> Rừng còn thì làng còn.\n• một\n• hai\n  \n#không phải đề mục");
  REQUIRE(blocks.size() == 6);
  CHECK(blocks[0].kind == BlockKind::heading);
  CHECK(blocks[0].text == "Người giữ rừng");
  CHECK(blocks[1].kind == BlockKind::paragraph);
  CHECK(blocks[2].kind == BlockKind::quote);
  CHECK(blocks[2].text == "Rừng còn thì làng còn.");
  CHECK(blocks[3].kind == BlockKind::item);
  CHECK(blocks[4].text == "hai");
  CHECK(blocks[5].kind == BlockKind::paragraph);
}

TEST_CASE("A line of dialogue is text, dash and all") {
  const auto blocks = blocks_of("- Bác ơi!");
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].kind == BlockKind::paragraph);
  CHECK(blocks[0].text == "- Bác ơi!");
}

TEST_CASE("The marks of blocks are not words") {
  CHECK(prose_words("# Một hai\n> ba bốn\n• năm\nsáu") == 6);
  CHECK(prose_words("") == 0);
  CHECK(prose_words("\n \n") == 0);
}

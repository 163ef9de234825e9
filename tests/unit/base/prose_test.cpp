// The marks that part a work's text into blocks.
#include "guong/base/prose.h"

#include <catch2/catch.hpp>
#include <string>

using namespace guong;

TEST_CASE("Each line of a work is a block, and its mark says of which kind") {
  const auto blocks = blocks_of(
      "# Người giữ rừng\n\nÔng Tư bảo:\n> Rừng còn thì làng còn.\n• một\n• hai\n  \n#không phải đề mục");
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

TEST_CASE("A picture stands in the text by its number, with a caption that is no part of the words") {
  const auto blocks = blocks_of("Một hai\n▣ 12 Cô giáo và học trò\n▣ 7\n▣ bảy\n▣ 8x");
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[1].kind == BlockKind::picture);
  CHECK(blocks[1].picture == "12");
  CHECK(blocks[1].text == "Cô giáo và học trò");
  CHECK(blocks[2].kind == BlockKind::picture);
  CHECK(blocks[2].picture == "7");
  CHECK(blocks[2].text.empty());
  CHECK(blocks[3].kind == BlockKind::paragraph);
  CHECK(blocks[4].kind == BlockKind::paragraph);
  CHECK(prose_words("Một hai\n▣ 12 ba bốn") == 2);
  CHECK(prose_text("# Một\n▣ 12 ba bốn\n▣ 7") == "Một\nba bốn\n\n");
  CHECK(has_pictures("Một hai\n▣ 7"));
  CHECK_FALSE(has_pictures("Dấu ▣ 7 giữa dòng\n▣ bảy"));
}

TEST_CASE(
    "Pictures are called by other numbers where nobody may know the first, and unknown ones are left out") {
  CHECK(with_pictures("a\n▣ 12 Lớp học\n\n▣ 9 Mất rồi\nb", {{"12", "1"}}) == "a\n▣ 1 Lớp học\n\nb");
  CHECK(with_pictures("a\n", {}) == "a\n");
  CHECK(with_pictures("▣ 9 Mất rồi", {}).empty());
}

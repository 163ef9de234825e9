// How marks stand in the database and the ledger: canonical JSON, exact text for each number
// ({"content":"8.5"}).
#pragma once

#include <string>
#include <string_view>

#include "guong/judging/desk.h"

namespace guong::judging {

std::string marks_text(const Marks& marks);
/// Throws Error{internal} when the text is not what marks_text writes.
Marks parse_marks(std::string_view text);

}  // namespace guong::judging

// The two halves of a signed note, for the functions that read them.
#pragma once

#include <optional>
#include <string_view>

namespace guong::ledger {

struct SplitNote {
  std::string_view text;        // ends in a newline; the blank line belongs to neither half
  std::string_view signatures;  // at least one line, each ending in a newline
};
/// Nothing when it cannot be a note at all. Signatures are not looked at.
std::optional<SplitNote> split_note(std::string_view note);

}  // namespace guong::ledger

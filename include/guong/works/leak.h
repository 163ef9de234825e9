// Finds in a work's text what would tell a judge who wrote it. Pure; any thread. The caller leaves
// out the names that are content (the exemplar's).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guong::works {

/// What is known of the authors of one entry.
struct AuthorMarks {
  std::vector<std::string> names;
  std::vector<std::string> phones;
  std::vector<std::string> emails;
  std::vector<std::string> addresses;
  std::vector<std::string> units;
};

enum class LeakKind { name, phone, email, address, unit };

struct Leak {
  LeakKind kind;
  std::string mark;      // the mark as given
  std::size_t at = 0;    // first byte in the text
  std::size_t size = 0;  // bytes
  std::string excerpt;   // the place with a few words on either side
};

/// In order of place. Names: with or without diacritics, words in any order, run together, given
/// names as initials. Phones: whatever stands between digits, 0 or +84. E-mail: the whole, or its
/// name part alone. Addresses: the whole, or house number and street. At most 100.
std::vector<Leak> find_leaks(std::string_view text, const AuthorMarks& marks);

}  // namespace guong::works

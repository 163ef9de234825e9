// Where a page of a list begins. A list has a cursor type: a struct with what the list is ordered by, whose
// default stands before the first line. Stores get it as it is; clients get it as text and hand that back
// unread, so that only these functions know what is in it.
//
//   struct GrantCursor {
//     std::string role;
//     AccountId account;
//     static auto parts(auto& cursor) { return std::tie(cursor.role, cursor.account); }
//   };
//
// A part is an integer, an id, a time or a text (valid UTF-8 without a NUL, as all that is stored).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"

namespace guong::api {

using CursorPart = std::variant<std::int64_t, std::string>;
std::string join_cursor(const std::vector<CursorPart>& parts);
/// `count` parts. Like all that reads a cursor: Error{malformed, "api.cursor_wrong"} for what the functions
/// here did not write.
std::vector<CursorPart> split_cursor(std::string_view text, std::size_t count);

inline CursorPart cursor_part(const std::string& text) { return text; }
inline CursorPart cursor_part(std::int64_t number) { return number; }
inline CursorPart cursor_part(Timestamp time) { return time.micros; }
template <class Tag>
CursorPart cursor_part(Id<Tag> id) {
  return id.value;
}

void set_part(std::string& text, const CursorPart& part);
void set_part(std::int64_t& number, const CursorPart& part);
void set_part(int& number, const CursorPart& part);
inline void set_part(Timestamp& time, const CursorPart& part) { set_part(time.micros, part); }
template <class Tag>
void set_part(Id<Tag>& id, const CursorPart& part) {
  set_part(id.value, part);
}

template <class Cursor>
std::string write_cursor(const Cursor& cursor) {
  return std::apply([](const auto&... part) { return join_cursor({cursor_part(part)...}); },
                    Cursor::parts(cursor));
}

template <class Cursor>
Cursor read_cursor(std::string_view text) {
  Cursor cursor;
  std::apply(
      [&](auto&... to) {
        const auto parts = split_cursor(text, sizeof...(to));
        auto part = parts.begin();
        (set_part(to, *part++), ...);
      },
      Cursor::parts(cursor));
  return cursor;
}

template <class Line>
struct Page {
  std::vector<Line> lines;
  std::string next;  // the cursor of the page after this one; empty when this is the last
};

/// One page of at most `limit` lines. `lines_after(cursor, n)` gives the first n lines after the cursor: one
/// more than shown are asked for, which tells whether there is a page after. `cursor_of(line)` is where it
/// begins.
template <class Cursor, class LinesAfter, class CursorOf>
auto page_after(const Cursor& cursor, int limit, LinesAfter lines_after, CursorOf cursor_of) {
  auto lines = lines_after(cursor, limit + 1);
  Page<typename decltype(lines)::value_type> page{std::move(lines), {}};
  if (std::cmp_greater(page.lines.size(), limit)) {
    page.lines.pop_back();
    page.next = write_cursor<Cursor>(cursor_of(page.lines.back()));
  }
  return page;
}

}  // namespace guong::api

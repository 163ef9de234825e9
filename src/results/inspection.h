// What an inspector reads of a contest, as of any day: lists of lines, each of one time with named values. Nothing here
// writes. Who wrote a work is not in it before the codes were joined, nor a mark before its round was locked.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/store/store.h"

namespace guong::results {

struct InspectionLine {
  Timestamp at;
  std::string key;  // parts lines of one time
  std::map<std::string, std::string> values;
  std::map<std::string, AccountId> people;  // values that are persons, by name
};

struct InspectionCursor {
  Timestamp at;
  std::string key;
  static auto parts(auto& cursor) { return std::tie(cursor.at, cursor.key); }
};

/// "works", "people", "assignments", "waivers", "cards", "records".
inline constexpr std::string_view kInspectionLists[] = {"works",   "people", "assignments",
                                                        "waivers", "cards",  "records"};

/// Lines of a list from before or at `until`, in the order of time, persons by name. Error{not_found} when there is no
/// such list.
std::vector<InspectionLine> inspect(store::Reader& reader, const api::UseCaseContext& context,
                                    ContestId contest, std::string_view list, Timestamp until,
                                    const InspectionCursor& after, int limit);

/// Every line of a list up to `until`, in order.
void each_line(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
               std::string_view list, Timestamp until,
               const std::function<void(const InspectionLine&)>& take);

}  // namespace guong::results

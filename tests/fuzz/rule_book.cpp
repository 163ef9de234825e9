// A rule book from anywhere: whatever JSON it is, it is taken or refused with faults, and what is taken
// survives being read.
#include <nlohmann/json.hpp>

#include "guong/base/error.h"
#include "guong/rules/rule_book.h"

using namespace guong;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = nlohmann::json::parse(data, data + size, nullptr, false);
  if (document.is_discarded()) return 0;
  if (!rules::rule_book_faults(document).empty()) return 0;
  (void)rules::parse_rule_book(document);
  return 0;
}

// Marks as canonical JSON: the text in the database is the text that the ledger commits to.
#include "judging/marks_text.h"

#include "guong/base/error.h"
#include "guong/ledger/canonical_json.h"

namespace guong::judging {

std::string marks_text(const Marks& marks) {
  ledger::Object object;
  for (const auto& [criterion, mark] : marks) object.push_back({criterion, to_text(mark)});
  return ledger::canonical_json(object);
}

Marks parse_marks(std::string_view text) {
  const auto object = ledger::parse_canonical_json(text);
  if (!object) throw Error(ErrorKind::internal, "judging.marks_damaged");
  Marks marks;
  for (const auto& [name, value] : *object) {
    const auto* number = std::get_if<std::string>(&value);
    const auto mark = number ? parse_decimal(*number) : std::nullopt;
    if (!mark) throw Error(ErrorKind::internal, "judging.marks_damaged");
    marks[name] = *mark;
  }
  return marks;
}

}  // namespace guong::judging

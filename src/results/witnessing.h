// A rule book may demand that witnesses of the public log vouch for a result before it counts as published: they cosign a
// head that covers the record by which they were asked, and with it the approval before it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/results/result.h"

namespace guong::results {

struct Witnessing {
  int wanted = 0;
  bool asked = false;
  std::set<std::string> have;  // names of witnesses
  bool complete() const { return asked && static_cast<int>(have.size()) >= wanted; }
};
Witnessing witnessing_of(store::Reader& reader, const Result& result);

/// Asks once, by a record and a public head; nothing when the rule book demands no witness.
void ask_witnesses(store::Tx& tx, const api::UseCaseContext& context, const Result& result);

/// Approved results whose hour has come and whose witnesses were asked.
std::vector<Result> awaiting_witnesses(store::Reader& reader, Timestamp now);

}  // namespace guong::results

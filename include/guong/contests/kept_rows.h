// Which rows of contests the ledger answers for, once they were opened. Any thread.
#pragma once

#include <span>
#include <string>

#include "guong/api/use_case_context.h"
#include "guong/store/kept_rows.h"

namespace guong::contests {

std::span<const store::KeptTable> kept_tables();
/// What a record is to say of the contest's own row; with it, of the rule book that came into force.
std::string contest_rows(store::Reader& reader, const api::Keys& keys, ContestId contest);
std::string rule_book_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                           std::int64_t version);

}  // namespace guong::contests

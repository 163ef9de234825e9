// SQL of the rows of contests that the ledger answers for.
#include "guong/contests/kept_rows.h"

namespace guong::contests {
namespace {

constexpr store::KeptTable kTables[] = {
    {"contest", "contests.contest_differs",
     R"(select c.id, c.slug, c.host_unit_id, c.level, c.state, c.name_vi, c.name_en, c.rule_book_version, c.opens_at,
  c.deadline_at, c.created_at, c.created_by, c.revision from contest c)",
     "c.id", "c.id", "c.state <> 'draft'", "c.id"},
    {"rule_book", "contests.rule_book_differs",
     R"(select r.version, c.slug, r.version, r.document, r.sha256, r.reason, r.decision_number, r.created_at,
  r.created_by
from contest c
join rule_book r on r.contest_id = c.id)",
     "c.id", "r.version", "c.state <> 'draft'", "r.version"},
};

}  // namespace

std::span<const store::KeptTable> kept_tables() { return kTables; }

std::string contest_rows(store::Reader& reader, const api::Keys& keys, ContestId contest) {
  return store::tell_rows(reader, keys.seal, std::span(kTables).first(1), contest, contest.value);
}

std::string rule_book_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                           std::int64_t version) {
  return contest_rows(reader, keys, contest) +
         store::tell_rows(reader, keys.seal, std::span(kTables).last(1), contest, version);
}

}  // namespace guong::contests

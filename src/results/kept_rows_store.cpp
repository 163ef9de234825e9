// SQL of the rows of results that the ledger answers for. What published works are found by is made of their documents.
#include "results/kept_rows_store.h"

namespace guong::results {
namespace {

constexpr store::KeptTable kResult[] = {
    {"result", "results.result_differs",
     R"(select r.id, cast(r.number as text), r.contest_id, r.state, r.ranking, r.ranking_sha256, r.decision_number,
  r.computed_at, r.computed_by, r.proposed_at, r.proposed_by, r.approved_at, r.approved_by, r.publish_at,
  r.published_at,
  r.supersedes, r.reason, r.revision, r.witnessed_after from result r)",
     "r.contest_id", "r.id", "", "r.id"},
    {"join_consent", "results.consent_differs",
     R"(select r.id, cast(r.number as text), c.account_id, c.consented_at
from result r
join join_consent c on c.result_id = r.id)",
     "r.contest_id", "r.id", "", "c.account_id"},
    {"award", "results.award_rows_differ",
     R"(select r.id, cast(r.number as text), a.id, a.position, a.prize, a.category, a.code, a.entry_id,
  a.unit_id, a.rank,
  a.score, a.money, a.note
from result r
join award a on a.result_id = r.id)",
     "r.contest_id", "r.id", "", "a.position, a.id"},
    {"award_departure", "results.departure_differs",
     R"(select r.id, cast(r.number as text), d.position, d.kind, d.prize, d.category, d.code, d.unit_id,
  d.places, d.reason,
  d.office, d.decided_by, d.decided_at
from result r
join award_departure d on d.result_id = r.id)",
     "r.contest_id", "r.id", "", "d.position"},
};

constexpr store::KeptTable kPublication[] = {
    {"published_result", "results.file_differs",
     R"(select r.id, cast(r.number as text), p.contest_id, p.document, p.published_at
from result r
join published_result p on p.result_id = r.id)",
     "r.contest_id", "r.id", "", "r.id"},
    {"published_long_part", "results.file_differs",
     R"(select r.id, cast(r.number as text), p.long_part_sha256
from result r
join published_result p on p.result_id = r.id)",
     "r.contest_id", "r.id", "p.long_part_sha256 is not null", "r.id"},
    {"published_work", "results.work_differs",
     R"(select r.id, cast(r.number as text), w.entry_id, w.contest_id, w.slug, w.document, w.published_at
from result r
join published_work w on w.result_id = r.id)",
     "r.contest_id", "r.id", "", "w.entry_id"},
};

}  // namespace

std::span<const store::KeptTable> result_tables() { return kResult; }
std::span<const store::KeptTable> publication_tables() { return kPublication; }

}  // namespace guong::results

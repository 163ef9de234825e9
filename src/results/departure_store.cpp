// SQL of decisions on prizes.
#include "results/departure_store.h"

namespace guong::results {

std::vector<Decided> load_departures(store::Reader& reader, ResultId result) {
  return reader.all(
      R"(select d.kind, d.prize, d.category, d.code, d.unit_id, d.places, d.reason,
  d.office, d.decided_by, d.decided_at
from award_departure d
where d.result_id = $1
order by d.position)",
      {result}, [](const store::Row& row) {
        Decided out;
        out.what = {standings::read_departure_kind(row.text("kind")),
                    row.text("prize"),
                    row.text("category"),
                    row.text("code"),
                    "",
                    static_cast<int>(row.i64("places")),
                    row.text("reason"),
                    row.text("office"),
                    "",
                    row.time("decided_at")};
        out.unit = row.opt_id<UnitId>("unit_id");
        if (out.unit) out.what.unit = std::to_string(out.unit->value);
        out.by = row.id<AccountId>("decided_by");
        return out;
      });
}

void replace_departures(store::Tx& tx, ResultId result, const std::vector<Decided>& departures) {
  tx.exec(R"(delete from award_departure where result_id = $1)", {result});
  int position = 0;
  for (const auto& [d, unit, by] : departures)
    tx.exec(
        R"(insert into award_departure (result_id, position, kind, prize, category, code, unit_id, places, reason, office,
  decided_by, decided_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
        {result, ++position, standings::departure_kind_name(d.kind), d.prize, d.category, d.code, unit,
         d.places, d.reason, d.office, by, d.decided_at});
}

}  // namespace guong::results

// SQL of ledger_comparison and ledger_finding.
#include "app/comparison_store.h"

namespace guong::app {

void put_comparison(store::Tx& tx, const Comparison& comparison) {
  tx.exec(R"(insert into ledger_comparison (id, compared_at, differences, first) values (1, $1, $2, $3)
on conflict (id) do update set compared_at = excluded.compared_at, differences = excluded.differences, first = excluded.first)",
          {comparison.at, comparison.differences, comparison.first});
}

std::vector<Finding> keep_findings(store::Tx& tx, const std::vector<Finding>& findings, Timestamp now) {
  std::vector<Finding> fresh;
  for (const auto& each : findings) {
    const auto known = tx.exec(R"(update ledger_finding set seen_at = $3 where place = $1 and key = $2)",
                               {each.place, each.key, now});
    if (known > 0) continue;
    tx.exec(R"(insert into ledger_finding (place, key, says_vi, says_en, found_at, seen_at)
values ($1, $2, $3, $4, $5, $5))",
            {each.place, each.key, each.says.vi, each.says.en, now});
    fresh.push_back(each);
  }
  tx.exec(R"(delete from ledger_finding where seen_at < $1)", {now});
  return fresh;
}

std::vector<Finding> last_findings(store::Reader& reader, int limit) {
  return reader.all(R"(select place, key, says_vi, says_en, found_at from ledger_finding
where place > $2
order by place, key limit $1)",
                    {limit, ""}, [](const store::Row& row) {
                      return Finding{row.text(0), row.text(1), {row.text(2), row.text(3)}, row.time(4)};
                    });
}

std::optional<Comparison> last_comparison(store::Reader& reader) {
  return reader.one(R"(select compared_at, differences, first from ledger_comparison where id = 1)", {},
                    [](const store::Row& row) {
                      return Comparison{row.time(0), row.i64(1), row.text(2)};
                    });
}

}  // namespace guong::app

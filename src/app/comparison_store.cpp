// SQL of ledger_comparison.
#include "app/comparison_store.h"

namespace guong::app {

void put_comparison(store::Tx& tx, const Comparison& comparison) {
  tx.exec(R"(insert into ledger_comparison (id, compared_at, differences, first) values (1, $1, $2, $3)
on conflict (id) do update set compared_at = excluded.compared_at, differences = excluded.differences, first = excluded.first)",
          {comparison.at, comparison.differences, comparison.first});
}

std::optional<Comparison> last_comparison(store::Reader& reader) {
  return reader.one(R"(select compared_at, differences, first from ledger_comparison where id = 1)", {},
                    [](const store::Row& row) {
                      return Comparison{row.time(0), row.i64(1), row.text(2)};
                    });
}

}  // namespace guong::app

#include "app/app_store.h"

#include "guong/base/embedded.h"

namespace guong::app {

bool is_alive(store::Reader& reader) { return reader.number(R"(select 1)") == 1; }

bool has_records(store::Reader& reader) {
  return reader.number(R"(select count(*) from (select seq from ledger_record limit 1) r)") != 0;
}

bool is_administrator(store::Reader& reader, AccountId account, Timestamp now) {
  return reader.number(R"(select count(*) from role_grant
where account_id = $1 and role = 'administrator' and contest_id is null and unit_id is null
  and valid_from <= $2 and (valid_to is null or valid_to > $2))",
                       {account, now}) != 0;
}

std::vector<BrokenInvariant> broken_invariants(store::Reader& reader) {
  std::vector<BrokenInvariant> broken;
  for (const auto path : embedded_paths("schema/invariants/")) {
    BrokenInvariant invariant{std::string(path.substr(path.rfind('/') + 1)), 0, ""};
    reader.each(*embedded(path), {}, [&](const store::Row& row) {
      if (invariant.rows++ == 0) invariant.first = row.null(0) ? "" : row.text(0);
    });
    if (invariant.rows > 0) broken.push_back(std::move(invariant));
  }
  return broken;
}

}  // namespace guong::app

// SQL that no module owns: health, backup, the invariants. It reads; what is written here would be another
// module's table.
#include "app/app_store.h"

#include <algorithm>

#include "guong/base/embedded.h"

namespace guong::app {

bool is_alive(store::Reader& reader) { return reader.number(R"(select 1)") == 1; }

bool has_keys(store::Reader& reader) {
  // At most one row is counted: ledgers grow large.
  return reader.number(R"(select count(*) from installation_key)") != 0 ||
         reader.number(R"(select count(*) from (select seq from ledger_record limit 1) r)") != 0;
}

bool is_administrator(store::Reader& reader, AccountId account, Timestamp now) {
  return reader.number(R"(select count(*) from role_grant
where account_id = $1 and role = 'administrator' and contest_id is null and unit_id is null
  and valid_from <= $2 and (valid_to is null or valid_to > $2))",
                       {account, now}) != 0;
}

bool has_accounts(store::Reader& reader) {
  return reader.number(R"(select count(*) from (select id from account limit 1) a)") != 0;
}

std::vector<api::Grant> grants_of(store::Reader& reader, AccountId account, Timestamp now) {
  return reader.all(
      R"(select role, contest_id, unit_id from role_grant
where account_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2))",
      {account, now}, [](const store::Row& row) {
        return api::Grant{*api::role_from_name(row.text(0)), row.opt_id<ContestId>(1), row.opt_id<UnitId>(2)};
      });
}

std::vector<Digest> named_blobs(store::Reader& reader) {
  std::vector<Digest> out;
  const auto add = [&](const Bytes& sha256) {
    if (sha256.size() != sizeof(Digest)) return;
    std::copy(sha256.begin(), sha256.end(), out.emplace_back().begin());
  };
  for (EntryFileId last{};;) {
    const auto before = last;
    reader.each(R"(select f.id, f.sha256, r.sha256
from entry_file f
left join entry_rendition r on r.file_id = f.id
where f.id > $1 order by f.id limit 5000)",
                std::initializer_list<store::Value>{last}, [&](const store::Row& row) {
                  last = row.id<EntryFileId>(0);
                  add(row.blob(1));
                  if (!row.null(2)) add(row.blob(2));
                });
    if (last == before) break;
  }
  reader.each(R"(select long_part_sha256 from published_result where contest_id > $1)",
              std::initializer_list<store::Value>{ContestId{}}, [&](const store::Row& row) {
                if (!row.null(0)) add(row.blob(0));
              });
  reader.each(R"(select sha256 from published_cover_size where entry_id > $1)",
              std::initializer_list<store::Value>{EntryId{}},
              [&](const store::Row& row) { add(row.blob(0)); });
  reader.each(R"(select emblem from host_identity where id = 1 and emblem is not null)", {},
              [&](const store::Row& row) { add(row.blob(0)); });
  return out;
}

LedgerHead ledger_head(store::Reader& reader) {
  LedgerHead head{reader.number("select max(seq) + 1 from ledger_record"), std::nullopt, std::nullopt};
  head.signed_at = reader.one("select created_at from ledger_checkpoint order by size desc limit 1", {},
                              [](const store::Row& row) { return row.time(0); });
  return head;
}

Revision entry_revision(store::Reader& reader, EntryId entry) {
  return {reader.number(R"(select revision from entry where id = $1)", {entry})};
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

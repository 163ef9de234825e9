// SQL of upgrade_step and installation_key.
#include "app/upgrade_store.h"

namespace guong::app {

std::vector<std::string> upgrade_steps(store::Reader& reader) {
  return reader.all(R"(select name from upgrade_step order by name)", {},
                    [](const store::Row& row) { return row.text(0); });
}

void add_step(store::Tx& tx, const std::string& name) {
  tx.exec(R"(insert into upgrade_step (name) values ($1) on conflict (name) do nothing)", {name});
}

void finish_step(store::Tx& tx, const std::string& name) {
  tx.exec(R"(delete from upgrade_step where name = $1)", {name});
}

std::optional<Bytes> find_key_check(store::Reader& reader) {
  return reader.one(R"(select check_sealed from installation_key where id = 1)", {},
                    [](const store::Row& row) { return row.blob(0); });
}

void update_key_check(store::Tx& tx, const Bytes& sealed) {
  tx.exec(R"(update installation_key set check_sealed = $1 where id = 1)", {sealed});
}

void insert_key_check(store::Tx& tx, const Bytes& sealed) {
  tx.exec(R"(insert into installation_key (id, check_sealed) values (1, $1))", {sealed});
}

std::optional<std::int64_t> last_opening(store::Reader& reader) {
  return reader.one(R"(select seq from ledger_opening where seq >= 0 order by seq desc limit 1)", {},
                    [](const store::Row& row) { return row.i64(0); });
}

}  // namespace guong::app

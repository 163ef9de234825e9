// One select for whatever column is sealed, by its key; the update is its owner's.
#include <algorithm>
#include <optional>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/resealing.h"

namespace guong::store {
namespace {

constexpr int kRowsAtOnce = 500;

std::string joined(const SealedColumn& column, const std::string& between, const std::string& after = "") {
  std::string out;
  for (const auto& [name, first] : column.key) out += (out.empty() ? "" : between) + name + after;
  return out;
}

/// "$1, $2"
std::string places(std::size_t count) {
  std::string out;
  for (std::size_t i = 1; i <= count; ++i) out += (i > 1 ? ", $" : "$") + std::to_string(i);
  return out;
}

std::string select_text(const SealedColumn& column) {
  const auto key = joined(column, ", ");
  return "select " + key + ", " + column.column + " from " + column.table + " where (" + key + ") > (" +
         places(column.key.size()) + ") order by " + key + " limit " + std::to_string(kRowsAtOnce);
}

std::vector<Value> values_of(const RowKey& key) {
  std::vector<Value> out;
  for (const auto& part : key) std::visit([&](const auto& value) { out.emplace_back(value); }, part);
  return out;
}

KeyPart part_of(const Row& row, int place, const KeyPart& like) {
  if (std::holds_alternative<std::int64_t>(like)) return row.i64(place);
  if (std::holds_alternative<std::string>(like)) return row.text(place);
  return row.blob(place);
}

struct SealedRow {
  RowKey key;
  Bytes sealed;
};

std::vector<SealedRow> rows_after(Reader& reader, const SealedColumn& column, const RowKey& after) {
  std::vector<SealedRow> out;
  const auto values = values_of(after);
  reader.each(select_text(column), values, [&](const Row& row) {
    SealedRow one;
    int place = 0;
    for (const auto& [name, first] : column.key) one.key.push_back(part_of(row, place++, first));
    if (!row.null(place)) one.sealed = row.blob(place);
    out.push_back(std::move(one));
  });
  return out;
}

std::optional<std::string> opened_by(std::string_view key, const std::string& context, const Bytes& sealed) {
  try {
    return unseal(key, context, as_text(sealed));
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Gives whether it opens with either key.
bool reseal_row(Tx& tx, const SealedColumn& column, const KeyChange& change, const SealedRow& row) {
  if (row.sealed.empty()) return true;  // nothing stands there yet
  const auto context = column.context(row.key);
  if (opened_by(change.to, context, row.sealed)) return true;
  const auto plain = opened_by(change.from, context, row.sealed);
  if (!plain) return false;
  const auto sealed = seal(change.to, context, *plain);
  auto values = values_of(row.key);
  values.emplace_back(sealed);
  tx.run(column.update, values);
  return true;
}

std::string number_text(const KeyPart& part) { return std::to_string(std::get<std::int64_t>(part)); }

}  // namespace

Resealed reseal(Store& store, const SealedColumn& column, const KeyChange& change) {
  Resealed out;
  RowKey after;
  for (const auto& [name, first] : column.key) after.push_back(first);
  for (bool more = true; more;) {
    const auto [rows, lost] = store.write([&](Tx& tx) {
      auto batch = rows_after(tx, column, after);
      const auto unopened = std::ranges::count_if(
          batch, [&](const SealedRow& row) { return !reseal_row(tx, column, change, row); });
      return std::pair(std::move(batch), unopened);
    });
    out.rows += std::ranges::count_if(rows, [](const SealedRow& row) { return !row.sealed.empty(); });
    out.lost += lost;
    more = !rows.empty();
    if (more) after = rows.back().key;
  }
  return out;
}

std::vector<SealedColumn> sealed_columns() {
  return {{"ledger_opening",
           "opening_sealed",
           {number_key("seq"), {"name", std::string()}},
           [](const RowKey& key) {
             return "opening/" + number_text(key[0]) + "/" + std::get<std::string>(key[1]);
           },
           R"(update ledger_opening set opening_sealed = $3 where seq = $1 and name = $2)"},
          {"data_key",
           "key_sealed",
           {number_key("contest_id")},
           [](const RowKey& key) { return "data_key/" + number_text(key[0]); },
           R"(update data_key set key_sealed = $2 where contest_id = $1)"}};
}

}  // namespace guong::store

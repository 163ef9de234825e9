// Sealing anew what stands sealed in rows, when the installation's key is changed for another. Each module
// tells which of its columns are sealed and for what; both keys are known while it lasts, so that it may be
// cut off and run again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/store/store.h"

namespace guong::store {

struct KeyChange {
  std::string from, to;
};

using KeyPart = std::variant<std::int64_t, std::string, Bytes>;
using RowKey = std::vector<KeyPart>;

struct SealedColumn {
  std::string table, column;
  /// The columns by which a row is known, each with a value that is before all others.
  std::vector<std::pair<std::string, KeyPart>> key;
  std::function<std::string(const RowKey&)> context;
  /// The owner's own statement: the parts of the key, then the value.
  std::string update;
};

/// An id that the key begins with.
template <class IdType>
IdType id_in(const RowKey& key) {
  return IdType{std::get<std::int64_t>(key.at(0))};
}
inline std::pair<std::string, KeyPart> number_key(std::string name) { return {std::move(name), -1}; }
inline std::pair<std::string, KeyPart> bytes_key(std::string name) { return {std::move(name), Bytes{}}; }

struct Resealed {
  std::int64_t rows = 0;
  std::int64_t lost = 0;  // opened with neither key; they stay as they are
};
/// In pieces that are committed each. What the new key opens already stays as it is.
Resealed reseal(Store& store, const SealedColumn& column, const KeyChange& change);

/// Of this module: the ledger's openings and the data keys of contests.
std::vector<SealedColumn> sealed_columns();

}  // namespace guong::store

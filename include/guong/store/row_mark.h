// Whether anybody has gone past this program to a contest's rows since they were compared: asked in a write,
// in much less time than comparing takes.
#pragma once

#include <span>
#include <string>

#include "guong/base/ids.h"
#include "guong/store/kept_rows.h"

namespace guong::store {

/// Stands still as long as nobody does. SQLite: moves with every commit that another connection than this
/// store's writer makes to the file, whatever it changed. PostgreSQL: moves when one of the rows is written
/// anew, by anybody. Bytes that are changed in the files of the database themselves move neither.
std::string row_mark(Tx& tx, bool sqlite, std::span<const KeptTable> tables, ContestId contest);

/// The number of the contest's last record: stands still as long as nothing was done in it. -1 before the
/// first.
std::int64_t last_record(Reader& reader, ContestId contest);

}  // namespace guong::store

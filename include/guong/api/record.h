// The one way in which a use case writes into the ledger.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/store/log.h"

namespace guong {

/// An id as records have it.
template <class Tag>
std::string id_text(Id<Tag> id) {
  return std::to_string(id.value);
}

}  // namespace guong

namespace guong::api {

using RecordValues = std::map<std::string, std::string>;

/// Appends one record, dated by the context, in the transaction of what it records. `data` is public; `secret`
/// is only committed to, and who acted ("actor") is always among it. Gives the record and its way to the root
/// of the log that it ends.
store::Appended record(store::Tx& tx, const UseCaseContext& context, std::string kind,
                       std::optional<ContestId> contest, RecordValues data, RecordValues secret = {});

}  // namespace guong::api

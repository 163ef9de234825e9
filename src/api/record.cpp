// Adds what every record says alike: when, and who acted.
#include "guong/api/record.h"

namespace guong::api {

store::Appended record(store::Tx& tx, const UseCaseContext& context, std::string kind,
                       std::optional<ContestId> contest, RecordValues data, RecordValues secret) {
  secret.insert_or_assign("actor", id_text(context.actor.account));
  return store::append_record(tx, context.random, context.keys.seal,
                              {std::move(kind), context.now, contest, std::move(data), std::move(secret)});
}

}  // namespace guong::api

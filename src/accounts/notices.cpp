// One row for each thing that was done; in the transaction that did it.
#include "accounts/notices.h"

namespace guong::accounts {

void tell_owner(store::Tx& tx, const api::UseCaseContext& context, NewNotice notice) {
  notice.by = context.actor.account;
  insert_notice(tx, context.random.id<NoticeId>(), context.now, notice);
}

void tell_administrators(store::Tx& tx, Random& random, Timestamp now, std::string_view kind,
                         const Says& says) {
  for (const auto account : administrators(tx, now))
    insert_notice(tx, random.id<NoticeId>(), now,
                  {.account = account, .kind = std::string(kind), .says = says});
}

void tell_about_grant(store::Tx& tx, const api::UseCaseContext& context, std::string_view kind,
                      const GrantRow& grant) {
  const auto unit = grant.unit ? std::optional(grant.unit->id) : std::nullopt;
  tell_owner(tx, context, {grant.account, std::string(kind), grant.role, grant.contest, unit, {}});
}

}  // namespace guong::accounts

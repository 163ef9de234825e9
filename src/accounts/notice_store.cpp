// SQL of notices. They are never deleted: who took over an account cannot hide how.
#include "accounts/notice_store.h"

namespace guong::accounts {

void insert_notice(store::Tx& tx, NoticeId id, Timestamp now, const NewNotice& notice) {
  const store::Value by = notice.by ? store::Value(notice.by) : store::Value(nullptr);
  const auto role = notice.role.empty() ? std::nullopt : std::optional(notice.role);
  tx.exec(R"(insert into account_notice (id, account_id, at, kind, role, contest_id, unit_id, by_account)
values ($1, $2, $3, $4, $5, $6, $7, $8))",
          {id, notice.account, now, notice.kind, role, notice.contest, notice.unit, by});
}

std::vector<Notice> list_notices(store::Reader& reader, AccountId account, const NoticeCursor& before,
                                 int limit) {
  return reader.all(R"(select n.id, n.at, n.kind, n.role, n.contest_id, n.unit_id, u.name as unit_name,
  n.by_account, b.name as by_name, n.seen_at
from account_notice n
left join unit u on u.id = n.unit_id
left join account b on b.id = n.by_account
where n.account_id = $1 and (n.at, n.id) < ($2, $3)
order by n.at desc, n.id desc limit $4)",
                    {account, before.at, before.id, limit}, [](const store::Row& row) {
                      Notice notice{.id = row.id<NoticeId>("id"),
                                    .at = row.time("at"),
                                    .kind = row.text("kind"),
                                    .role = row.opt_text("role"),
                                    .contest = row.opt_id<ContestId>("contest_id"),
                                    .unit = std::nullopt,
                                    .by = row.opt_id<AccountId>("by_account"),
                                    .by_name = row.opt_text("by_name"),
                                    .seen = !row.null("seen_at")};
                      if (const auto unit = row.opt_id<UnitId>("unit_id"))
                        notice.unit = UnitName{*unit, row.opt_text("unit_name").value_or("")};
                      return notice;
                    });
}

std::int64_t unseen_notices(store::Reader& reader, AccountId account) {
  return reader.number(R"(select count(*) from account_notice where account_id = $1 and seen_at is null)",
                       {account});
}

void mark_notices_seen(store::Tx& tx, AccountId account, Timestamp now) {
  tx.exec(R"(update account_notice set seen_at = $2 where account_id = $1 and seen_at is null)",
          {account, now});
}

}  // namespace guong::accounts

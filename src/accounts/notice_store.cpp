// SQL of notices. They are never deleted: who took over an account cannot hide how.
#include "accounts/notice_store.h"

namespace guong::accounts {

void insert_notice(store::Tx& tx, NoticeId id, Timestamp now, const NewNotice& notice) {
  const store::Value by = notice.by ? store::Value(notice.by) : store::Value(nullptr);
  const auto role = notice.role.empty() ? std::nullopt : std::optional(notice.role);
  const auto vi = notice.says ? std::optional(notice.says->vi) : std::nullopt;
  const auto en = notice.says ? std::optional(notice.says->en) : std::nullopt;
  tx.exec(
      R"(insert into account_notice (id, account_id, at, kind, role, contest_id, unit_id, by_account, says_vi, says_en)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))",
      {id, notice.account, now, notice.kind, role, notice.contest, notice.unit, by, vi, en});
}

std::vector<Notice> list_notices(store::Reader& reader, AccountId account, const NoticeCursor& before,
                                 int limit) {
  return reader.all(R"(select n.id, n.at, n.kind, n.role, n.contest_id, n.unit_id, u.name as unit_name,
  n.by_account, b.name as by_name, n.says_vi, n.says_en, n.seen_at
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
                                    .says = std::nullopt,
                                    .seen = !row.null("seen_at")};
                      if (const auto vi = row.opt_text("says_vi"))
                        notice.says = Says{*vi, row.text("says_en")};
                      if (const auto unit = row.opt_id<UnitId>("unit_id"))
                        notice.unit = UnitName{*unit, row.opt_text("unit_name").value_or("")};
                      return notice;
                    });
}

std::int64_t unseen_notices(store::Reader& reader, AccountId account) {
  return reader.number(R"(select count(*) from account_notice where account_id = $1 and seen_at is null)",
                       {account});
}

std::vector<AccountId> administrators(store::Reader& reader, Timestamp now) {
  return reader.all(R"(select distinct account_id from role_grant
where role = 'administrator' and contest_id is null and unit_id is null
  and valid_from <= $1 and (valid_to is null or valid_to > $1)
order by account_id)",
                    {now}, [](const store::Row& row) { return row.id<AccountId>(0); });
}

void mark_notices_seen(store::Tx& tx, AccountId account, Timestamp now) {
  tx.exec(R"(update account_notice set seen_at = $2 where account_id = $1 and seen_at is null)",
          {account, now});
}

}  // namespace guong::accounts

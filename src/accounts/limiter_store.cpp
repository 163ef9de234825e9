// SQL of the counts of attempts; the policy is limiter.cpp's.
#include "accounts/limiter_store.h"

namespace guong::accounts {

std::optional<GuardCount> load_count(store::Reader& reader, const Bytes& subject) {
  return reader.one(R"(select failures, window_start, locked_until from login_guard where subject = $1)",
                    {subject}, [](const store::Row& row) {
                      return GuardCount{row.i64(0), row.time(1), row.time(2)};
                    });
}

void save_count(store::Tx& tx, const Bytes& subject, const GuardCount& count) {
  tx.exec(R"(insert into login_guard (subject, failures, window_start, locked_until) values ($1, $2, $3, $4)
on conflict (subject) do update
set failures = excluded.failures, window_start = excluded.window_start, locked_until = excluded.locked_until)",
          {subject, count.failures, count.window_start, count.locked_until});
}

void delete_count(store::Tx& tx, const Bytes& subject) {
  tx.exec(R"(delete from login_guard where subject = $1)", {subject});
}

void delete_counts_before(store::Tx& tx, Timestamp time) {
  tx.exec(R"(delete from login_guard where window_start < $1 and locked_until < $1)", {time});
}

}  // namespace guong::accounts

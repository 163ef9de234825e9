// SQL of sessions. The actor of a request, with all roles in force, is one query: it runs on nearly every
// request.
#include "accounts/session_store.h"

namespace guong::accounts {

void insert_session(store::Tx& tx, const Session& session, AccountId account, const Digest& token_hash) {
  tx.exec(R"(insert into session (id, token_hash, account_id, created_at, expires_at, user_agent, client)
values ($1, $2, $3, $4, $5, $6, $7))",
          {session.id, token_hash, account, session.created_at, session.expires_at, session.user_agent,
           session.client});
}

std::vector<Session> list_sessions(store::Reader& reader, AccountId account, Timestamp now) {
  return reader.all(
      R"(select id, created_at, expires_at, user_agent, client from session
where account_id = $1 and expires_at > $2
order by created_at desc limit 200)",
      {account, now}, [](const store::Row& row) {
        return Session{row.id<SessionId>(0), row.time(1), row.time(2), row.text(3), row.text(4)};
      });
}

std::optional<Timestamp> last_sign_in(store::Reader& reader, AccountId account) {
  return reader.one(R"(select created_at from session where account_id = $1
order by created_at desc limit 1)",
                    {account}, [](const store::Row& row) { return row.time(0); });
}

bool delete_session(store::Tx& tx, AccountId account, SessionId session) {
  return tx.exec(R"(delete from session where id = $1 and account_id = $2)", {session, account}) != 0;
}

void delete_sessions(store::Tx& tx, AccountId account) {
  tx.exec(R"(delete from session where account_id = $1)", {account});
}

void delete_other_sessions(store::Tx& tx, AccountId account, SessionId keep) {
  tx.exec(R"(delete from session where account_id = $1 and id <> $2)", {account, keep});
}

void delete_all_sessions(store::Tx& tx) { tx.exec(R"(delete from session where id > 0)"); }

void delete_sessions_before(store::Tx& tx, Timestamp time) {
  tx.exec(R"(delete from session where expires_at < $1)", {time});
}

api::Actor load_actor(store::Reader& reader, const Digest& token_hash, Timestamp now) {
  api::Actor actor;
  const store::Value values[] = {token_hash, now};
  reader.each(R"(select s.account_id, s.id, g.role, g.contest_id, g.unit_id
from session s
join account a on a.id = s.account_id
left join role_grant g on g.account_id = a.id and g.valid_from <= $2 and (g.valid_to is null or g.valid_to > $2)
where s.token_hash = $1 and s.expires_at > $2 and a.state = 'active')",
              values, [&](const store::Row& row) {
                actor.account = row.id<AccountId>(0);
                actor.session = row.id<SessionId>(1);
                if (row.null(2)) return;
                if (const auto role = api::role_from_name(row.text(2)))
                  actor.grants.push_back({*role, row.opt_id<ContestId>(3), row.opt_id<UnitId>(4)});
              });
  return actor;
}

api::Actor load_account_actor(store::Reader& reader, AccountId account, Timestamp now) {
  api::Actor actor;
  const store::Value values[] = {account, now};
  reader.each(R"(select a.id, g.role, g.contest_id, g.unit_id
from account a
left join role_grant g on g.account_id = a.id and g.valid_from <= $2 and (g.valid_to is null or g.valid_to > $2)
where a.id = $1 and a.state = 'active')",
              values, [&](const store::Row& row) {
                actor.account = row.id<AccountId>(0);
                if (row.null(1)) return;
                if (const auto role = api::role_from_name(row.text(1)))
                  actor.grants.push_back({*role, row.opt_id<ContestId>(2), row.opt_id<UnitId>(3)});
              });
  return actor;
}

}  // namespace guong::accounts

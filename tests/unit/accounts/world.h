// The routes of accounts over a fresh database, with a contest, a unit and some people.
#pragma once

#include "guong/accounts/account.h"
#include "guong/accounts/account_routes.h"
#include "guong/accounts/grant.h"
#include "guong/accounts/session.h"
#include "guong/base/crypto.h"
#include "support/caller.h"

namespace guong::test {

inline const std::string kPassword = "một mật khẩu dài";

struct World {
  explicit World(const TestDatabase& database)
      : caller(database, accounts::account_routes(), accounts::authenticator("https://test.invalid")) {
    caller.store().state().of<accounts::ContestNames>().find = [](store::Reader& reader, ContestId contest) {
      return reader.one("select slug, name_vi, name_en from contest where id = $1", {contest},
                        [](const store::Row& row) {
                          return accounts::ContestName{row.text(0), row.text(1), row.text(2)};
                        });
    };
    caller.store().write([&](store::Tx& tx) {
      tx.exec(
          R"(insert into unit (id, code, type, name, short_name, folded) values (3, 'QN', 'city', 'Quy Nhơn', 'QN', 'quy nhon'))");
      for (const std::int64_t id : {5, 6})
        tx.exec(
            R"(insert into contest (id, slug, host_unit_id, level, state, name_vi, name_en, rule_book_version, opens_at,
  deadline_at, created_at, created_by) values ($1, $2, 3, 'grassroots', 'draft', 'Cuộc thi', 'Contest', 1, 0, 0, 0, 0))",
            {id, "cuoc-thi-" + std::to_string(id)});
    });
  }

  /// An account that is signed in.
  Person person(const std::string& name, const std::string& email) {
    static const std::string hash = hash_password(kPassword);
    Person made;
    caller.store().write([&](store::Tx& tx) {
      const auto id =
          accounts::create_account(tx, caller.random(), caller.now,
                                   {*accounts::parse_identifier(email), name, hash, Lang::vi, std::nullopt});
      made.cookie = accounts::open_session(tx, caller.random(), caller.now, id, "test", made.client);
    });
    return made;
  }
  AccountId id_of(Person& someone) {
    return AccountId{caller.get(someone, "/api/me").json()["id"].get<std::int64_t>()};
  }
  void grant(Person& to, api::Role role, std::optional<ContestId> contest = std::nullopt) {
    const auto id = id_of(to);
    const api::Actor nobody{};
    caller.store().write([&](store::Tx& tx) {
      accounts::grant_role(tx, {nobody, caller.now, caller.random(), caller.keys()},
                           {id, role, contest, {}, {}, {}, ""});
    });
  }
  Answer sign_in(Person& someone, const std::string& identifier, const std::string& password) {
    return caller.post(someone, "/api/sessions", {{"identifier", identifier}, {"password", password}});
  }
  std::int64_t ledger_size() {
    return caller.store().read(
        [](store::Reader& r) { return r.number("select count(*) from ledger_record"); });
  }

  Caller caller;
};

}  // namespace guong::test

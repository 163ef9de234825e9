// A fresh database with units and people, and the routes of contests over it.
#pragma once

#include "guong/accounts/account.h"
#include "guong/accounts/grant.h"
#include "guong/accounts/session.h"
#include "guong/base/embedded.h"
#include "guong/contests/contest.h"
#include "guong/contests/contest_routes.h"
#include "guong/units/unit.h"
#include "support/caller.h"
#include "unit/rules/books.h"

namespace guong::test {

class Office {
 public:
  template <class F>
  auto read(F f) {
    return caller.store().read(f);
  }
  template <class F>
  auto write(const api::Actor& by, F f) {
    const api::UseCaseContext context{by, caller.now, caller.random(), caller.keys()};
    return caller.store().write([&](store::Tx& tx) { return f(tx, context); });
  }

  explicit Office(const TestDatabase& database)
      : caller(database, contests::contest_routes(), accounts::authenticator("https://test.invalid")) {
    caller.now = *from_rfc3339("2026-01-01T00:00:00Z");
    const api::Actor nobody;
    write(nobody, [&](store::Tx& tx, const api::UseCaseContext& context) {
      units::import_units(tx, context, *embedded("schema/examples/units-binh-dinh-2023.csv"));
    });
    organiser = person("Trần Tổ Chức", "to-chuc@thi.test");
    grant(organiser, api::Role::organiser, unit("binh-dinh"));
  }

  Person person(const std::string& name, const std::string& email) {
    Person made;
    caller.store().write([&](store::Tx& tx) {
      const auto id = accounts::create_account(
          tx, caller.random(), caller.now,
          {*accounts::parse_identifier(email), name, "no password", Lang::vi, std::nullopt});
      made.cookie = accounts::open_session(tx, caller.random(), caller.now, id, "test", made.client);
    });
    return made;
  }
  UnitId unit(const std::string& code) {
    return read([&](store::Reader& r) { return units::unit_by_code(r, code)->id; });
  }
  void grant(const Person& to, api::Role role, std::optional<UnitId> unit,
             std::optional<ContestId> contest = std::nullopt) {
    const auto account = actor(to).account;
    const api::Actor nobody;
    write(nobody, [&](store::Tx& tx, const api::UseCaseContext& context) {
      accounts::grant_role(tx, context, {account, role, contest, unit, {}, {}, ""});
    });
  }
  /// With the roles that the person holds now.
  api::Actor actor(const Person& who) {
    http::Request request;
    request.received = caller.now;
    request.headers.emplace_back("cookie", "__Host-guong_session=" + who.cookie);
    return read(
        [&](store::Reader& r) { return accounts::authenticator("https://test.invalid")(r, request); });
  }
  ContestId create(const nlohmann::json& document) { return create(organiser, document); }
  ContestId create(const Person& by, const nlohmann::json& document) {
    return write(actor(by), [&](store::Tx& tx, const api::UseCaseContext& context) {
      return contests::create_contest(tx, context, document);
    });
  }
  Revision replace(ContestId contest, Revision expected, const nlohmann::json& document) {
    return write(actor(organiser), [&](store::Tx& tx, const api::UseCaseContext& context) {
      return contests::replace_rule_book(tx, context, contest, expected, document);
    });
  }
  Revision open(ContestId contest) {
    return write(actor(organiser), [&](store::Tx& tx, const api::UseCaseContext& context) {
      return contests::open_contest(tx, context, contest, contests::find_contest(tx, contest).revision);
    });
  }
  ContestId opened(const nlohmann::json& document) {
    const auto contest = create(document);
    open(contest);
    return contest;
  }
  Revision amend(ContestId contest, const nlohmann::json& document) {
    return write(actor(organiser), [&](store::Tx& tx, const api::UseCaseContext& context) {
      const auto revision = contests::find_contest(tx, contest).revision;
      return contests::amend_contest(tx, context, contest, revision, document,
                                     {"Ít tác phẩm gửi về", "05-TB/BTC"});
    });
  }
  void move(ContestId contest, contests::ContestState from, contests::ContestState to) {
    caller.store().write([&](store::Tx& tx) { contests::set_contest_state(tx, contest, from, to); });
  }
  contests::ContestHead head(ContestId contest) {
    return read([&](store::Reader& r) { return contests::find_contest(r, contest); });
  }
  std::int64_t count(const char* sql) {
    return read([&](store::Reader& r) { return r.number(sql); });
  }

  Caller caller;
  Person organiser;
};

}  // namespace guong::test

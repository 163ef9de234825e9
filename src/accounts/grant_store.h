// Rows of role_grant, and of role_proposal where lists show both.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "guong/accounts/grant.h"

namespace guong::accounts {

struct UnitName {
  UnitId id;
  std::string name;
};

/// A grant with the names of its holder and its unit.
struct GrantRow {
  GrantId id;
  AccountId account;
  std::string account_name;
  std::string role;
  std::optional<ContestId> contest;
  std::optional<UnitName> unit;
  Timestamp from;
  std::optional<Timestamp> to;
  std::string decision;
  AccountId granted_by;                   // 0: the command line
  std::optional<AccountId> confirmed_by;  // where the role needs it
  bool waiting = false;                   // proposed: counts once it is confirmed
};

/// Where a page of grants begins: after this role, account and grant.
struct GrantCursor {
  std::string role;
  AccountId account;
  GrantId id;
  static auto parts(auto& cursor) { return std::tie(cursor.role, cursor.account, cursor.id); }
};

void insert_grant(store::Tx& tx, GrantId id, const NewGrant& grant, Timestamp from,
                  std::optional<AccountId> confirmed_by);
/// Of an account, in force at `now`.
std::vector<GrantRow> held_grants(store::Reader& reader, AccountId account, Timestamp now);
/// Of an account, in force at `now` or later, and those that wait for a confirmation.
std::vector<GrantRow> coming_grants(store::Reader& reader, AccountId account, Timestamp now);
/// With those that wait.
std::vector<GrantRow> contest_grants(store::Reader& reader, ContestId contest, const GrantCursor& after,
                                     int limit);
/// On units and the installation.
std::vector<GrantRow> installation_grants(store::Reader& reader, const GrantCursor& after, int limit);
std::optional<GrantRow> load_grant(store::Reader& reader, GrantId id);
void end_grant_row(store::Tx& tx, GrantId id, Timestamp now);
/// Administrators whose role does not end, but for this grant.
std::int64_t other_administrators(store::Reader& reader, GrantId but, Timestamp now);

}  // namespace guong::accounts

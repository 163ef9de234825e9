// Rows of account_notice: what was done to an account by others, or in its owner's name.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "accounts/grant_store.h"
#include "guong/accounts/administrators.h"

namespace guong::accounts {

using NoticeId = Id<struct NoticeTag>;

struct NewNotice {
  AccountId account;
  std::string kind;
  std::string role = {};  // empty where it is about none
  std::optional<ContestId> contest = {};
  std::optional<UnitId> unit = {};
  AccountId by = {};  // 0: the command line, or nobody who is known
  std::optional<Says> says = {};
};
struct Notice {
  NoticeId id;
  Timestamp at;
  std::string kind;
  std::optional<std::string> role;
  std::optional<ContestId> contest;
  std::optional<UnitName> unit;
  std::optional<AccountId> by;
  std::optional<std::string> by_name;
  std::optional<Says> says;
  bool seen = false;
};
void insert_notice(store::Tx& tx, NoticeId id, Timestamp now, const NewNotice& notice);
/// Where a page begins: newest first, so that the default stands after every notice.
struct NoticeCursor {
  Timestamp at{std::numeric_limits<std::int64_t>::max()};
  NoticeId id{std::numeric_limits<std::int64_t>::max()};
  static auto parts(auto& cursor) { return std::tie(cursor.at, cursor.id); }
};
std::vector<Notice> list_notices(store::Reader& reader, AccountId account, const NoticeCursor& before,
                                 int limit);
std::int64_t unseen_notices(store::Reader& reader, AccountId account);
std::vector<AccountId> administrators(store::Reader& reader, Timestamp now);
void mark_notices_seen(store::Tx& tx, AccountId account, Timestamp now);

}  // namespace guong::accounts

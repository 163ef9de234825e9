// SQL of accounts. Names are also kept as folded words, so that a search by the beginning of a word uses an
// index.
#include "accounts/account_store.h"

#include <algorithm>
#include <array>

#include "guong/base/text.h"

namespace guong::accounts {
namespace {

Lang lang_from(std::string_view code) { return code == "en" ? Lang::en : Lang::vi; }

Account account_of(const store::Row& row) {
  return {row.id<AccountId>(0),  row.opt_text(1),        row.opt_text(2),         row.text(3),
          row.opt_id<UnitId>(4), lang_from(row.text(5)), row.text(6) == "closed", row.time(7),
          row.revision(8)};
}

void replace_words(store::Tx& tx, AccountId id, std::string_view name) {
  tx.exec(R"(delete from account_word where account_id = $1)", {id});
  for (const auto& word : folded_words(name))
    tx.exec(R"(insert into account_word (word, account_id) values ($1, $2))", {word, id});
}

/// The first text that is greater than everything beginning with `prefix` (folded words are ASCII).
std::string after_prefix(std::string prefix) {
  prefix += '\x7f';
  return prefix;
}

}  // namespace

void insert_account(store::Tx& tx, AccountId id, Timestamp now, const NewAccount& account) {
  const bool by_email = account.identifier.kind == Identifier::Kind::email;
  const auto text = std::optional(account.identifier.text);
  const std::optional<std::string> none;
  tx.exec(R"(insert into account (id, email, phone, name, unit_id, lang, password_hash, state, created_at)
values ($1, $2, $3, $4, $5, $6, $7, 'active', $8))",
          {id, by_email ? text : none, by_email ? none : text, account.name, account.unit,
           lang_code(account.lang), account.password_hash, now});
  replace_words(tx, id, account.name);
}

std::optional<Account> load_account(store::Reader& reader, AccountId id) {
  return reader.one(R"(select id, email, phone, name, unit_id, lang, state, created_at, revision
from account where id = $1)",
                    {id}, account_of);
}

std::optional<AccountId> find_by_identifier(store::Reader& reader, const Identifier& identifier) {
  return reader.one(R"(select id from account where email = $1
union all select id from account where phone = $1)",
                    {identifier.text}, [](const store::Row& row) { return row.id<AccountId>(0); });
}

std::optional<Credentials> load_credentials(store::Reader& reader, const Identifier& identifier) {
  return reader.one(R"(select id, password_hash from account where email = $1 and state = 'active'
union all select id, password_hash from account where phone = $1 and state = 'active')",
                    {identifier.text}, [](const store::Row& row) {
                      return Credentials{row.id<AccountId>(0), row.text(1)};
                    });
}

std::optional<std::string> load_password_hash(store::Reader& reader, AccountId id) {
  return reader.one(R"(select password_hash from account where id = $1 and state = 'active')", {id},
                    [](const store::Row& row) { return row.text(0); });
}

void update_password(store::Tx& tx, AccountId id, std::string_view password_hash) {
  tx.exec(R"(update account set password_hash = $2, revision = revision + 1 where id = $1)",
          {id, password_hash});
}

std::int64_t update_profile(store::Tx& tx, AccountId id, Revision expected, std::string_view name,
                            std::optional<UnitId> unit, Lang lang) {
  const auto changed =
      tx.exec(R"(update account set name = $3, unit_id = $4, lang = $5, revision = revision + 1
where id = $1 and revision = $2)",
              {id, expected, name, unit, lang_code(lang)});
  if (changed) replace_words(tx, id, name);
  return changed;
}

bool unit_exists(store::Reader& reader, UnitId id) {
  return reader.number(R"(select count(*) from unit where id = $1)", {id}) != 0;
}

std::optional<AccountBrief> find_account(store::Reader& reader, AccountId id) {
  return reader.one(
      R"(select id, name, unit_id, lang from account where id = $1)", {id}, [](const store::Row& row) {
        return AccountBrief{row.id<AccountId>(0), row.text(1), row.opt_id<UnitId>(2), lang_from(row.text(3))};
      });
}

std::map<AccountId, std::string> account_names(store::Reader& reader, std::span<const AccountId> ids) {
  constexpr std::size_t kAtOnce = 200;
  static const std::string sql = [] {
    std::string text = "select id, name from account where id in ($1";
    for (std::size_t i = 2; i <= kAtOnce; ++i) text += ", $" + std::to_string(i);
    return text + ")";
  }();
  std::map<AccountId, std::string> names;
  for (std::size_t from = 0; from < ids.size(); from += kAtOnce) {
    // Always as many parameters, so that the statement is prepared once; places to spare repeat an id.
    std::vector<store::Value> values(kAtOnce, store::Value(ids[from]));
    for (std::size_t i = from; i < std::min(ids.size(), from + kAtOnce); ++i) values[i - from] = ids[i];
    reader.each(sql, values, [&](const store::Row& row) { names[row.id<AccountId>(0)] = row.text(1); });
  }
  return names;
}

std::vector<Account> search_accounts(store::Reader& reader, const std::vector<std::string>& words,
                                     AccountId after, int limit) {
  if (words.empty())
    return reader.all(R"(select id, email, phone, name, unit_id, lang, state, created_at, revision
from account where id > $1 order by id limit $2)",
                      {after, limit}, account_of);
  std::array<std::string, 3> from, to;
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i] = words[std::min(i, words.size() - 1)];
    to[i] = after_prefix(from[i]);
  }
  return reader.all(R"(select id, email, phone, name, unit_id, lang, state, created_at, revision
from account
where id > $1
  and id in (select account_id from account_word where word >= $3 and word < $4)
  and id in (select account_id from account_word where word >= $5 and word < $6)
  and id in (select account_id from account_word where word >= $7 and word < $8)
order by id limit $2)",
                    {after, limit, from[0], to[0], from[1], to[1], from[2], to[2]}, account_of);
}

}  // namespace guong::accounts

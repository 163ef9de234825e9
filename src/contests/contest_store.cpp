// SQL of contests and of the versions of their rule books. Only a draft's document is ever replaced.
#include "contests/contest_store.h"

#include "guong/base/crypto.h"
#include "guong/contests/contest_name.h"

namespace guong::contests {
namespace {

ContestHead head_of(const store::Row& row) {
  return {.id = row.id<ContestId>("id"),
          .slug = row.text("slug"),
          .state = read_state(row.text("state")),
          .name = {row.text("name_vi"), row.text("name_en")},
          .host_unit = row.id<UnitId>("host_unit_id"),
          .level = row.text("level"),
          .version = row.i64("rule_book_version"),
          .opens = row.time("opens_at"),
          .deadline = row.time("deadline_at"),
          .created_at = row.time("created_at"),
          .revision = row.revision("revision")};
}

}  // namespace

ContestHead find_contest(store::Reader& reader, ContestId contest) {
  auto head = reader.one(R"(
    select id, slug, state, name_vi, name_en, host_unit_id, level, rule_book_version, opens_at, deadline_at, created_at, revision
    from contest
    where id = $1)",
                         {contest}, head_of);
  if (!head) throw Error::not_found();
  return std::move(*head);
}

std::optional<accounts::ContestName> contest_name(store::Reader& reader, ContestId contest) {
  return reader.one("select slug, name_vi, name_en from contest where id = $1", {contest},
                    [](const store::Row& row) {
                      return accounts::ContestName{row.text(0), row.text(1), row.text(2)};
                    });
}

std::optional<ContestHead> find_contest_by_slug(store::Reader& reader, std::string_view slug) {
  return reader.one(R"(
    select id, slug, state, name_vi, name_en, host_unit_id, level, rule_book_version, opens_at, deadline_at, created_at, revision
    from contest
    where slug = $1)",
                    {slug}, head_of);
}

void insert_contest(store::Tx& tx, const NewContest& c) {
  tx.exec(R"(
    insert into contest (id, slug, host_unit_id, level, state, name_vi, name_en, rule_book_version, opens_at,
                         deadline_at, created_at, created_by)
    values ($1, $2, $3, $4, 'draft', $5, $6, 1, $7, $8, $9, $10))",
          {c.id, c.rules.slug, c.host_unit, c.rules.level, c.rules.name.vi, c.rules.name.en,
           c.rules.calendar.opens, c.rules.calendar.deadline, c.now, c.creator});
}

Revision update_contest(store::Tx& tx, const ContestHead& head, Revision expected,
                        const rules::RuleBook& rules, ContestState state, std::int64_t version) {
  const auto changed = tx.exec(R"(
    update contest
    set name_vi = $3, name_en = $4, opens_at = $5, deadline_at = $6, state = $7, rule_book_version = $8,
        revision = revision + 1
    where id = $1 and revision = $2)",
                               {head.id, expected, rules.name.vi, rules.name.en, rules.calendar.opens,
                                rules.calendar.deadline, state_name(state), version});
  if (changed == 0) throw Error(ErrorKind::stale, "base.stale");
  return {expected.value + 1};
}

void update_level(store::Tx& tx, ContestId contest, const std::string& level) {
  tx.exec("update contest set level = $2 where id = $1 and state = 'draft'", {contest, level});
}

bool move_state(store::Tx& tx, ContestId contest, std::string_view from, std::string_view to) {
  return tx.exec("update contest set state = $3, revision = revision + 1 where id = $1 and state = $2",
                 {contest, from, to}) == 1;
}

void insert_rule_book(store::Tx& tx, const RuleBookRow& row) {
  tx.exec(R"(
    insert into rule_book (contest_id, version, document, sha256, reason, decision_number, created_at, created_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8))",
          {row.contest, row.version, row.document, sha256(row.document), row.reason, row.decision_number,
           row.now, row.by});
}

void replace_document(store::Tx& tx, ContestId contest, std::int64_t version, const std::string& document) {
  tx.exec("update rule_book set document = $3, sha256 = $4 where contest_id = $1 and version = $2",
          {contest, version, document, sha256(document)});
}

std::string rule_book_hash(store::Reader& reader, ContestId contest, std::optional<std::int64_t> version) {
  const auto hash = reader.one(R"(
    select r.sha256
    from contest c join rule_book r on r.contest_id = c.id and r.version = coalesce($2, c.rule_book_version)
    where c.id = $1)",
                               {contest, version}, [](const store::Row& row) { return row.blob(0); });
  if (!hash) throw Error::not_found();
  return std::string(as_text(*hash));
}

std::vector<RuleBookVersion> rule_book_history(store::Reader& reader, ContestId contest) {
  return reader.all(R"(
    select version, reason, decision_number, sha256, created_at from rule_book where contest_id = $1 order by version)",
                    {contest}, [](const store::Row& row) {
                      return RuleBookVersion{row.i64(0), row.text(1), row.text(2),
                                             to_hex(as_text(row.blob(3))), row.time(4)};
                    });
}

std::string rule_book_document(store::Reader& reader, ContestId contest,
                               std::optional<std::int64_t> version) {
  auto document = reader.one(R"(
    select r.document
    from contest c join rule_book r on r.contest_id = c.id and r.version = coalesce($2, c.rule_book_version)
    where c.id = $1)",
                             {contest, version}, [](const store::Row& row) { return row.text(0); });
  if (!document) throw Error::not_found();
  return std::move(*document);
}

std::vector<ContestId> every_contest(store::Reader& reader) {
  return reader.all(R"(select id from contest order by id)", {},
                    [](const store::Row& row) { return row.id<ContestId>(0); });
}

std::vector<ContestHead> list_public(store::Reader& reader, const ContestCursor& after, int limit) {
  return reader.all(R"(
    select id, slug, state, name_vi, name_en, host_unit_id, level, rule_book_version, opens_at, deadline_at, created_at, revision
    from contest
    where state <> 'draft' and (created_at, id) < ($1, $2)
    order by created_at desc, id desc
    limit $3)",
                    {after.created_at, after.id, limit}, head_of);
}

std::vector<ContestHead> list_of_account(store::Reader& reader, AccountId account, Timestamp now,
                                         const ContestCursor& after, int limit) {
  return reader.all(R"(
    select id, slug, state, name_vi, name_en, host_unit_id, level, rule_book_version, opens_at, deadline_at, created_at, revision
    from contest
    where (created_at, id) < ($1, $2) and id in (
      select g.contest_id from role_grant g
      where g.account_id = $3 and g.contest_id is not null and g.valid_from <= $4 and (g.valid_to is null or g.valid_to > $4))
    order by created_at desc, id desc
    limit $5)",
                    {after.created_at, after.id, account, now, limit}, head_of);
}

}  // namespace guong::contests

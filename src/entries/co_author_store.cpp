// SQL of co-authors.
#include "entries/co_author_store.h"

#include <algorithm>

#include "guong/base/enum_names.h"

namespace guong::entries {
namespace {

constexpr EnumNames<CoAuthorState, 3> kStates{{{{CoAuthorState::asked, "asked"},
                                                {CoAuthorState::confirmed, "confirmed"},
                                                {CoAuthorState::declined, "declined"}}}};

CoAuthorRow row_of(const store::Row& row) {
  return {row.id<EntryId>(0), kStates.read(row.text(1)), row.time(2), row.null(3) ? Bytes{} : row.blob(3)};
}

}  // namespace

const char* const kSetCoAuthor =
    R"(update co_author set account_sealed = $3 where entry_id = $1 and contact_tag = $2)";

std::string_view co_author_state_name(CoAuthorState state) { return kStates.name(state); }

void replace_co_authors(store::Tx& tx, EntryId entry, const std::vector<Bytes>& tags, Timestamp now) {
  for (const auto& [tag, row] : co_authors_of(tx, entry))
    if (std::ranges::find(tags, tag) == tags.end())
      tx.exec(R"(delete from co_author where entry_id = $1 and contact_tag = $2)", {entry, tag});
  for (const auto& tag : tags)
    tx.exec(R"(insert into co_author (entry_id, contact_tag, state, asked_at) values ($1, $2, 'asked', $3)
on conflict (entry_id, contact_tag) do nothing)",
            {entry, tag, now});
}

void decide_co_author(store::Tx& tx, const Bytes& tag, const CoAuthorRow& decided, Timestamp now) {
  tx.exec(R"(update co_author set state = $3, decided_at = $4, account_sealed = $5
where entry_id = $1 and contact_tag = $2)",
          {decided.entry, tag, kStates.name(decided.state), now,
           decided.account_sealed.empty() ? store::Value(nullptr) : store::Value(decided.account_sealed)});
}

void change_contact_tag(store::Tx& tx, EntryId entry, const Bytes& from, const Bytes& to) {
  tx.exec(R"(update co_author set contact_tag = $3 where entry_id = $1 and contact_tag = $2)",
          {entry, from, to});
}

std::map<Bytes, CoAuthorRow> co_authors_of(store::Reader& reader, EntryId entry) {
  std::map<Bytes, CoAuthorRow> out;
  reader.each(R"(select entry_id, state, asked_at, account_sealed, contact_tag from co_author
where entry_id = $1)",
              std::initializer_list<store::Value>{entry},
              [&](const store::Row& row) { out[row.blob(4)] = row_of(row); });
  return out;
}

std::vector<CoAuthorRow> co_authors_tagged(store::Reader& reader, const Bytes& tag, int limit) {
  return reader.all(R"(select entry_id, state, asked_at, account_sealed from co_author
where contact_tag = $1 order by asked_at desc, entry_id desc limit $2)",
                    {tag, limit}, row_of);
}

std::string co_authors_mark(store::Reader& reader, ContestId contest) {
  return reader
      .one(R"(select count(*), coalesce(max(c.decided_at), 0) from co_author c
join entry e on e.id = c.entry_id where e.contest_id = $1 and c.decided_at is not null)",
           {contest},
           [](const store::Row& row) {
             return "co-authors " + std::to_string(row.i64(0)) + " " + std::to_string(row.i64(1)) + "\n";
           })
      .value();
}

}  // namespace guong::entries

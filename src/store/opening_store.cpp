// Rows of openings: a salt of fixed length and the value in one sealed text, for its record and name only.
#include "store/opening_store.h"

#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong::store {
namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::int64_t kAtOnce = 5000;

std::string context_of(std::int64_t seq, const std::string& name) {
  return "opening/" + std::to_string(seq) + "/" + name;
}

std::optional<std::string> unsealed(std::string_view seal_key, const std::string& context,
                                    const Bytes& sealed) {
  try {
    return unseal(seal_key, context, as_text(sealed));
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<ledger::Opening> opened(std::string_view seal_key, std::int64_t seq, const std::string& name,
                                      const Bytes& sealed) {
  const auto text = unsealed(seal_key, context_of(seq, name), sealed);
  if (!text || text->size() < kSaltBytes) return std::nullopt;
  return ledger::Opening{as_bytes(text->substr(0, kSaltBytes)), text->substr(kSaltBytes)};
}

void insert_sealed(Tx& tx, std::int64_t seq, const std::string& name, const Bytes& sealed) {
  tx.exec(R"(insert into ledger_opening (seq, name, opening_sealed) values ($1, $2, $3))",
          {seq, name, sealed});
}

struct OldOpening {
  std::int64_t seq;
  std::string name;
  Bytes salt, value_sealed;
};

std::vector<OldOpening> list_old(Reader& reader) {
  return reader.all(
      R"(select seq, name, salt, value_sealed from unsealed_opening where seq >= 0 order by seq, name limit $1)",
      {kAtOnce}, [](const Row& row) {
        return OldOpening{row.i64(0), row.text(1), row.blob(2), row.blob(3)};
      });
}

}  // namespace

void insert_opening(Tx& tx, std::string_view seal_key, std::int64_t seq, const std::string& name,
                    const ledger::Opening& opening) {
  insert_sealed(tx, seq, name,
                seal(seal_key, context_of(seq, name), std::string(as_text(opening.salt)) + opening.value));
}

Openings find_openings(Reader& reader, std::string_view seal_key, std::int64_t seq) {
  Openings out;
  reader.each(R"(select name, opening_sealed from ledger_opening where seq = $1)",
              std::initializer_list<Value>{seq}, [&](const Row& row) {
                auto name = row.text(0);
                auto opening = opened(seal_key, seq, name, row.blob(1));
                out.emplace(std::move(name), std::move(opening));
              });
  return out;
}

std::map<std::int64_t, Openings> find_openings(Reader& reader, std::string_view seal_key,
                                               const OpeningRange& range) {
  std::map<std::int64_t, Openings> out;
  const auto take = [&](const Row& row) {
    auto name = row.text(1);
    auto opening = opened(seal_key, row.i64(0), name, row.blob(2));
    out[row.i64(0)].emplace(std::move(name), std::move(opening));
  };
  if (range.contest && range.kinds)
    reader.each(R"(select o.seq, o.name, o.opening_sealed
from ledger_record r
join ledger_opening o on o.seq = r.seq
where r.contest_id = $1 and r.seq > $2 and r.seq <= $3 and r.kind in ($4, $5))",
                std::initializer_list<Value>{*range.contest, range.after, range.last, range.kinds->first,
                                             range.kinds->second},
                take);
  else if (range.contest)
    reader.each(R"(select o.seq, o.name, o.opening_sealed
from ledger_record r
join ledger_opening o on o.seq = r.seq
where r.contest_id = $1 and r.seq > $2 and r.seq <= $3)",
                std::initializer_list<Value>{*range.contest, range.after, range.last}, take);
  else
    reader.each(R"(select seq, name, opening_sealed from ledger_opening where seq > $1 and seq <= $2)",
                std::initializer_list<Value>{range.after, range.last}, take);
  return out;
}

SealedOpenings seal_old_openings(Tx& tx, std::string_view seal_key) {
  SealedOpenings out;
  for (const auto& [seq, name, salt, value_sealed] : list_old(tx)) {
    // As they were sealed then: the value alone.
    const auto value = unsealed(seal_key, "ledger/" + std::to_string(seq) + "/" + name, value_sealed);
    if (value)
      insert_opening(tx, seal_key, seq, name, {salt, *value});
    else
      insert_sealed(tx, seq, name, value_sealed);
    tx.exec(R"(delete from unsealed_opening where seq = $1 and name = $2)", {seq, name});
    ++out.moved;
    out.opened += value ? 1 : 0;
  }
  return out;
}

}  // namespace guong::store

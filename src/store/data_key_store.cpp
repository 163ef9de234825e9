// Rows of data_key.
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/data_keys.h"

namespace guong::store {
namespace {

constexpr std::size_t kKeyBytes = 32;

std::string context_of(ContestId contest) { return "data_key/" + std::to_string(contest.value); }

}  // namespace

std::string data_key(Tx& tx, Random& random, std::string_view seal_key, ContestId contest) {
  const auto known = tx.one(R"(select key_sealed from data_key where contest_id = $1)", {contest},
                            [](const Row& row) { return row.blob(0); });
  if (known) return open_data_key(seal_key, contest, *known);
  const std::string key(as_text(random.bytes(kKeyBytes)));
  const Bytes sealed = seal(seal_key, context_of(contest), key);
  tx.exec(R"(insert into data_key (contest_id, key_sealed) values ($1, $2))", {contest, sealed});
  return key;
}

std::string open_data_key(std::string_view seal_key, ContestId contest, const Bytes& key_sealed) {
  return unseal(seal_key, context_of(contest), as_text(key_sealed));
}

std::vector<ContestId> unopened_data_keys(Reader& reader, std::string_view seal_key) {
  std::vector<ContestId> out;
  const Value values[] = {std::int64_t{0}};
  reader.each(R"(select contest_id, key_sealed from data_key where contest_id > $1)", values,
              [&](const Row& row) {
                try {
                  open_data_key(seal_key, row.id<ContestId>(0), row.blob(1));
                } catch (const Error&) {
                  out.push_back(row.id<ContestId>(0));
                }
              });
  return out;
}

}  // namespace guong::store

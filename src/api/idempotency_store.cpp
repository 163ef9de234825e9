// SQL of idempotency_key, and the form in which answers are kept: CBOR, sealed in the context of the key's
// hash, so that an answer moved to another row does not open.
#include "api/idempotency_store.h"

#include <nlohmann/json.hpp>

#include "guong/api/kept_answers.h"
#include "guong/base/crypto.h"

namespace guong::api {
namespace {

std::string seal_context(std::string_view key) { return "idempotency:" + to_hex(key); }

const std::string& body_text(const http::Response& answer) {
  if (const auto* text = std::get_if<std::string>(&answer.body)) return *text;
  if (const auto* shared = std::get_if<http::SharedBody>(&answer.body)) return **shared;
  throw Error(ErrorKind::internal, "base.internal");  // a file is never the answer to a creating request
}

}  // namespace

std::optional<KeptAnswer> find_kept(store::Reader& reader, const Digest& key) {
  return reader.one(R"(select request_hash, answer from idempotency_key where key_hash = $1)", {key},
                    [](const store::Row& row) {
                      return KeptAnswer{row.blob(0), row.blob(1)};
                    });
}

void insert_key(store::Tx& tx, const IdempotencyUse& use, Timestamp now) {
  tx.exec(
      R"(insert into idempotency_key (key_hash, request_hash, answer, created_at) values ($1, $2, $3, $4))",
      {use.key, use.request, store::Blob{""}, now});
}

void update_answer(store::Tx& tx, const Digest& key, const Bytes& sealed) {
  tx.exec(R"(update idempotency_key set answer = $2 where key_hash = $1)", {key, sealed});
}

void delete_keys_before(store::Tx& tx, Timestamp time) {
  tx.exec(R"(delete from idempotency_key where created_at < $1)", {time});
}

Bytes seal_answer(std::string_view seal_key, const Digest& key, const http::Response& answer) {
  const nlohmann::json kept = {
      {"status", answer.status}, {"headers", answer.headers}, {"body", body_text(answer)}};
  const auto packed = nlohmann::json::to_cbor(kept);
  return seal(seal_key, seal_context(as_text(key)),
              {reinterpret_cast<const char*>(packed.data()), packed.size()});
}

std::vector<store::SealedColumn> sealed_columns() {
  // A hash is 32 bytes: one zero byte is before all of them.
  return {{"idempotency_key",
           "answer",
           {{"key_hash", Bytes(1)}},
           [](const store::RowKey& key) { return seal_context(as_text(std::get<Bytes>(key.at(0)))); },
           R"(update idempotency_key set answer = $2 where key_hash = $1)"}};
}

http::Response open_answer(std::string_view seal_key, const Digest& key, const Bytes& sealed) {
  const auto kept = nlohmann::json::from_cbor(unseal(seal_key, seal_context(as_text(key)), as_text(sealed)));
  http::Response answer;
  answer.status = kept.at("status").get<int>();
  answer.headers = kept.at("headers").get<std::vector<http::Header>>();
  answer.body = kept.at("body").get<std::string>();
  return answer;
}

}  // namespace guong::api

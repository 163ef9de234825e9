// Rows of idempotency_key: which creating requests were carried out, and what was answered (sealed: it may
// name people).
#pragma once

#include <optional>

#include "guong/api/call.h"

namespace guong::api {

struct KeptAnswer {
  Bytes request;
  Bytes answer;  // empty while the change is committed and its answer is not
};

std::optional<KeptAnswer> find_kept(store::Reader& reader, const Digest& key);
void insert_key(store::Tx& tx, const IdempotencyUse& use, Timestamp now);
void update_answer(store::Tx& tx, const Digest& key, const Bytes& sealed);
void delete_keys_before(store::Tx& tx, Timestamp time);

Bytes seal_answer(std::string_view seal_key, const Digest& key, const http::Response& answer);
http::Response open_answer(std::string_view seal_key, const Digest& key, const Bytes& sealed);

}  // namespace guong::api

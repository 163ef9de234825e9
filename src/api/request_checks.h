// What is asked of every request before its handler runs: who may, from which site, with which key. Each
// throws the refusal.
#pragma once

#include <optional>

#include "api/route_trie.h"

namespace guong::api {

void check_access(const Route& route, const Actor& actor, const PathValues& values);
/// A browser tells where an unsafe request comes from: only our own pages may send one. Other clients tell
/// nothing and pass.
void check_same_site(const http::Request& request);
/// Nothing for routes that take no key.
std::optional<std::string> required_key(const Route& route, const http::Request& request);
IdempotencyUse idempotency_use(const Actor& actor, std::string_view key, const http::Request& request);

}  // namespace guong::api

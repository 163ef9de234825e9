// Roles are checked here as far as the route table names them; use cases of a contest check again with
// require().
#include "api/request_checks.h"

#include <algorithm>
#include <charconv>

#include "guong/base/crypto.h"

namespace guong::api {
namespace {

std::optional<ContestId> contest_in(const PathValues& values) {
  for (const auto& [name, text] : values) {
    if (name != "contest") continue;
    ContestId id;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (error != std::errc{} || end != text.data() + text.size() || id.value < 1) throw Error::not_found();
    return id;
  }
  return std::nullopt;
}

bool is_safe(http::Method method) {
  return method == http::Method::get || method == http::Method::head || method == http::Method::options;
}

}  // namespace

void check_access(const Route& route, const Actor& actor, const PathValues& values) {
  if (route.access.kind == Access::Kind::anyone) return;
  if (!signed_in(actor)) throw Error(ErrorKind::unauthenticated, "api.sign_in_first");
  if (route.access.kind == Access::Kind::signed_in) return;
  const auto contest = contest_in(values);
  for (const auto role : all_roles()) {
    if (!route.access.roles.has(role)) continue;
    if (contest ? holds(actor, role, *contest) : holds_anywhere(actor, role)) return;
  }
  throw Error(ErrorKind::forbidden, "api.role_needed");
}

void check_same_site(const http::Request& request) {
  if (is_safe(request.method)) return;
  const auto site = request.header("sec-fetch-site");
  if (site && *site != "same-origin" && *site != "none") throw Error(ErrorKind::forbidden, "api.cross_site");
  // Browsers without Sec-Fetch-Site send Origin: it must name the host that was asked.
  const auto origin = request.header("origin");
  if (site || !origin) return;
  const auto scheme = origin->find("://");
  if (scheme == std::string_view::npos || origin->substr(scheme + 3) != request.header("host").value_or(""))
    throw Error(ErrorKind::forbidden, "api.cross_site");
}

std::optional<std::string> required_key(const Route& route, const http::Request& request) {
  if (!route.creates || route.access.kind == Access::Kind::anyone) return std::nullopt;
  const auto key = request.header("idempotency-key");
  if (!key) throw Error(ErrorKind::precondition_required, "api.key_needed");
  const bool is_visible = std::ranges::all_of(*key, [](char c) { return c > 0x20 && c < 0x7f; });
  if (key->size() < 8 || key->size() > 200 || !is_visible) throw Error(ErrorKind::malformed, "api.key_wrong");
  return std::string(*key);
}

IdempotencyUse idempotency_use(const Actor& actor, std::string_view key, const http::Request& request) {
  const auto account = std::to_string(actor.account.value);
  Hasher hasher;
  hasher.update(http::method_name(request.method));
  hasher.update(" ");
  hasher.update(request.target);
  hasher.update("\n");
  hasher.update(request.body);
  const auto digest = hasher.digest();
  // With the account in the hash, nobody is answered by another person's key.
  IdempotencyUse use{sha256(account + "\n" + std::string(key)), {}};
  std::ranges::copy(digest, use.request.begin());
  return use;
}

}  // namespace guong::api

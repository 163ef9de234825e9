// The route table: one row per operation. The same rows feed the dispatcher, the OpenAPI test and the role
// test.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "guong/api/call.h"

namespace guong::api {

/// Who may call: a stranger, anyone signed in, or holders of one of some roles. With a {contest} in the
/// pattern the role must be held on that contest (or the installation), else anywhere; the use case checks
/// the rest.
struct Access {
  enum class Kind { anyone, signed_in, roles } kind = Kind::anyone;
  Roles roles;
};
inline constexpr Access kAnyone{Access::Kind::anyone, {}};
inline constexpr Access kSignedIn{Access::Kind::signed_in, {}};
constexpr Access only(Role r) { return {Access::Kind::roles, Roles{static_cast<std::uint16_t>(r)}}; }
constexpr Access any_of(Roles r) { return {Access::Kind::roles, r}; }

using ReadHandler = http::Response (*)(ReadCall&);
using WriteHandler = http::Response (*)(WriteCall&);
/// Makes the sink for a streamed body (tus PATCH and creation-with-upload), on an event thread, with the head
/// only. What its end changes begins with `StillActs`.
using StreamHandler = std::unique_ptr<http::BodySink> (*)(
    Services&, const http::Request&, const Actor&, const StillActs&,
    const std::vector<std::pair<std::string_view, std::string>>& path_values);

struct Route {
  http::Method method;
  std::string_view
      pattern;  // "/api/entries/{entry}/submit", "/{slug}.svg"; a last "{path...}" takes the rest, slashes too
  std::string_view operation_id;  // "submitEntry", as in schema/openapi/; pages begin with "page:"
  Access access;
  ReadHandler read = nullptr;
  WriteHandler write = nullptr;
  StreamHandler stream = nullptr;
  std::size_t body_limit = 0;
  bool creates = false;                       // takes an Idempotency-Key
  bool slow = false;                          // a read that runs on the worker pool
  bool heavy = false;                         // takes a processor for long: has threads of its own
  const http::FixedHeader* always = nullptr;  // on every answer to this address, refusals too
};

inline constexpr std::size_t kJsonLimit = 1 << 20;

constexpr Route get(std::string_view pattern, std::string_view id, Access access, ReadHandler h) {
  return {http::Method::get, pattern, id, access, h, nullptr, nullptr, 0, false, false};
}
constexpr Route slow_get(std::string_view pattern, std::string_view id, Access access, ReadHandler h) {
  return {http::Method::get, pattern, id, access, h, nullptr, nullptr, 0, false, true};
}
constexpr Route post(std::string_view pattern, std::string_view id, Access access, WriteHandler h) {
  return {http::Method::post, pattern, id, access, nullptr, h, nullptr, kJsonLimit, false, false};
}
/// A post that creates something: requires an Idempotency-Key (unless strangers may call it: then it is not
/// looked at). Its handler answers through WriteCall::write_answer.
constexpr Route creating_post(std::string_view pattern, std::string_view id, Access access, WriteHandler h) {
  return {http::Method::post, pattern, id, access, nullptr, h, nullptr, kJsonLimit, true, false};
}
constexpr Route put(std::string_view pattern, std::string_view id, Access access, WriteHandler h) {
  return {http::Method::put, pattern, id, access, nullptr, h, nullptr, kJsonLimit, false, false};
}
constexpr Route patch(std::string_view pattern, std::string_view id, Access access, WriteHandler h) {
  return {http::Method::patch, pattern, id, access, nullptr, h, nullptr, kJsonLimit, false, false};
}
constexpr Route del(std::string_view pattern, std::string_view id, Access access, WriteHandler h) {
  return {http::Method::del, pattern, id, access, nullptr, h, nullptr, kJsonLimit, false, false};
}
constexpr Route streamed(http::Method method, std::string_view pattern, std::string_view id, Access access,
                         StreamHandler h) {
  return {method, pattern, id, access, nullptr, nullptr, h, 0, false, false};
}

/// The same row, whose handler takes a processor for long: it holds up no write.
constexpr Route heavy(Route route) {
  route.heavy = true;
  route.slow = route.read != nullptr;
  return route;
}

/// Finds who a session cookie belongs to; given by `accounts`.
using Authenticate = std::function<Actor(store::Reader&, const http::Request&)>;

/// The page that says that there is no such page; given by `publishing`.
using NoPage = http::Response (*)(const Services& services, const http::Request& request);

/// The dispatcher over a route table: 404, 405 with Allow, HEAD from GET, OPTIONS, access, cross-site checks,
/// idempotency, errors to problem answers. `no_page` answers who looks for a page (not below /api/) where
/// there is none.
std::shared_ptr<http::Dispatcher> make_dispatcher(Services& services, std::vector<Route> routes,
                                                  Authenticate authenticate, NoPage no_page = nullptr);

}  // namespace guong::api

// From a request's head to the answer: find the route and the caller, check, run the handler. The one place
// where an exception of a handler becomes an answer.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <typeinfo>

#include "api/request_checks.h"
#include "guong/api/answer.h"

namespace guong::api {
namespace {

const std::pair<std::string, std::string> kOfDocuments[] = {
    {"Referrer-Policy", "same-origin"},
    {"Content-Security-Policy", content_policy()},
};

/// Typefaces, styles and scripts obey the policy of the page that they are part of; telling them one is bytes
/// for nothing.
bool part_of_page(const http::Response& answer) {
  constexpr std::string_view kParts[] = {"font/", "text/css", "text/javascript"};
  for (const auto& [name, value] : answer.headers)
    if (name == "Content-Type")
      return std::ranges::any_of(kParts, [&text = value](auto part) { return text.starts_with(part); });
  return false;
}

bool has(const http::Response& answer, std::string_view name) {
  for (const auto& header : answer.headers)
    if (header.first == name) return true;
  return false;
}

http::Response secured(http::Response answer, bool is_api) {
  answer.set("X-Content-Type-Options", "nosniff");
  if (!part_of_page(answer)) {
    for (const auto& [name, value] : kOfDocuments)
      if (!has(answer, name)) answer.set(name, value);
  }
  if (is_api && !has(answer, "Cache-Control")) answer.set("Cache-Control", "no-store");
  return answer;
}

/// Whether programs ask, not people. A path that cannot be is left empty; the target as it came then tells.
bool is_api(const http::Request& request) {
  return (request.path.empty() ? request.target : request.path).starts_with("/api/");
}

bool asks_for_page(const http::Request& head) {
  return !is_api(head) && (head.method == http::Method::get || head.method == http::Method::head);
}

/// The refusal that an exception stands for. What is not an Error of ours is logged by its type only: its
/// text may name people.
Error refusal(std::string_view operation) {
  try {
    throw;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::internal) spdlog::error("{}: internal error {}", operation, error.key());
    return error;
  } catch (const store::DbError& error) {
    if (error.kind() == store::DbErrorKind::unique) return Error(ErrorKind::conflict, "api.taken");
    spdlog::error("{}: database error of kind {}", operation, static_cast<int>(error.kind()));
    if (error.kind() == store::DbErrorKind::full) return Error(ErrorKind::unavailable, "api.unavailable");
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", operation, typeid(error).name());
  } catch (...) {
    spdlog::error("{}: an exception of unknown type", operation);
  }
  return Error(ErrorKind::internal, "base.internal");
}

/// What an answer needs of its request, taken before a handler may move the request away.
struct Asker {
  explicit Asker(const http::Request& request) : lang(lang_of(request)), api(is_api(request)) {}
  Lang lang;
  bool api;
};

http::Response with(http::Response answer, const http::FixedHeader* always) {
  if (always && !has(answer, always->first))
    answer.set(std::string(always->first), std::string(always->second));
  return answer;
}

/// A client behind a proxy that lets only POST through says what it means in a header (tus). Nothing that has
/// a POST of its own can be meant otherwise.
http::Method wanted_method(const http::Request& head, const RouteSet& set) {
  if (head.method != http::Method::post || set.find(http::Method::post)) return head.method;
  const auto meant = head.header("x-http-method-override");
  for (const auto method : {http::Method::patch, http::Method::del})
    if (meant == http::method_name(method)) return method;
  return head.method;
}

template <class F>
http::Response guarded(const Route& route, Asker asker, F f) {
  const auto dressed = [&](http::Response answer) {
    return with(secured(std::move(answer), asker.api), route.always);
  };
  try {
    return dressed(f());
  } catch (Replay& replay) {
    return dressed(std::move(replay.answer));
  } catch (...) {
    return dressed(problem(refusal(route.operation_id), asker.lang));
  }
}

/// A sink whose exceptions at the end become answers.
class GuardedSink : public http::BodySink {
 public:
  GuardedSink(std::unique_ptr<http::BodySink> inner, const Route& route)
      : inner_(std::move(inner)), route_(route) {}
  void write(std::string_view bytes) override { inner_->write(bytes); }
  http::Response finish(http::Request&& request) override {
    const Asker asker(request);
    return guarded(route_, asker, [&] { return inner_->finish(std::move(request)); });
  }

 private:
  std::unique_ptr<http::BodySink> inner_;
  const Route& route_;
};

class RouteDispatcher : public http::Dispatcher {
 public:
  RouteDispatcher(Services& services, std::vector<Route> routes, Authenticate authenticate, NoPage no_page)
      : services_(services),
        routes_(std::move(routes)),
        trie_(routes_),
        authenticate_(std::move(authenticate)),
        no_page_(no_page) {}

  http::Plan plan(const http::Request& head) override {
    http::Plan plan;
    std::string_view operation = "no route";
    const RouteSet* set = nullptr;
    try {
      std::vector<std::string_view> values;
      set = trie_.match(head.path, values);
      if (!set && no_page_ && asks_for_page(head)) {
        plan.answer = secured(no_page_(services_, head), false);
        return plan;
      }
      if (!set) throw Error(ErrorKind::not_found, "api.no_such_path");
      const auto* route = set->find(wanted_method(head, *set));
      if (!route) {
        plan.answer = with(secured(without_route(head, *set), is_api(head)), set->always());
        return plan;
      }
      operation = route->operation_id;
      return plan_route(head, *route, named_values(route->pattern, values));
    } catch (...) {
      plan.answer = with(secured(problem(refusal(operation), lang_of(head)), is_api(head)),
                         set ? set->always() : nullptr);
    }
    return plan;
  }

  http::Response failure(int status, const http::Request* request) override {
    const auto lang = request ? lang_of(*request) : Lang::vi;
    // The server asks from inside its catch block when a sink or a plan threw.
    if (status == 500 && std::current_exception()) return secured(problem(refusal("server"), lang), true);
    auto key = "api.failure_" + std::to_string(status);
    if (!has_message(key)) key = status >= 500 ? "base.internal" : "api.failure_400";
    auto answer = problem(status, Error(ErrorKind::malformed, key), lang);
    if (status == 503) answer.set("Retry-After", "5");
    return secured(std::move(answer), true);
  }

 private:
  http::Response without_route(const http::Request& head, const RouteSet& set) const {
    http::Response answer;
    if (head.method == http::Method::options) {
      answer.status = 204;
    } else {
      answer = problem(405, Error(ErrorKind::malformed, "api.failure_405"), lang_of(head));
    }
    return std::move(answer.set("Allow", set.allow()));
  }

  http::Plan plan_route(const http::Request& head, const Route& route, PathValues values) {
    const bool at_hand = services_.store.is_in_process();
    if (route.read && !route.slow && at_hand) return plan_read(route, std::move(values));
    // The body of a stream goes to a sink that has to be made now: two short reads, wherever the engine is.
    if (!route.stream && !at_hand) return plan_elsewhere(route, std::move(values));
    const Actor actor = actor_of(head);
    check_access(route, actor, values);
    check_same_site(head);
    if (route.stream) {
      http::Plan plan;
      plan.sink = std::make_unique<GuardedSink>(
          route.stream(services_, head, actor, still_acts(actor), values), route);
      return plan;
    }
    required_key(route, head);
    return plan_elsewhere(route, std::move(values));
  }

  /// A session may end and a role be taken away while a body is on its way or a change waits for its turn.
  StillActs still_acts(const Actor& actor) {
    if (!signed_in(actor)) return {};
    return [this, actor](store::Reader& reader, const http::Request& request) {
      const auto now = authenticate_(reader, request);
      if (same_rights(actor, now)) return;
      if (!signed_in(now)) throw Error(ErrorKind::unauthenticated, "api.sign_in_first");
      throw Error(ErrorKind::forbidden, "api.rights_changed");
    };
  }

  /// Without a cookie there is nobody to look for.
  static bool may_be_known(const http::Request& head) { return head.header("cookie").has_value(); }

  Actor actor_of(const http::Request& head) {
    if (!may_be_known(head)) return {};
    return services_.store.read([&](store::Reader& reader) { return authenticate_(reader, head); });
  }

  http::Plan plan_read(const Route& route, PathValues values) {
    http::Plan plan;
    plan.run = [this, &route, values = std::move(values)](http::Request&& request) {
      return guarded(route, Asker(request), [&] { return run_read(route, request, values); });
    };
    return plan;
  }

  /// Who asks and what they get, from one snapshot.
  http::Response run_read(const Route& route, const http::Request& request, const PathValues& values) {
    if (!may_be_known(request)) return read_as(route, request, {}, values, nullptr);
    return services_.store.read([&](store::Reader& reader) {
      return read_as(route, request, authenticate_(reader, request), values, &reader);
    });
  }

  http::Response read_as(const Route& route, const http::Request& request, Actor actor,
                         const PathValues& values, store::Reader* snapshot) {
    check_access(route, actor, values);
    ReadCall call(services_, request, std::move(actor), values, snapshot);
    return route.read(call);
  }

  /// On the worker pool, once the body is there. Who asks is looked for then, whoever it was when the head
  /// came; and an event thread must not wait for a database in another process.
  http::Plan plan_elsewhere(const Route& route, PathValues values) {
    http::Plan plan;
    plan.body_limit = route.body_limit;
    plan.where = route.heavy ? http::Where::heavy_pool : http::Where::worker_pool;
    plan.run = [this, &route, values = std::move(values)](http::Request&& request) {
      return guarded(route, Asker(request), [&] {
        if (route.read && !route.slow) return run_read(route, request, values);
        Actor actor = actor_of(request);
        check_access(route, actor, values);
        check_same_site(request);
        if (route.read) return read_as(route, request, std::move(actor), values, nullptr);
        return run_write(route, request, actor, values, required_key(route, request));
      });
    };
    return plan;
  }

  http::Response run_write(const Route& route, const http::Request& request, const Actor& actor,
                           const PathValues& values, const std::optional<std::string>& key) {
    WriteCall call(services_, request, actor, values);
    call.look_again(still_acts(actor));
    if (key) call.use_key(idempotency_use(actor, *key, request));
    auto answer = route.write(call);
    // Not every handler can keep its answer in its own transaction (write_answer()). Until this one
    // commits, a repetition is told that the first request is in progress.
    if (call.answer_missing()) services_.store.write([&](store::Tx& tx) { call.keep_answer(tx, answer); });
    return answer;
  }

  Services& services_;
  const std::vector<Route> routes_;
  const RouteTrie trie_;
  const Authenticate authenticate_;
  const NoPage no_page_;
};

}  // namespace

std::shared_ptr<http::Dispatcher> make_dispatcher(Services& services, std::vector<Route> routes,
                                                  Authenticate authenticate, NoPage no_page) {
  return std::make_shared<RouteDispatcher>(services, std::move(routes), std::move(authenticate), no_page);
}

}  // namespace guong::api

// One call of the service: what a route's handler gets. A ReadCall can only read; a write from a GET does not
// compile.
#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/cursor.h"
#include "guong/api/use_case_context.h"
#include "guong/base/messages.h"
#include "guong/http/message.h"
#include "guong/http/server.h"
#include "guong/store/blobs.h"
#include "guong/store/jobs.h"
#include "guong/store/store.h"

namespace guong::api {

/// What the whole program shares. Made once by `app`, outlives every call.
struct Services {
  store::Store& store;
  store::Blobs& blobs;
  Random& random;
  const Keys& keys;
  std::string base_url;  // "https://guong.example.vn", for links; no trailing slash
  store::JobRunner* jobs = nullptr;
  std::filesystem::path data = {};  // the folder below which the installation's files stand
};

/// The reader's language: ?lang=, the cookie "lang", Accept-Language; Vietnamese otherwise.
Lang lang_of(const http::Request& request);

class ReadCall {
 public:
  /// `snapshot`: the one on which the actor was found, for what the handler reads too; without it each read()
  /// has its own.
  ReadCall(Services& services, const http::Request& request, Actor actor,
           std::vector<std::pair<std::string_view, std::string>> path_values,
           store::Reader* snapshot = nullptr);

  const http::Request& request() const { return request_; }
  const Actor& actor() const { return actor_; }
  Timestamp now() const { return request_.received; }
  /// What use cases are told.
  UseCaseContext context() const { return {actor_, now(), services_.random, services_.keys}; }
  /// By ?lang=, the cookie "lang" or Accept-Language; Vietnamese otherwise.
  Lang lang() const { return lang_; }
  store::Blobs& blobs() const { return services_.blobs; }
  const Services& services() const { return services_; }

  /// A value from the path pattern, as text.
  const std::string& path_text(std::string_view name) const;
  /// An id from the path; Error{not_found} when it is not one.
  template <class IdType>
  IdType path_id(std::string_view name) const {
    return IdType{path_number(name)};
  }
  /// An id from the query, if there is one; Error{malformed} when it is not an id.
  template <class IdType>
  std::optional<IdType> query_id(std::string_view name) const {
    const auto number = query_number(name);
    return number ? std::optional(IdType{*number}) : std::nullopt;
  }
  /// Page size from ?limit= (1 to 200, default 50).
  int limit() const;
  /// Where the page begins by ?cursor=: before the first line when absent. Error{malformed} when it is no
  /// cursor of this list.
  template <class Cursor>
  Cursor cursor() const {
    const auto asked = request_.query_value("cursor").value_or("");
    return asked.empty() ? Cursor{} : read_cursor<Cursor>(asked);
  }

  template <class F>
  auto read(F f) const {
    return snapshot_ ? f(*snapshot_) : services_.store.read(f);
  }

 protected:
  std::int64_t path_number(std::string_view name) const;
  std::optional<std::int64_t> query_number(std::string_view name) const;
  Services& services_;
  const http::Request& request_;
  Actor actor_;
  std::vector<std::pair<std::string_view, std::string>> path_values_;
  Lang lang_;

 private:
  store::Reader* snapshot_;
};

/// What a repeated creating request is known by: hashes, so that the table tells nothing.
struct IdempotencyUse {
  Digest key;      // of the account and the Idempotency-Key
  Digest request;  // of method, target and body
};

/// Looks again, in the transaction of a change, for who asked: throws Error when the session is over or the
/// rights are not those that the request was let in with.
using StillActs = std::function<void(store::Reader&, const http::Request&)>;

/// Thrown inside a transaction when the key has been used for the same request before; the dispatcher answers
/// with `answer`.
struct Replay {
  http::Response answer;
};

class WriteCall : public ReadCall {
 public:
  using ReadCall::ReadCall;
  /// The body as a JSON object: Error{malformed} when it is not JSON or not valid UTF-8; text values are in
  /// NFC. No body at all reads as an object without fields.
  const nlohmann::json& body() const;
  /// The revision named by If-Match; Error{precondition_required} without one.
  Revision if_match() const;

  /// Runs a use case in a transaction: `f(Tx&)`, once it is sure that who asked still may. In a creating route the Idempotency-Key is claimed in the
  /// same transaction, and the dispatcher keeps the answer right afterwards.
  template <class F>
  auto write(F f) const {
    struct Claimed {  // set after the commit only: a rerun of the transaction claims again
      const WriteCall& call;
      int thrown = std::uncaught_exceptions();
      ~Claimed() {
        if (std::uncaught_exceptions() == thrown) call.claimed_ = true;
      }
    } claimed{*this};
    return services_.store.write([&](store::Tx& tx) {
      if (still_) still_(tx, request_);
      claim(tx);
      return f(tx);
    });
  }

  /// What creating_post handlers use: `f(Tx&)` gives the whole http::Response, which is kept with the
  /// Idempotency-Key in the same transaction as the change. A repeated request gets the same answer, whatever
  /// happened in between.
  template <class F>
  http::Response write_answer(F f) const {
    http::Response answer = services_.store.write([&](store::Tx& tx) {
      if (still_) still_(tx, request_);
      claim(tx);
      http::Response made = f(tx);
      keep_answer(tx, made);
      return made;
    });
    claimed_ = kept_ = true;
    return answer;
  }

  /// Used by the dispatcher.
  void use_key(IdempotencyUse use) { use_ = use; }
  void look_again(StillActs still) { still_ = std::move(still); }
  bool answer_missing() const { return use_ && claimed_ && !kept_; }
  void keep_answer(store::Tx& tx, const http::Response& answer) const;

 private:
  /// Inserts the key's row; throws Replay when it is there already, Error when it was used for something
  /// else.
  void claim(store::Tx& tx) const;
  mutable std::shared_ptr<nlohmann::json> body_;
  std::optional<IdempotencyUse> use_;
  StillActs still_;
  mutable bool claimed_ = false;
  mutable bool kept_ = false;
};

/// Forgets keys older than a week. Called now and then by `app`.
void prune_idempotency_keys(store::Tx& tx, Timestamp now);

}  // namespace guong::api

// HTTP of one's own account, and of the administrators' search for accounts.
#include <nlohmann/json.hpp>

#include "accounts/account_service.h"
#include "accounts/account_views.h"
#include "accounts/limiter.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"

namespace guong::accounts {
namespace {

using api::FieldReader;
using nlohmann::json;

constexpr std::size_t kPasswordRead = 1024;  // more than allowed, so that the fault can be told

Lang lang_named(std::string_view code) { return code == "en" ? Lang::en : Lang::vi; }

std::string read_name(FieldReader& fields) {
  const auto typed = fields.text("name", kNameMax);
  auto name = clean_name(typed);
  if (!typed.empty() && name.empty()) fields.add({"/name", "accounts.name_wrong", {}});
  return name;
}

http::Response register_account_route(api::WriteCall& call) {
  FieldReader fields(call.body());
  const auto identifier = read_identifier(fields);
  NewAccount account;
  account.name = read_name(fields);
  const auto password = fields.text("password", kPasswordRead);
  account.lang = call.body().contains("lang") ? lang_named(fields.choice("lang", {"vi", "en"})) : call.lang();
  std::vector<Identifier> own;
  if (identifier) own.push_back(*identifier);
  if (!password.empty())
    for (auto& fault : password_faults(password, own, "/password")) fields.add(std::move(fault));
  fields.done();
  account.identifier = *identifier;
  call.write([&](store::Tx& tx) { begin_registration(tx, call.context(), call.request().client); });
  account.password_hash = hash_password(password);
  call.write([&](store::Tx& tx) { register_account(tx, call.context(), account); });
  return api::json_answer({{"message", message("accounts.registered", call.lang())}}, 202);
}

http::Response get_me(api::ReadCall& call) {
  return call.read(
      [&](store::Reader& reader) { return own_account_answer(reader, call, call.actor().account); });
}

http::Response update_me_route(api::WriteCall& call) {
  const auto expected = call.if_match();
  const auto before = call.read([&](store::Reader& r) { return load_account(r, call.actor().account); });
  if (!before) throw Error::not_found();
  const auto& body = call.body();
  FieldReader fields(body);
  ProfileChange change{before->name, before->unit, before->lang};
  if (body.contains("name")) change.name = read_name(fields);
  if (body.contains("unit")) change.unit = fields.opt_id<UnitId>("unit");
  if (body.contains("lang")) change.lang = lang_named(fields.choice("lang", {"vi", "en"}));
  fields.done();
  return call.write([&](store::Tx& tx) {
    update_me(tx, call.context(), expected, change);
    return own_account_answer(tx, call, call.actor().account);
  });
}

http::Response change_password_route(api::WriteCall& call) {
  FieldReader fields(call.body());
  const auto current = fields.text("current", kPasswordRead);
  const auto wanted = fields.text("new", kPasswordRead);
  const auto id = call.actor().account;
  const auto account = call.read([&](store::Reader& reader) { return load_account(reader, id); });
  if (!wanted.empty() && account)
    for (auto& fault : password_faults(wanted, identifiers_of(*account), "/new"))
      fields.add(std::move(fault));
  fields.done();
  const auto guard = guarded(call.context().keys, kChangePassword, std::to_string(id.value));
  const auto wait = call.write([&](store::Tx& tx) { return count_attempt(tx, guard, call.now()); });
  if (wait) refuse_for(*wait);
  const auto kept = call.read([&](store::Reader& reader) { return load_password_hash(reader, id); });
  if (!kept || !password_matches(*kept, current))
    refuse_if_any({{"/current", "accounts.password_wrong", {}}});
  const auto hash = hash_password(wanted);
  call.write([&](store::Tx& tx) {
    change_password(tx, call.context(), hash);
    clear_attempts(tx, guard);
  });
  return api::no_content();
}

struct AccountCursor {
  AccountId id;
  static auto parts(auto& cursor) { return std::tie(cursor.id); }
};

/// By words of the name, or by the whole e-mail address or phone number.
std::vector<Account> found_accounts(store::Reader& reader, const std::string& query, AccountId after,
                                    int limit) {
  const auto identifier = parse_identifier(query);
  if (!identifier) return search_accounts(reader, folded_words(query), after, limit);
  const auto id = find_by_identifier(reader, *identifier);
  if (!id || after) return {};
  return {*load_account(reader, *id)};
}

http::Response list_accounts(api::ReadCall& call) {
  const auto query = call.request().query_value("q").value_or("");
  const auto accounts_after = [&](const AccountCursor& after, int limit) {
    return call.read([&](store::Reader& reader) { return found_accounts(reader, query, after.id, limit); });
  };
  const auto page = api::page_after(call.cursor<AccountCursor>(), call.limit(), accounts_after,
                                    [](const Account& account) { return AccountCursor{account.id}; });
  std::vector<json> items;
  for (const auto& account : page.lines) items.push_back(account_json(account));
  return api::list_answer(std::move(items), page.next);
}

constexpr api::Route kRoutes[] = {
    api::heavy(api::post("/api/accounts", "registerAccount", api::kAnyone, register_account_route)),
    api::get("/api/accounts", "listAccounts", api::only(api::Role::administrator), list_accounts),
    api::get("/api/me", "getMe", api::kSignedIn, get_me),
    api::patch("/api/me", "updateMe", api::kSignedIn, update_me_route),
    api::heavy(api::put("/api/me/password", "changePassword", api::kSignedIn, change_password_route)),
};

}  // namespace

std::span<const api::Route> own_account_routes() { return kRoutes; }

}  // namespace guong::accounts

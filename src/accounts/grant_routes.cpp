// HTTP of roles: on a contest by its organisers, on units and the installation by administrators.
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"
#include "accounts/grant_service.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"
#include "accounts/session_store.h"

namespace guong::accounts {
namespace {

using api::Role;
using nlohmann::json;

template <class GrantsAfter>
auto page_of(const api::ReadCall& call, GrantsAfter grants_after) {
  return api::page_after(call.cursor<GrantCursor>(), call.limit(), grants_after, [](const GrantRow& row) {
    return GrantCursor{row.role, row.account, row.id};
  });
}

template <class GrantsAfter>
http::Response grant_page(const api::ReadCall& call, store::Reader& reader, GrantsAfter grants_after) {
  const auto page = page_of(call, grants_after);
  const auto names = contest_names(reader, page.lines);
  std::vector<json> items;
  for (const auto& row : page.lines) items.push_back(grant_json(row, names));
  return api::list_answer(std::move(items), page.next);
}

constexpr std::string_view kZone = "Asia/Ho_Chi_Minh";

/// Whose last day is told: the board's, to its organisers and its head. When a judge was here is theirs (what
/// they have marked is told by the round), and when an inspector looks is nobody's to know.
bool day_is_told(const GrantRow& row) { return row.role != "judge" && row.role != "inspector"; }

http::Response list_contest_people(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const bool tells =
      api::holds(call.actor(), Role::organiser, contest) || api::holds(call.actor(), Role::head, contest);
  return call.read([&](store::Reader& reader) {
    const auto page = page_of(call, [&](const GrantCursor& after, int limit) {
      return contest_grants(reader, contest, after, limit);
    });
    const auto names = contest_names(reader, page.lines);
    std::vector<json> items;
    for (const auto& row : page.lines) {
      items.push_back(grant_json(row, names));
      const auto at = tells && day_is_told(row) ? last_sign_in(reader, row.account) : std::nullopt;
      items.back()["last_day"] = at ? json(to_local_iso_date(*at, kZone)) : json();
    }
    return api::list_answer(std::move(items), page.next);
  });
}

http::Response list_grants(api::ReadCall& call) {
  return call.read([&](store::Reader& reader) {
    return grant_page(call, reader, [&](const GrantCursor& after, int limit) {
      return installation_grants(reader, after, limit);
    });
  });
}

/// What both granting routes read: whom, from when to when, by which decision.
NewGrant read_grant(api::FieldReader& fields) {
  NewGrant grant{};
  grant.account = fields.id<AccountId>("account");
  grant.from = fields.opt_time("from");
  grant.to = fields.opt_time("to");
  grant.decision = fields.opt_text("decision", 100).value_or("");
  if (grant.from && grant.to && *grant.to <= *grant.from)
    fields.add({"/to", "accounts.grant_ends_first", {}});
  return grant;
}

http::Response granted(store::Reader& reader, GrantId id, const std::string& collection) {
  const auto row = load_grant(reader, id);
  return api::created(grant_json(*row, contest_names(reader, {*row})),
                      collection + "/" + std::to_string(id.value), {1});
}

http::Response grant_role_route(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  auto grant = read_grant(fields);
  const auto role = fields.choice("role", {"judge", "secretary", "organiser", "head", "inspector"});
  fields.done();
  grant.role = *api::role_from_name(role);
  grant.contest = call.path_id<ContestId>("contest");
  return call.write_answer([&](store::Tx& tx) {
    const auto id = grant_on_contest(tx, call.context(), grant);
    return granted(tx, id, "/api/contests/" + call.path_text("contest") + "/grants");
  });
}

http::Response end_grant(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<GrantId>("grant");
  call.write([&](store::Tx& tx) { end_contest_grant(tx, call.context(), contest, id); });
  return api::no_content();
}

http::Response grant_installation_role(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  auto grant = read_grant(fields);
  grant.unit = fields.opt_id<UnitId>("unit");
  const auto role = fields.choice("role", {"organiser", "coordinator", "inspector", "administrator"});
  fields.done();
  grant.role = *api::role_from_name(role);
  return call.write_answer([&](store::Tx& tx) {
    const auto id = grant_on_installation(tx, call.context(), grant);
    return granted(tx, id, "/api/grants");
  });
}

http::Response end_installation_grant_route(api::WriteCall& call) {
  const auto id = call.path_id<GrantId>("grant");
  call.write([&](store::Tx& tx) { end_installation_grant(tx, call.context(), id); });
  return api::no_content();
}

http::Response confirm_grant(api::WriteCall& call) {
  const auto id = call.path_id<GrantId>("grant");
  return call.write([&](store::Tx& tx) {
    confirm_role(tx, call.context(), id);
    const auto row = load_grant(tx, id);
    return api::json_answer(grant_json(*row, contest_names(tx, {*row})));
  });
}

constexpr auto kOrganiser = api::only(Role::organiser);
constexpr auto kBoard = api::any_of(Role::organiser | Role::head | Role::secretary);
constexpr auto kAdministrator = api::only(Role::administrator);
constexpr api::Route kRoutes[] = {
    api::get("/api/contests/{contest}/people", "listContestPeople", kBoard, list_contest_people),
    api::creating_post("/api/contests/{contest}/grants", "grantRole", kOrganiser, grant_role_route),
    api::del("/api/contests/{contest}/grants/{grant}", "endGrant", kOrganiser, end_grant),
    api::post("/api/grants/{grant}/confirm", "confirmGrant", api::any_of(Role::administrator | Role::head),
              confirm_grant),
    api::get("/api/grants", "listGrants", kAdministrator, list_grants),
    api::creating_post("/api/grants", "grantInstallationRole", kAdministrator, grant_installation_role),
    api::del("/api/grants/{grant}", "endInstallationGrant", kAdministrator, end_installation_grant_route),
};

}  // namespace

std::span<const api::Route> grant_routes() { return kRoutes; }

}  // namespace guong::accounts

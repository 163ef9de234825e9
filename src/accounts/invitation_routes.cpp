// HTTP of invitations: an organiser makes them, whoever holds the link and is signed in accepts.
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"
#include "accounts/invitation_service.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

http::Response create_invitation(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto role = fields.choice("role", {"judge", "secretary", "organiser", "head", "inspector"});
  const auto name = fields.opt_text("name", 100).value_or("");
  const auto note = fields.opt_text("note", 500).value_or("");
  fields.done();
  return call.write_answer([&](store::Tx& tx) {
    const auto made = make_invitation(tx, call.context(), contest, *api::role_from_name(role), name, note);
    auto body = invitation_json(made.invitation, call.now());
    body["token"] = made.token;
    body["link"] = call.services().base_url + "/app/invitations#" + made.token;
    const auto id = std::to_string(made.invitation.id.value);
    return api::created(body, "/api/contests/" + std::to_string(contest.value) + "/invitations/" + id, {1});
  });
}

http::Response list_contest_invitations(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto invitations_after = [&](const InvitationCursor& after, int limit) {
    return call.read([&](store::Reader& reader) { return list_invitations(reader, contest, after, limit); });
  };
  const auto page = api::page_after(call.cursor<InvitationCursor>(), call.limit(), invitations_after,
                                    [](const Invitation& one) {
                                      return InvitationCursor{one.created_at, one.id};
                                    });
  std::vector<json> items;
  for (const auto& one : page.lines) items.push_back(invitation_json(one, call.now()));
  return api::list_answer(std::move(items), page.next);
}

http::Response revoke_invitation_route(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<InvitationId>("invitation");
  call.write([&](store::Tx& tx) { revoke_invitation(tx, call.context(), contest, id); });
  return api::no_content();
}

/// The secret comes in the body: addresses stand in the logs of proxies.
std::string read_token(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  auto token = fields.text("token", 200);
  fields.done();
  return token;
}

http::Response show_invitation(api::WriteCall& call) {
  const auto token = read_token(call);
  return call.read([&](store::Reader& reader) {
    const auto invitation = open_invitation(reader, token, call.now());
    const auto contest = contest_name(reader, invitation.contest).value_or(ContestName{});
    return api::json_answer({{"role", invitation.role},
                             {"contest", contest_json(invitation.contest, contest)},
                             {"expires_at", to_rfc3339(invitation.expires_at)}});
  });
}

http::Response accept_invitation_route(api::WriteCall& call) {
  const auto token = read_token(call);
  return call.write([&](store::Tx& tx) {
    const auto grant = *load_grant(tx, accept_invitation(tx, call.context(), token));
    return api::json_answer(grant_json(grant, contest_names(tx, {grant})));
  });
}

constexpr auto kOrganiser = api::only(api::Role::organiser);
constexpr api::Route kRoutes[] = {
    api::creating_post("/api/contests/{contest}/invitations", "createInvitation", kOrganiser,
                       create_invitation),
    api::get("/api/contests/{contest}/invitations", "listInvitations", kOrganiser, list_contest_invitations),
    api::del("/api/contests/{contest}/invitations/{invitation}", "revokeInvitation", kOrganiser,
             revoke_invitation_route),
    api::post("/api/invitations/show", "showInvitation", api::kAnyone, show_invitation),
    api::post("/api/invitations/accept", "acceptInvitation", api::kSignedIn, accept_invitation_route),
};

}  // namespace

std::span<const api::Route> invitation_routes() { return kRoutes; }

}  // namespace guong::accounts

// HTTP of invitations: an organiser makes them, whoever holds the link and is signed in accepts.
#include <nlohmann/json.hpp>
#include <set>

#include "accounts/account_store.h"
#include "accounts/account_views.h"
#include "accounts/contest_names.h"
#include "accounts/invitation_service.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

constexpr std::size_t kMostAtOnce = 50;
constexpr std::size_t kNameMax = 100, kContactMax = 254;

std::string read_role(api::FieldReader& fields) {
  return fields.choice("role", {"judge", "secretary", "organiser", "head", "inspector"});
}

/// With its link, which nobody is told again.
json made_json(const MadeInvitation& made, const api::WriteCall& call) {
  auto body = invitation_json(made.invitation, call.now());
  body["token"] = made.token;
  body["link"] = call.services().base_url + "/app/invitations#" + made.token;
  return body;
}

http::Response create_invitation(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto role = read_role(fields);
  const auto name = fields.opt_text("name", kNameMax).value_or("");
  const auto note = fields.opt_text("note", 500).value_or("");
  fields.done();
  return call.write_answer([&](store::Tx& tx) {
    const auto made = make_invitation(tx, call.context(), contest, *api::role_from_name(role), name, note);
    const auto id = std::to_string(made.invitation.id.value);
    return api::created(made_json(made, call),
                        "/api/contests/" + std::to_string(contest.value) + "/invitations/" + id, {1});
  });
}

struct Invitee {
  std::string role, name, contact;
};

/// One line of a list of people; its contact is for whoever sends the link, so it is kept as the note.
Invitee read_invitee(api::FieldReader& fields, std::set<std::string>& contacts) {
  Invitee invitee{read_role(fields), fields.text("name", kNameMax),
                  fields.opt_text("contact", kContactMax).value_or("")};
  if (invitee.contact.empty()) return invitee;
  const auto identifier = parse_identifier(invitee.contact);
  const auto at = fields.pointer() + "/contact";
  if (!identifier)
    fields.add({at, "accounts.identifier_wrong", {}});
  else if (!contacts.insert(identifier->text + " " + invitee.role).second)
    fields.add({at, "accounts.invited_twice", {}});
  else
    invitee.contact = identifier->text;
  return invitee;
}

std::vector<Invitee> read_invitees(api::FieldReader& fields) {
  std::vector<Invitee> out;
  std::set<std::string> contacts;
  const auto& list = fields.raw("people", true);
  if (!list.is_array() || list.empty() || list.size() > kMostAtOnce) {
    if (!list.is_null())
      fields.add({"/people", "accounts.invited_at_once", {{"max", std::to_string(kMostAtOnce)}}});
    return out;
  }
  for (const auto& item : list) {
    api::FieldReader one(item, "/people/" + std::to_string(out.size()));
    out.push_back(read_invitee(one, contacts));
    for (auto& fault : one.faults()) fields.add(std::move(fault));
  }
  return out;
}

/// All of them, or nobody while one line is wrong.
http::Response invite_several(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto invitees = read_invitees(fields);
  fields.done();
  return call.write_answer([&](store::Tx& tx) {
    json items = json::array();
    for (const auto& [role, name, contact] : invitees)
      items.push_back(made_json(
          make_invitation(tx, call.context(), contest, *api::role_from_name(role), name, contact), call));
    return api::json_answer({{"items", std::move(items)}}, 201);
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
    const auto inviter = load_account(reader, invitation.created_by);
    return api::json_answer({{"role", invitation.role},
                             {"contest", contest_json(invitation.contest, contest)},
                             {"name", invitation.name},
                             {"invited_by", inviter ? inviter->name : ""},
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
    api::creating_post("/api/contests/{contest}/invitations/batch", "inviteSeveral", kOrganiser,
                       invite_several),
    api::get("/api/contests/{contest}/invitations", "listInvitations", kOrganiser, list_contest_invitations),
    api::del("/api/contests/{contest}/invitations/{invitation}", "revokeInvitation", kOrganiser,
             revoke_invitation_route),
    api::post("/api/invitations/show", "showInvitation", api::kAnyone, show_invitation),
    api::post("/api/invitations/accept", "acceptInvitation", api::kSignedIn, accept_invitation_route),
};

}  // namespace

std::span<const api::Route> invitation_routes() { return kRoutes; }

}  // namespace guong::accounts

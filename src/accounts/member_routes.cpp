// HTTP of a unit's members. Contacts are shown as far as somebody who knows the person recognises them.
#include <nlohmann/json.hpp>

#include "accounts/member_service.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"
#include "guong/base/nullable_json.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

constexpr std::size_t kMostAtOnce = 200, kReasonMax = 500, kContactMax = 254;

/// "a…@vidu.vn", "…123".
std::string hint_of(const Member& member) {
  if (member.email) return member.email->substr(0, 1) + "…" + member.email->substr(member.email->find('@'));
  if (!member.phone) return "";
  return "…" + member.phone->substr(member.phone->size() - std::min<std::size_t>(3, member.phone->size()));
}

json to_json(const Member& member) {
  return {{"account", {{"id", member.account.value}, {"name", member.name}}},
          {"contact", hint_of(member)},
          {"unit", {{"id", member.unit.value}, {"name", member.unit_name}}},
          {"state", member_state_name(member.membership.state)},
          {"reason", member.membership.reason},
          {"decided_at", or_null(member.decided_at)},
          {"decided_by", or_null(member.decided_by)}};
}

MemberState asked_state(const api::ReadCall& call) {
  const auto asked = call.request().query_value("state").value_or("claimed");
  if (asked == "confirmed") return MemberState::confirmed;
  return asked == "refused" ? MemberState::refused : MemberState::claimed;
}

struct MemberCursor {
  AccountId id;
  static auto parts(auto& cursor) { return std::tie(cursor.id); }
};

http::Response list_members_route(api::ReadCall& call) {
  const auto unit = call.path_id<UnitId>("unit");
  const auto state = asked_state(call);
  call.read([&](store::Reader& reader) { require_members_of(reader, call.actor(), unit); });
  const auto members_after = [&](const MemberCursor& after, int limit) {
    return call.read(
        [&](store::Reader& reader) { return list_members(reader, unit, state, after.id, limit); });
  };
  const auto page = api::page_after(call.cursor<MemberCursor>(), call.limit(), members_after,
                                    [](const Member& member) { return MemberCursor{member.account}; });
  std::vector<json> items;
  for (const auto& member : page.lines) items.push_back(to_json(member));
  return api::list_answer(std::move(items), page.next);
}

/// The array of a field, of a bearable length; empty when it is not there.
json list_of(api::FieldReader& fields, const char* name) {
  const auto& value = fields.raw(name, false);
  if (value.is_null()) return json::array();
  if (value.is_array() && value.size() <= kMostAtOnce) return value;
  fields.add({"/" + std::string(name), "accounts.members_at_once", {{"max", std::to_string(kMostAtOnce)}}});
  return json::array();
}

/// Those chosen one by one, and those on the unit's own list.
http::Response confirm_members_route(api::WriteCall& call) {
  const auto unit = call.path_id<UnitId>("unit");
  api::FieldReader fields(call.body());
  std::vector<AccountId> accounts;
  std::vector<std::string> contacts;
  for (const auto& value : list_of(fields, "accounts"))
    if (value.is_number_integer())
      accounts.push_back({value.get<std::int64_t>()});
    else
      fields.add({"/accounts", "api.not_an_id", {}});
  for (const auto& value : list_of(fields, "contacts"))
    if (value.is_string() && value.get_ref<const std::string&>().size() <= kContactMax)
      contacts.push_back(value.get<std::string>());
    else
      fields.add({"/contacts", "api.not_text", {}});
  fields.done();
  return call.write([&](store::Tx& tx) {
    require_members_of(tx, call.actor(), unit);
    const auto listed = people_listed(tx, call.actor().account, unit, contacts);
    auto all = accounts;
    all.insert(all.end(), listed.accounts.begin(), listed.accounts.end());
    const auto confirmed = confirm_members(tx, call.context(), unit, all);
    return api::json_answer({{"confirmed", confirmed}, {"unmatched", listed.unmatched}});
  });
}

http::Response refuse_member_route(api::WriteCall& call) {
  const auto unit = call.path_id<UnitId>("unit");
  const auto account = call.path_id<AccountId>("account");
  api::FieldReader fields(call.body());
  const auto reason = fields.text("reason", kReasonMax);
  fields.done();
  call.write([&](store::Tx& tx) { refuse_member(tx, call.context(), unit, account, reason); });
  return api::no_content();
}

http::Response undo_member_route(api::WriteCall& call) {
  const auto unit = call.path_id<UnitId>("unit");
  const auto account = call.path_id<AccountId>("account");
  call.write([&](store::Tx& tx) { undo_member(tx, call.context(), unit, account); });
  return api::no_content();
}

constexpr auto kOfUnits = api::any_of(api::Role::coordinator | api::Role::organiser);
constexpr api::Route kRoutes[] = {
    api::get("/api/units/{unit}/members", "listMembers", kOfUnits, list_members_route),
    api::post("/api/units/{unit}/members/confirm", "confirmMembers", kOfUnits, confirm_members_route),
    api::post("/api/units/{unit}/members/{account}/refuse", "refuseMember", kOfUnits, refuse_member_route),
    api::post("/api/units/{unit}/members/{account}/undo", "undoMember", kOfUnits, undo_member_route),
};

}  // namespace

std::span<const api::Route> member_routes() { return kRoutes; }

}  // namespace guong::accounts

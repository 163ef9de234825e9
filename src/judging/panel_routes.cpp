// HTTP of panels.
#include <nlohmann/json.hpp>

#include "guong/accounts/account.h"
#include "guong/api/answer.h"
#include "judging/judging_views.h"
#include "judging/routes.h"

namespace guong::judging {
namespace {

using nlohmann::json;
constexpr std::size_t kMaxListed = 200;

/// An array of the field, or empty with a fault.
json array_of(api::FieldReader& fields, std::string_view name) {
  const auto& value = fields.raw(name, true);
  const auto pointer = "/" + std::string(name);
  if (value.is_array() && value.size() <= kMaxListed) return value;
  if (value.is_array())
    fields.add({pointer, "base.too_many_items", {{"limit", std::to_string(kMaxListed)}}});
  else if (!value.is_null())
    fields.add({pointer, "judging.not_list", {}});
  return json::array();
}

PanelDraft read_panel(const json& body) {
  api::FieldReader fields(body);
  PanelDraft draft;
  draft.name = fields.text("name", 200);
  draft.round = static_cast<int>(fields.integer("round", 1, 20));
  for (const auto& category : array_of(fields, "categories")) {
    if (category.is_string())
      draft.categories.push_back(category);
    else
      fields.add({"/categories", "judging.category_unknown", {{"category", category.dump()}}});
  }
  for (const auto& member : array_of(fields, "members")) {
    if (member.is_number_integer())
      draft.members.push_back(AccountId{member.get<std::int64_t>()});
    else
      fields.add({"/members", "judging.member_not_judge", {}});
  }
  fields.done();
  return draft;
}

json with_names(store::Reader& reader, const Panel& panel) {
  return panel_json(panel, accounts::account_names(reader, panel.members));
}

http::Response list(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  return call.read([&](store::Reader& reader) {
    const auto panels = list_panels(reader, contest);
    std::vector<AccountId> members;
    for (const auto& panel : panels)
      members.insert(members.end(), panel.members.begin(), panel.members.end());
    const auto names = accounts::account_names(reader, members);
    std::vector<json> items;
    for (const auto& panel : panels) items.push_back(panel_json(panel, names));
    return api::list_answer(std::move(items));
  });
}

http::Response get_one(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<PanelId>("panel");
  return call.read([&](store::Reader& reader) {
    const auto panel = find_panel(reader, contest, id);
    return api::json_answer(with_names(reader, panel), panel.revision);
  });
}

http::Response create(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto draft = read_panel(call.body());
  return call.write_answer([&](store::Tx& tx) {
    const auto id = create_panel(tx, call.context(), contest, draft);
    return api::created(
        with_names(tx, find_panel(tx, contest, id)),
        "/api/contests/" + std::to_string(contest.value) + "/panels/" + std::to_string(id.value), {1});
  });
}

http::Response change(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<PanelId>("panel");
  const auto expected = call.if_match();
  const auto draft = read_panel(call.body());
  return call.write([&](store::Tx& tx) {
    const auto revision = update_panel(tx, call.context(), contest, id, draft, expected);
    return api::json_answer(with_names(tx, find_panel(tx, contest, id)), revision);
  });
}

http::Response remove(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<PanelId>("panel");
  call.write([&](store::Tx& tx) { delete_panel(tx, call.context(), contest, id); });
  return api::no_content();
}

constexpr auto kOrganiser = api::only(api::Role::organiser);
constexpr api::Route kRoutes[] = {
    api::get("/api/contests/{contest}/panels", "listPanels", kOrganiser, list),
    api::creating_post("/api/contests/{contest}/panels", "createPanel", kOrganiser, create),
    api::get("/api/contests/{contest}/panels/{panel}", "getPanel", kOrganiser, get_one),
    api::put("/api/contests/{contest}/panels/{panel}", "updatePanel", kOrganiser, change),
    api::del("/api/contests/{contest}/panels/{panel}", "deletePanel", kOrganiser, remove),
};

}  // namespace

std::span<const api::Route> panel_routes() { return kRoutes; }

}  // namespace guong::judging

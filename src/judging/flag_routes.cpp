// HTTP of flags: judges raise and lower them, the board reads them.
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/judging/flag.h"
#include "judging/judging_views.h"
#include "judging/routes.h"

namespace guong::judging {
namespace {

using nlohmann::json;
constexpr std::size_t kNoteMax = 2000;

http::Response put(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  api::FieldReader fields(call.body());
  Flag flag;
  flag.kind = fields.choice("kind", {"suspected_copy", "rule_breach", "other"});
  flag.note = fields.text("note", kNoteMax);
  flag.raised_at = call.now();
  fields.done();
  call.write([&](store::Tx& tx) { raise_flag(tx, call.context(), contest, code, flag); });
  return api::no_content();
}

http::Response del(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  call.write([&](store::Tx& tx) { lower_flag(tx, call.context(), contest, code); });
  return api::no_content();
}

http::Response list(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  std::vector<json> items;
  for (const auto& raised :
       call.read([&](store::Reader& reader) { return raised_flags(reader, contest, round); }))
    items.push_back(raised_flag_json(raised));
  return api::list_answer(std::move(items));
}

using api::Role;
constexpr api::Route kRoutes[] = {
    api::put("/api/contests/{contest}/judge/works/{code}/flag", "raiseFlag", api::only(Role::judge), put),
    api::del("/api/contests/{contest}/judge/works/{code}/flag", "lowerFlag", api::only(Role::judge), del),
    api::get("/api/contests/{contest}/rounds/{round}/flags", "listFlags",
             api::any_of(Role::organiser | Role::secretary | Role::head), list),
};

}  // namespace

std::span<const api::Route> flag_routes() { return kRoutes; }

}  // namespace guong::judging

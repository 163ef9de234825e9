// HTTP of those who are named as co-authors: what names them, yes or no.
#include <nlohmann/json.hpp>

#include "entries/draft/co_author_service.h"
#include "entries/draft/draft_routes.h"
#include "guong/api/answer.h"
#include "guong/base/nullable_json.h"

namespace guong::entries {
namespace {

using nlohmann::json;

json to_json(const CoAuthorship& one) {
  return {{"entry", one.entry.value},
          {"contest",
           {{"id", one.contest.value},
            {"slug", one.contest_slug},
            {"name", {{"vi", one.contest_name.vi}, {"en", one.contest_name.en}}}}},
          {"title", one.title},
          {"author", one.author},
          {"state", co_author_state_name(one.state)},
          {"asked_at", to_rfc3339(one.asked_at)},
          {"confirm_by", or_null(one.confirm_by)},
          {"open", one.open}};
}

http::Response get_co_authorships(api::ReadCall& call) {
  std::vector<json> items;
  call.read([&](store::Reader& reader) {
    for (const auto& one : own_co_authorships(reader, call.context())) items.push_back(to_json(one));
  });
  return api::list_answer(std::move(items));
}

http::Response post_confirm(api::WriteCall& call) {
  const auto entry = call.path_id<EntryId>("entry");
  call.write([&](store::Tx& tx) { confirm_co_authorship(tx, call.context(), entry); });
  return api::no_content();
}

http::Response post_decline(api::WriteCall& call) {
  const auto entry = call.path_id<EntryId>("entry");
  call.write([&](store::Tx& tx) { decline_co_authorship(tx, call.context(), entry); });
  return api::no_content();
}

constexpr api::Route kRoutes[] = {
    api::get("/api/me/co-authorships", "listCoAuthorships", api::kSignedIn, get_co_authorships),
    api::post("/api/me/co-authorships/{entry}/confirm", "confirmCoAuthorship", api::kSignedIn, post_confirm),
    api::post("/api/me/co-authorships/{entry}/decline", "declineCoAuthorship", api::kSignedIn, post_decline),
};

}  // namespace

std::span<const api::Route> co_author_routes() { return kRoutes; }

}  // namespace guong::entries

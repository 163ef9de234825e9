// HTTP of what was done to one's own account.
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

http::Response list_own_notices(api::ReadCall& call) {
  return call.read([&](store::Reader& reader) {
    const auto notices_before = [&](const NoticeCursor& before, int limit) {
      return list_notices(reader, call.actor().account, before, limit);
    };
    const auto page =
        api::page_after(call.cursor<NoticeCursor>(), call.limit(), notices_before, [](const Notice& notice) {
          return NoticeCursor{notice.at, notice.id};
        });
    std::vector<json> items;
    for (const auto& notice : page.lines)
      items.push_back(notice_json(
          notice, notice.contest ? contest_name(reader, *notice.contest) : std::nullopt, call.lang()));
    return api::list_answer(std::move(items), page.next);
  });
}

http::Response mark_seen(api::WriteCall& call) {
  call.write([&](store::Tx& tx) { mark_notices_seen(tx, call.actor().account, call.now()); });
  return api::no_content();
}

constexpr api::Route kRoutes[] = {
    api::get("/api/me/notices", "listNotices", api::kSignedIn, list_own_notices),
    api::post("/api/me/notices/seen", "markNoticesSeen", api::kSignedIn, mark_seen),
};

}  // namespace

std::span<const api::Route> notice_routes() { return kRoutes; }

}  // namespace guong::accounts

// HTTP of what waits for a second person: roles that were proposed, and new passwords of people who hold one.
// Each reads only what they themselves may confirm.
#include <nlohmann/json.hpp>

#include "accounts/account_views.h"
#include "accounts/contest_names.h"
#include "accounts/grant_service.h"
#include "accounts/reset_service.h"
#include "accounts/route_helpers.h"
#include "accounts/routes.h"

namespace guong::accounts {
namespace {

using nlohmann::json;

constexpr int kAtOnce = 200;
constexpr std::size_t kRolesShown = 200;  // what is confirmed makes room for the others

/// Calls `f` for every proposal, oldest first, while it gives true.
template <class F>
void each_proposal(store::Reader& reader, F f) {
  for (ProposalCursor after;;) {
    const auto some = list_proposals(reader, after, kAtOnce);
    for (const auto& one : some)
      if (!f(one)) return;
    if (some.size() < kAtOnce) return;
    after = {some.back().proposed_at, some.back().id};
  }
}

void add_roles(store::Reader& reader, const api::UseCaseContext& context, std::vector<json>& items) {
  each_proposal(reader, [&](const Proposal& one) {
    if (may_confirm(reader, context, one.grant)) {
      const auto name = contest_name(reader, *one.grant.contest).value_or(ContestName{});
      items.push_back(confirmation_json(one, name));
    }
    return items.size() < kRolesShown;
  });
}

/// Of the whole installation for those who approve there, else of one's contests.
std::vector<Reset> resets_to_approve(store::Reader& reader, const api::UseCaseContext& context) {
  const auto since = context.now - kResetRequestLife;
  if (!approves_everywhere(context.actor))
    return contest_resets(reader, context.actor.account, context.now, since, kAtOnce);
  auto resets = list_resets(reader, context.now, since, {}, kAtOnce);
  std::erase_if(resets, [&](const Reset& reset) {
    return !reset.needs_two || reset.account == context.actor.account ||
           has_approved(reader, reset.id, context.actor.account);
  });
  return resets;
}

http::Response list_confirmations(api::ReadCall& call) {
  std::vector<json> items;
  call.read([&](store::Reader& reader) {
    add_roles(reader, call.context(), items);
    for (const auto& reset : resets_to_approve(reader, call.context()))
      items.push_back(confirmation_json(reset));
  });
  return api::list_answer(std::move(items));
}

constexpr api::Route kRoutes[] = {
    api::get("/api/confirmations", "listConfirmations", api::kSignedIn, list_confirmations),
};

}  // namespace

std::span<const api::Route> confirmation_routes() { return kRoutes; }

}  // namespace guong::accounts

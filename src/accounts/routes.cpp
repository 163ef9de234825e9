// Joins the route tables of this module into one.
#include "accounts/routes.h"

#include "guong/accounts/account_routes.h"

namespace guong::accounts {

const std::vector<api::Route>& account_routes() {
  static const std::vector<api::Route> routes = [] {
    std::vector<api::Route> all;
    for (const auto part : {own_account_routes(), notice_routes(), session_routes(), reset_routes(),
                            invitation_routes(), grant_routes(), confirmation_routes(), member_routes()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return routes;
}

}  // namespace guong::accounts

// Joins the route tables of this module into one.
#include "guong/judging/judging_routes.h"

#include "judging/routes.h"

namespace guong::judging {

const std::vector<api::Route>& judging_routes() {
  static const std::vector<api::Route> routes = [] {
    std::vector<api::Route> all;
    for (const auto part : {panel_routes(), round_routes(), assignment_routes(), desk_routes(), flag_routes(),
                            judge_change_routes()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return routes;
}

}  // namespace guong::judging

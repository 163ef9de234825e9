// The tables of the module's three sides, put together.
#include "guong/entries/entry_routes.h"

#include "entries/draft/draft_routes.h"
#include "entries/secretary/count_routes.h"
#include "entries/secretary/export_routes.h"
#include "entries/secretary/secretary_routes.h"

namespace guong::entries {

const std::vector<api::Route>& entry_routes() {
  static const std::vector<api::Route> routes = [] {
    std::vector<api::Route> all;
    for (const auto& part :
         {draft_routes(), co_author_routes(), secretary_routes(), count_routes(), export_routes()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return routes;
}

}  // namespace guong::entries

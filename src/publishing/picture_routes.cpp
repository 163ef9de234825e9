// Addresses of drawn pictures. One of what is not public answers as an address that leads nowhere: nobody learns from a
// picture that something exists.
#include "publishing/picture_routes.h"

#include "publishing/drawn_pictures.h"
#include "publishing/page_answer.h"

namespace guong::publishing {
namespace {

http::Response get_contest_cover(api::ReadCall& call) {
  return page_answer(call, contest_cover(call.path_text("slug")));
}
http::Response get_work_cover(api::ReadCall& call) {
  return page_answer(call, work_cover(call.path_text("slug")));
}
http::Response get_portrait(api::ReadCall& call) {
  return page_answer(call, exemplar_portrait(call.path_text("slug")));
}
http::Response get_medal(api::ReadCall& call) { return page_answer(call, medal(call.path_text("rank"))); }

}  // namespace

std::vector<api::Route> picture_routes() {
  using api::get;
  using api::kAnyone;
  return {get("/hinh/cuoc-thi/{slug}.svg", "page:contest-cover", kAnyone, get_contest_cover),
          get("/hinh/tac-pham/{slug}.svg", "page:work-cover", kAnyone, get_work_cover),
          get("/hinh/dien-hinh/{slug}.svg", "page:portrait", kAnyone, get_portrait),
          get("/hinh/huy-chuong/{rank}.svg", "page:medal", kAnyone, get_medal)};
}

}  // namespace guong::publishing

// Addresses of drawn pictures. One of what is not public answers as an address that leads nowhere: nobody
// learns from a picture that something exists.
#include "publishing/picture_routes.h"

#include "guong/results/published_cover.h"
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

http::Response share_answer(const api::ReadCall& call, const PageSource& source) {
  return page_answer(call, call.services().store.state().of<SharePictures>(), source);
}
http::Response get_home_share(api::ReadCall& call) { return share_answer(call, home_share()); }
http::Response get_contest_share(api::ReadCall& call) {
  return share_answer(call, contest_share(call.path_text("slug")));
}
http::Response get_work_share(api::ReadCall& call) {
  return share_answer(call, work_share(call.path_text("slug")));
}
http::Response get_exemplar_share(api::ReadCall& call) {
  return share_answer(call, exemplar_share(call.path_text("slug")));
}

/// Drawn, lettered and compressed for longer than a page is made.
api::Route lettered(std::string_view pattern, std::string_view id, api::ReadHandler handler) {
  return api::heavy(api::slow_get(pattern, id, api::kAnyone, handler));
}

http::Response cover_size(api::ReadCall& call, std::string_view kind) {
  const std::string& text = call.path_text("width");
  for (const int width : results::kCoverWidths)
    if (text == std::to_string(width))
      return call.read([&](store::Reader& reader) {
        return results::cover_file(reader, call.blobs(), call.request(), call.path_text("slug"), width, kind);
      });
  throw Error::not_found();
}
http::Response get_cover_webp(api::ReadCall& call) { return cover_size(call, "webp"); }
http::Response get_cover_jpeg(api::ReadCall& call) { return cover_size(call, "jpeg"); }

}  // namespace

std::vector<api::Route> picture_routes() {
  using api::get;
  using api::kAnyone;
  return {get("/hinh/cuoc-thi/{slug}.svg", "page:contest-cover", kAnyone, get_contest_cover),
          get("/hinh/tac-pham/{slug}.svg", "page:work-cover", kAnyone, get_work_cover),
          get("/hinh/dien-hinh/{slug}.svg", "page:portrait", kAnyone, get_portrait),
          get("/hinh/huy-chuong/{rank}.svg", "page:medal", kAnyone, get_medal),
          api::slow_get("/tac-pham/{slug}/bia/{width}.webp", "page:work-picture", kAnyone, get_cover_webp),
          api::slow_get("/tac-pham/{slug}/bia/{width}.jpg", "page:work-picture", kAnyone, get_cover_jpeg),
          lettered("/hinh/guong.png", "page:home-share", get_home_share),
          lettered("/hinh/cuoc-thi/{slug}.png", "page:contest-share", get_contest_share),
          lettered("/hinh/tac-pham/{slug}.png", "page:work-share", get_work_share),
          lettered("/hinh/dien-hinh/{slug}.png", "page:exemplar-share", get_exemplar_share)};
}

}  // namespace guong::publishing

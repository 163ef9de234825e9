// Addresses of drawn pictures; their routes are in picture_routes.cpp.
#include "publishing/picture_paths.h"

namespace guong::publishing {
namespace {

std::string picture(std::string_view folder, std::string_view name, std::string_view ending) {
  return "/hinh/" + std::string(folder) + "/" + std::string(name) + std::string(ending);
}

}  // namespace

std::string contest_cover_path(std::string_view slug) { return picture("cuoc-thi", slug, ".svg"); }
std::string work_cover_path(std::string_view slug) { return picture("tac-pham", slug, ".svg"); }
std::string portrait_path(std::string_view exemplar_slug) {
  return picture("dien-hinh", exemplar_slug, ".svg");
}
std::string medal_path(int rank) { return picture("huy-chuong", std::to_string(rank), ".svg"); }

std::string cover_size_path(std::string_view work_slug, int width, std::string_view ending) {
  return "/tac-pham/" + std::string(work_slug) + "/bia/" + std::to_string(width) + "." + std::string(ending);
}

std::string home_share_path() { return "/hinh/guong.png"; }
std::string contest_share_path(std::string_view slug) { return picture("cuoc-thi", slug, ".png"); }
std::string work_share_path(std::string_view slug) { return picture("tac-pham", slug, ".png"); }
std::string exemplar_share_path(std::string_view slug) { return picture("dien-hinh", slug, ".png"); }

}  // namespace guong::publishing

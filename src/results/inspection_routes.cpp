// HTTP of the inspector: one list page by page, or all of them as one file, for programs or on paper.
#include "results/inspection_routes.h"

#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/contests/contest.h"
#include "guong/store/cosignatures.h"
#include "results/inspection.h"
#include "results/inspection_pdf.h"

namespace guong::results {
namespace {

using nlohmann::json;

constexpr std::size_t kDossierMax = 256u << 20;

json line_json(const InspectionLine& line, bool has_time) {
  json out{{"values", line.values}};
  out["at"] = has_time ? json(to_rfc3339(line.at)) : json(line.values.at("time"));
  return out;
}

/// The day by ?at= (the moment of the request without it), as RFC 3339.
Timestamp until_of(const api::ReadCall& call) {
  const auto asked = call.request().query_value("at");
  if (!asked) return call.now();
  const auto time = from_rfc3339(*asked);
  if (!time) throw Error(ErrorKind::malformed, "results.not_a_time");
  return *time;
}

http::Response get_list(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& list = call.path_text("list");
  const auto until = until_of(call);
  const auto lines_after = [&](const InspectionCursor& after, int limit) {
    return call.read([&](store::Reader& reader) {
      return inspect(reader, call.context(), contest, list, until, after, limit);
    });
  };
  const auto page = api::page_after(call.cursor<InspectionCursor>(), call.limit(), lines_after,
                                    [](const InspectionLine& line) {
                                      return InspectionCursor{line.at, line.key};
                                    });
  std::vector<json> items;
  for (const auto& line : page.lines) items.push_back(line_json(line, list != "records"));
  return api::list_answer(std::move(items), page.next);
}

json whole_list(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                std::string_view list, Timestamp until, std::size_t& bytes) {
  json out = json::array();
  each_line(reader, context, contest, list, until, [&](const InspectionLine& line) {
    out.push_back(line_json(line, list != "records"));
    bytes += out.back().dump().size();
    if (bytes > kDossierMax) throw Error(ErrorKind::too_large, "results.dossier_too_large");
  });
  return out;
}

http::Response get_dossier(api::ReadCall& call) {
  const auto id = call.path_id<ContestId>("contest");
  const auto until = until_of(call);
  return call.read([&](store::Reader& reader) {
    const auto contest = contests::find_contest(reader, id);
    const auto head = store::cosigned_head(reader);
    json out{{"contest", {{"id", id.value}, {"slug", contest.slug}}},
             {"as_of", to_rfc3339(until)},
             {"made_at", to_rfc3339(call.now())},
             {"checkpoint", head ? json(head->note) : json(nullptr)}};
    std::size_t bytes = 0;
    for (const auto list : kInspectionLists)
      out[std::string(list)] = whole_list(reader, call.context(), id, list, until, bytes);
    auto answer = api::json_answer(out);
    return std::move(
        answer.set("Content-Disposition", "attachment; filename=\"" + contest.slug + "-giam-sat.json\""));
  });
}

http::Response get_dossier_pdf(api::ReadCall& call) {
  const auto id = call.path_id<ContestId>("contest");
  const auto until = until_of(call);
  std::string slug;
  const auto sheet = call.read([&](store::Reader& reader) {
    slug = contests::find_contest(reader, id).slug;
    return inspection_sheet(reader, call.context(), id, {until, call.services().base_url}, call.lang());
  });
  http::Response answer;
  answer.body = documents::pdf(sheet);
  return std::move(answer.set("Content-Type", "application/pdf")
                       .set("Content-Disposition", "attachment; filename=\"" + slug + "-giam-sat.pdf\"")
                       .set("Cache-Control", "private, no-store"));
}

constexpr auto kInspector = api::only(api::Role::inspector);
constexpr api::Route kRoutes[] = {
    api::slow_get("/api/contests/{contest}/inspection", "getDossier", kInspector, get_dossier),
    api::heavy(api::slow_get("/api/contests/{contest}/inspection.pdf", "getDossierPdf", kInspector,
                             get_dossier_pdf)),
    api::slow_get("/api/contests/{contest}/inspection/{list}", "listInspection", kInspector, get_list),
};

}  // namespace

std::span<const api::Route> inspection_routes() { return kRoutes; }

}  // namespace guong::results

// HTTP of the list as a file: written to disk page by page and then sent, so that memory does not grow with
// it.
#include "entries/secretary/export_routes.h"

#include <algorithm>

#include "entries/entry_access.h"
#include "entries/secretary/secretary_routes.h"
#include "guong/api/answer.h"
#include "guong/base/temporary_file.h"
#include "guong/base/text.h"
#include "guong/documents/spreadsheet.h"

namespace guong::entries {
namespace {

using api::ReadCall;
using api::Role;
using documents::SpreadsheetCell;

constexpr int kPage = 1000;
constexpr std::size_t kMostOrdered = 100'000;  // lines that are kept to be put in order

struct Form {
  std::string_view name, media_type;
  std::unique_ptr<documents::Spreadsheet> (*make)(const std::filesystem::path&,
                                                  const documents::SpreadsheetForm&);
};
constexpr Form kForms[] = {
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", documents::xlsx_file},
    {"csv", "text/csv; charset=utf-8", documents::csv_file},
};

const Form& asked_form(const ReadCall& call) {
  const auto asked = call.request().query_value("format").value_or("xlsx");
  for (const auto& form : kForms)
    if (form.name == asked) return form;
  throw Error(ErrorKind::malformed, "entries.format_unknown");
}

/// What a line is put in order by; nothing for the order in which entries came.
using Key = std::string (*)(const ListedEntry&);
constexpr std::pair<std::string_view, Key> kOrders[] = {
    {"came", nullptr},
    {"title", [](const ListedEntry& line) { return sort_key(line.title); }},
    {"exemplar", [](const ListedEntry& line) { return person_sort_key(line.exemplar_name); }},
};

Key asked_order(const ReadCall& call) {
  const auto asked = call.request().query_value("order").value_or("came");
  for (const auto& [name, key] : kOrders)
    if (name == asked) return key;
  throw Error(ErrorKind::malformed, "entries.order_unknown");
}

documents::SpreadsheetForm table_of(const rules::RuleBook& rules, Lang lang) {
  const auto head = [&](const char* key) { return message(std::string("entries.sheet.") + key, lang); };
  return {head("name"),
          {{head("number"), 12},
           {head("title"), 48, true},
           {head("exemplar"), 28, true},
           {head("category"), 20},
           {head("field"), 28},
           {head("state"), 16},
           {head("submitted_at"), 17},
           {head("version"), 9},
           {head("reply_by"), 17}},
          rules.calendar.zone};
}

std::vector<SpreadsheetCell> cells_of(const ListedEntry& line, const rules::RuleBook& rules, Lang lang) {
  const auto* category = rules::find_category(rules, line.category);
  const auto* field = rules::find_field(rules, line.field);
  return {line.number,
          line.title,
          line.exemplar_name,
          category ? category->name.in(lang) : line.category,
          field ? field->name.in(lang) : line.field,
          message("entries.sheet.state." + std::string(state_name(line.state)), lang),
          line.submitted_at,
          line.version,
          line.reply_by ? SpreadsheetCell(*line.reply_by) : SpreadsheetCell()};
}

/// Every line that the filter lets through, page after page.
template <class F>
void each_line(store::Reader& reader, ContestId contest, const ListFilter& filter, F f) {
  std::optional<ListCursor> after = ListCursor{};
  for (std::int64_t left = documents::kMostRows; left > 0 && after;) {
    const auto page = list_in_contest(reader, contest, filter, *after,
                                      static_cast<int>(std::min<std::int64_t>(left, kPage)));
    for (const auto& line : page.lines) f(line);
    after = page.next;
    left -= static_cast<std::int64_t>(page.lines.size());
  }
}

template <class F>
void each_ordered(store::Reader& reader, ContestId contest, const ListFilter& filter, Key key, F f) {
  std::vector<std::pair<std::string, ListedEntry>> kept;
  each_line(reader, contest, filter, [&](const ListedEntry& line) {
    if (kept.size() == kMostOrdered)
      throw Error(ErrorKind::conflict, "entries.too_many_to_order", {{"max", std::to_string(kMostOrdered)}});
    kept.emplace_back(key(line), line);
  });
  std::ranges::stable_sort(kept, {}, [](const auto& one) -> const std::string& { return one.first; });
  for (const auto& [sorted_by, line] : kept) f(line);
}

http::Response get_export(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto filter = filter_of(call, contest);
  const auto& form = asked_form(call);
  const auto order = asked_order(call);
  const TemporaryFile file(call.blobs().temporary_folder() / ("export-" + call.services().random.code(16)));
  std::string slug, today;
  call.read([&](store::Reader& reader) {
    const auto now = contest_now(reader, contest);
    const auto sheet = form.make(file.path(), table_of(*now.rules, call.lang()));
    const auto write = [&](const ListedEntry& line) { sheet->row(cells_of(line, *now.rules, call.lang())); };
    if (order)
      each_ordered(reader, contest, filter, order, write);
    else
      each_line(reader, contest, filter, write);
    sheet->finish();
    slug = now.head.slug;
    today = to_local_iso_date(call.now(), now.rules->calendar.zone);
  });
  http::Response answer;
  const auto written = open_file_source(file.path());  // sent without its name
  answer.body = http::FileBody{written, 0, written->size()};
  answer.set("Content-Type", std::string(form.media_type)).set("Cache-Control", "no-store");
  const auto name = slug + "-" + today + "." + std::string(form.name);
  return std::move(answer.set("Content-Disposition", "attachment; filename=\"" + name + "\""));
}

constexpr api::Route kRoutes[] = {
    api::heavy(api::slow_get("/api/contests/{contest}/entries/export", "exportEntries",
                             api::any_of(Role::secretary | Role::organiser | Role::head), get_export)),
};

}  // namespace

std::span<const api::Route> export_routes() { return kRoutes; }

}  // namespace guong::entries

// Order and words of the paper. Everything comes from inspect(): what an inspector may not read yet is not in
// it either.
#include "results/inspection_pdf.h"

#include <algorithm>
#include <utility>

#include "guong/base/bytes.h"
#include "guong/contests/contest.h"
#include "guong/ledger/checkpoint.h"
#include "guong/store/cosignatures.h"
#include "guong/units/unit.h"

namespace guong::results {
namespace {

using namespace documents;

/// The lines that stand on the paper, and how many there are.
struct Excerpt {
  std::size_t total = 0;
  std::vector<InspectionLine> lines;
  void take(const InspectionLine& line) {
    if (++total <= kDossierLines) lines.push_back(line);
  }
};

struct Dossier {
  contests::ContestHead contest;
  std::string host, zone;
  Timestamp until, made;
  std::string base_url;
  bool joined = false;
  Excerpt works, people, assignments, waivers, cards;
  Excerpt records, releases, decisions;  // all three of the ledger's records
  std::optional<store::PublicHead> head;
};

constexpr std::string_view kDecisions[] = {"contest.", "round.", "panel.", "codes.", "awards.", "result."};

const std::string& value(const InspectionLine& line, const std::string& name) {
  static const std::string nothing;
  const auto found = line.values.find(name);
  return found == line.values.end() ? nothing : found->second;
}

Dossier read_dossier(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                     const DossierSetting& setting) {
  Dossier out;
  const auto take = [&](std::string_view list, Excerpt& into) {
    each_line(reader, context, contest, list, setting.until, [&](const auto& line) { into.take(line); });
  };
  take("works", out.works);
  take("people", out.people);
  take("assignments", out.assignments);
  take("waivers", out.waivers);
  take("cards", out.cards);
  each_line(reader, context, contest, "records", setting.until, [&](const InspectionLine& line) {
    const auto& kind = value(line, "kind");
    out.records.take(line);
    if (value(line, "leak_check") == "released") out.releases.take(line);
    if (std::ranges::any_of(kDecisions, [&](auto step) { return kind.starts_with(step); }))
      out.decisions.take(line);
  });
  out.contest = contests::find_contest(reader, contest);
  const auto host = units::find_unit(reader, out.contest.host_unit);
  out.host = host ? host->name : "";
  out.zone = contests::contest_rules(reader, contest)->calendar.zone;
  out.until = setting.until;
  out.made = context.now;
  out.base_url = setting.base_url;
  out.joined = out.contest.state == contests::ContestState::settled ||
               out.contest.state == contests::ContestState::published;
  out.head = store::cosigned_head(reader);
  return out;
}

/// The articles, all of one dossier in one language.
class Paper {
 public:
  Paper(Dossier dossier, Lang lang) : dossier_(std::move(dossier)), lang_(lang) {}

  Sheet sheet() const {
    Sheet out;
    out.lang = lang_;
    out.issuer = dossier_.host;
    out.kind = say("kind");
    out.subject = dossier_.contest.name.in(lang_);
    out.articles = {about(), counts(), people(), assignments(), waivers(), releases(), decisions(), ledger()};
    for (std::size_t i = 0; i < out.articles.size(); ++i)
      out.articles[i].title = std::to_string(i + 1) + ". " + out.articles[i].title;
    out.remarks = {say("sources", {{"address", json_address()}})};
    out.made = dossier_.made;
    return out;
  }

 private:
  std::string say(const std::string& key, const Params& params = {}) const {
    return message("results.dossier_" + key, lang_, params);
  }
  /// In words where there are words for it.
  std::string named(const std::string& prefix, std::string text) const {
    std::ranges::replace(text, '.', '_');
    const auto key = "results.dossier_" + prefix + text;
    return has_message(key) ? message(key, lang_) : "";
  }
  std::string named_or_same(const std::string& prefix, const std::string& text) const {
    const auto words = named(prefix, text);
    return words.empty() ? text : words;
  }
  std::string time(Timestamp at) const { return to_local_text(at, dossier_.zone); }
  std::string time(const std::string& text) const {
    const auto at = from_rfc3339(text);
    return at ? time(*at) : text;
  }
  std::string json_address() const {
    return dossier_.base_url + "/api/contests/" + std::to_string(dossier_.contest.id.value) +
           "/inspection?at=" + to_rfc3339(dossier_.until);
  }

  Article about() const {
    return {
        say("about"),
        {Facts{{{say("contest"), dossier_.contest.name.in(lang_)},
                {say("slug"), dossier_.contest.slug},
                {say("as_of"), time(dossier_.until)},
                {say("made_at"), time(dossier_.made)},
                {say("state"), named("state_", std::string(contests::state_name(dossier_.contest.state)))}}},
         Paragraph{say("no_authors"), true}}};
  }

  Article counts() const {
    Table table{say("counts"), {{say("list")}, {say("lines"), true}}, {}};
    const std::pair<const char*, const Excerpt&> kRows[] = {{"works", dossier_.works},
                                                            {"people", dossier_.people},
                                                            {"assignments", dossier_.assignments},
                                                            {"waivers", dossier_.waivers},
                                                            {"cards", dossier_.cards},
                                                            {"releases", dossier_.releases},
                                                            {"decisions", dossier_.decisions},
                                                            {"records", dossier_.records}};
    for (const auto& [name, lines] : kRows)
      table.rows.push_back({{say(name), ""}, {std::to_string(lines.total), ""}});
    return {say("counts"), {std::move(table), Paragraph{say("counts_mean"), true}}};
  }

  /// A table of the lines, or that there are none; and how many more there are than stand here.
  template <class RowOf>
  Article list(const std::string& name, const Excerpt& excerpt, const std::vector<std::string>& columns,
               RowOf row_of) const {
    Article out{say(name), {}};
    if (excerpt.lines.empty()) {
      out.blocks.emplace_back(Paragraph{say("nothing")});
      return out;
    }
    Table table{say(name), {}, {}};
    for (const auto& column : columns) table.columns.push_back({say(column)});
    for (const auto& line : excerpt.lines) table.rows.push_back(row_of(line));
    out.blocks.emplace_back(std::move(table));
    if (excerpt.total > excerpt.lines.size())
      out.blocks.emplace_back(
          Paragraph{say("more", {{"shown", std::to_string(excerpt.lines.size())},
                                 {"more", std::to_string(excerpt.total - excerpt.lines.size())}})});
    return out;
  }

  Article people() const {
    return list("people", dossier_.people, {"person", "role", "from_to", "given_by"},
                [&](const InspectionLine& line) -> std::vector<Cell> {
                  return {{value(line, "person"), ""},
                          {named_or_same("role_", value(line, "role")) +
                               (value(line, "on") == "installation" ? " (" + say("installation") + ")" : ""),
                           ""},
                          {span(line), ""},
                          {with(value(line, "given_by"), value(line, "decision")), ""}};
                });
  }
  /// From when, and until when if it has ended or is to end.
  std::string span(const InspectionLine& line) const {
    return with(time(line.at), value(line, "until").empty() ? "" : "→ " + time(value(line, "until")));
  }
  static std::string with(const std::string& text, const std::string& more) {
    return more.empty() ? text : text.empty() ? more : text + "\n" + more;
  }
  std::string work(const InspectionLine& line) const {
    return value(line, "round").empty()
               ? value(line, "code")
               : say("code_of_round", {{"code", value(line, "code")}, {"round", value(line, "round")}});
  }

  Article assignments() const {
    return list(
        "assignments", dossier_.assignments, {"code", "judge", "from_to", "assigned"},
        [&](const InspectionLine& line) -> std::vector<Cell> {
          return {{work(line), ""},
                  {value(line, "judge"), ""},
                  {span(line), ""},
                  {with(named_or_same("assignment_", value(line, "state")), value(line, "assigned_by")), ""}};
        });
  }

  Article waivers() const {
    return list("waivers", dossier_.waivers, {"time", "code", "judge", "reason", "waived_by"},
                [&](const InspectionLine& line) -> std::vector<Cell> {
                  return {{time(line.at), ""},
                          {value(line, "code"), ""},
                          {value(line, "judge"), ""},
                          {value(line, "reason"), ""},
                          {value(line, "waived_by"), ""}};
                });
  }

  Article releases() const {
    auto out = list("releases", dossier_.releases, {"time", "code", "reason", "who"},
                    [&](const InspectionLine& line) -> std::vector<Cell> {
                      return {{time(value(line, "time")), ""},
                              {value(line, "code"), ""},
                              {value(line, "release_reason"), ""},
                              {value(line, "actor"), ""}};
                    });
    if (!dossier_.joined) out.blocks = {Paragraph{say("releases_later")}};
    return out;
  }

  Article decisions() const {
    return list("decisions", dossier_.decisions, {"seq", "time", "act", "who"},
                [&](const InspectionLine& line) -> std::vector<Cell> {
                  return {{value(line, "seq"), ""},
                          {time(value(line, "time")), ""},
                          {with(named_or_same("act_", value(line, "kind")), said(line)), ""},
                          {value(line, "actor"), ""}};
                });
  }
  /// What a record says of its act, where people have a word for it.
  std::string said(const InspectionLine& line) const {
    std::string out;
    for (const auto& [name, text] : line.values) {
      const auto word = text.empty() ? "" : named("value_", name);
      if (word.empty()) continue;
      std::string told = word + ": ";
      told += name == "at" ? time(text) : text;
      out = with(out, told);
    }
    return out;
  }

  Article ledger() const {
    Article out{say("ledger"), {}};
    const auto head = dossier_.head ? ledger::read_unverified_checkpoint(dossier_.head->note) : std::nullopt;
    if (!head) {
      out.blocks.emplace_back(Paragraph{say("no_head")});
      return out;
    }
    out.blocks = {Paragraph{say("head_means")},
                  Facts{{{say("head_size"), std::to_string(head->size)},
                         {say("head_root"), to_hex(as_text(head->root))}}},
                  Paragraph{say("head_note")}, Paragraph{dossier_.head->note, false, true}};
    return out;
  }

  const Dossier dossier_;
  const Lang lang_;
};

}  // namespace

Sheet inspection_sheet(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                       const DossierSetting& setting, Lang lang) {
  return Paper(read_dossier(reader, context, contest, setting), lang).sheet();
}

}  // namespace guong::results

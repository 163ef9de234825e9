// What the rules say to those who enter: what the contest is, who may enter, what a work must be, when and
// how it is handed in.
#include <nlohmann/json.hpp>

#include "publishing/rules_parts.h"

namespace guong::publishing::articles {

using documents::Facts;
using documents::Paragraph;
using documents::Subheading;
using nlohmann::json;

Article about(const RulesSource& source, Lang lang) {
  const auto& rules = source.rules;
  Article out{say(lang, "about"), {}};
  std::string_view summary = rules.summary.in(lang);
  while (!summary.empty()) {
    const auto end = summary.find("\n\n");
    add(out, Paragraph{std::string(summary.substr(0, end))});
    summary.remove_prefix(end == std::string_view::npos ? summary.size() : end + 2);
  }
  add(out,
      Facts{{{say(lang, "host"), source.host_unit},
             {say(lang, "co_organisers"), joined(locals(member(source.document, "co_organisers"), lang))},
             {say(lang, "level"), say(lang, "level_" + rules.level)},
             {say(lang, "series"), source.document.value("series", "")},
             {say(lang, "edition"), rules.edition},
             {say(lang, "parent"), source.parent}}});
  return out;
}

namespace {

std::vector<std::string> named(const RulesSource& source, const std::vector<std::string>& codes) {
  std::vector<std::string> out;
  for (const auto& code : codes) out.push_back(unit_name(source, code));
  return out;
}

std::string roles_text(const std::vector<std::string>& roles, Lang lang) {
  std::vector<std::string> out;
  for (const auto& role : roles) out.push_back(say(lang, "role_" + role));
  return joined(out);
}

}  // namespace

Article entrants(const RulesSource& source, Lang lang) {
  const auto& e = source.rules.eligibility;
  const auto& read = member(source.document, "eligibility");
  Article out{say(lang, "entrants"), {}};
  std::vector<std::string> clauses{say(lang, "scope_" + e.scope)};
  const auto clause = [&](bool given, const std::string& key, const Params& params) {
    if (given) clauses.push_back(say(lang, key, params));
  };
  clause(!e.units.empty(), "units_covered", {{"units", joined(named(source, e.units))}});
  for (auto& note : locals(member(read, "eligible_notes"), lang)) clauses.push_back(std::move(note));
  clause(e.min_age.has_value(), "min_age", {{"age", number(e.min_age.value_or(0))}});
  clause(e.max_age.has_value(), "max_age", {{"age", number(e.max_age.value_or(0))}});
  clause(member(read, "guardian_consent_below").is_number(), "guardian_consent",
         {{"age", member(read, "guardian_consent_below").dump()}});
  clause(!e.excluded_roles.empty(), "excluded_roles", {{"roles", roles_text(e.excluded_roles, lang)}});
  clause(!e.excluded_units.empty(), "excluded_units", {{"units", joined(named(source, e.excluded_units))}});
  for (const auto& other : locals(member(read, "excluded_others"), lang))
    clause(true, "excluded_other", {{"who", other}});
  clause(e.max_entries.has_value(), "max_entries", {{"count", number(e.max_entries.value_or(0))}});
  if (e.co_authors_confirm_by)
    clause(true, "co_authors_confirm_by",
           {{"time", to_local_text(*e.co_authors_confirm_by, source.rules.calendar.zone)}});
  add_clauses(out, std::move(clauses));
  return out;
}

Article subject(const RulesSource& source, Lang lang) {
  const auto& s = member(source.document, "subject");
  Article out{say(lang, "subject"), {}};
  add_list(out, say(lang, "topics"), locals(member(source.document, "topics"), lang));
  std::vector<std::string> must = locals(member(s, "must"), lang);
  if (flag(s, "not_yet_honoured")) must.push_back(say(lang, "not_yet_honoured"));
  const std::string from = day(member(s, "deed_from"), source.rules.calendar.zone);
  if (!from.empty()) must.push_back(say(lang, "deed_from", {{"day", from}}));
  if (flag(s, "confirmation_by_unit")) must.push_back(say(lang, "confirmation_by_unit"));
  add_list(out, say(lang, "subject_must"), std::move(must));
  add_list(out, say(lang, "subject_excluded"), locals(member(s, "excluded"), lang));
  add(out, Paragraph{local(member(s, "honour"), lang)});
  return out;
}

namespace {

std::string kinds_text(const rules::FileRule& file) {
  std::vector<std::string> kinds;
  for (std::string kind : file.kinds) {
    for (char& c : kind) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    kinds.push_back(kind);
  }
  return joined(kinds);
}

/// "3 phút", "45 giây": minutes where the length is a whole number of them.
std::string length_text(std::int64_t ms, Lang lang) {
  const std::int64_t s = ms / 1000;
  return s % 60 == 0 ? say(lang, "minutes", {{"count", number(s / 60)}})
                     : say(lang, "seconds", {{"count", number(s)}});
}

std::string file_clause(const rules::FileRule& file, const json& read, Lang lang) {
  std::string text = say(lang,
                         file.min_count == 0                ? "file_optional"
                         : file.min_count == file.max_count ? "file_exactly"
                                                            : "file",
                         {{"name", file.name.in(lang)},
                          {"min", number(file.min_count)},
                          {"max", number(file.max_count)},
                          {"kinds", kinds_text(file)},
                          {"megabytes", number(file.max_bytes / 1'000'000)}});
  const auto more = [&](const std::string& key, const Params& params = {}) {
    text += " " + say(lang, key, params);
  };
  if (file.min_duration_ms) more("file_at_least", {{"length", length_text(*file.min_duration_ms, lang)}});
  if (file.max_duration_ms) more("file_at_most", {{"length", length_text(*file.max_duration_ms, lang)}});
  if (file.min_width) more("file_width", {{"pixels", number(*file.min_width)}});
  if (file.min_height) more("file_height", {{"pixels", number(*file.min_height)}});
  if (const std::string aspect = read.value("aspect", ""); !aspect.empty())
    more("file_aspect", {{"aspect", aspect}});
  if (const std::string how = read.value("narration", ""); !how.empty()) more("narration_" + how);
  if (flag(read, "captions")) more("file_captions");
  return text;
}

/// What the category says of earlier publication.
std::vector<std::string> publication_clauses(const json& publication, Lang lang, std::string_view zone) {
  if (!publication.is_object()) return {};
  std::vector<std::string> out{say(lang, "publication_" + publication.value("regime", "any"))};
  const std::string from = day(member(publication, "from"), zone), to = day(member(publication, "to"), zone);
  if (!from.empty()) out.push_back(say(lang, "published_from", {{"day", from}}));
  if (!to.empty()) out.push_back(say(lang, "published_to", {{"day", to}}));
  if (const auto proof = local(member(publication, "proof"), lang); !proof.empty()) out.push_back(proof);
  if (member(publication, "social_media_counts").is_boolean())
    out.push_back(say(lang, flag(publication, "social_media_counts") ? "social_media_counts"
                                                                     : "social_media_does_not_count"));
  return out;
}

std::vector<std::string> text_clauses(const rules::Category& c, const json& read, Lang lang) {
  std::vector<std::string> out;
  const auto limits = [&](const char* key) {
    out.push_back(
        say(lang, key, {{"min", number(c.min_words.value_or(1))}, {"max", number(c.max_words.value_or(0))}}));
  };
  if (c.max_words) limits("words");
  if (c.min_words && !c.max_words) limits("words_at_least");
  if (member(read, "min_pages").is_number())
    out.push_back(say(lang, "pages_at_least", {{"count", member(read, "min_pages").dump()}}));
  if (c.text_or_file) {
    out.push_back(say(lang, "text_or_file"));
  } else if (c.text) {
    out.push_back(say(lang, "text_typed"));
  }
  return out;
}

std::vector<std::string> category_clauses(const RulesSource& source, const rules::Category& c,
                                          const json& read, Lang lang) {
  std::vector<std::string> out;
  if (const auto genres = locals(member(read, "genres"), lang); !genres.empty())
    out.push_back(say(lang, "genres", {{"genres", joined(genres)}}));
  for (auto& clause : text_clauses(c, read, lang)) out.push_back(std::move(clause));
  for (std::size_t i = 0; i < c.files.size(); ++i)
    out.push_back(file_clause(c.files[i], read.at("files")[i], lang));
  out.push_back(say(lang, "max_authors", {{"count", number(c.max_authors)}}));
  if (c.max_entries) out.push_back(say(lang, "max_entries_of_category", {{"count", number(*c.max_entries)}}));
  if (member(read, "series_parts").is_number())
    out.push_back(say(lang, "series_parts", {{"count", member(read, "series_parts").dump()}}));
  for (auto& clause : publication_clauses(member(read, "publication"), lang, source.rules.calendar.zone))
    out.push_back(std::move(clause));
  if (member(read, "max_similarity_percent").is_number())
    out.push_back(
        say(lang, "max_similarity", {{"percent", decimal(member(read, "max_similarity_percent"), lang)}}));
  if (const std::string code = read.value("receiving_unit", ""); !code.empty())
    out.push_back(say(lang, "receiving_unit", {{"unit", unit_name(source, code)}}));
  for (auto& note : locals(member(read, "format_notes"), lang)) out.push_back(std::move(note));
  return out;
}

}  // namespace

Article categories(const RulesSource& source, Lang lang) {
  Article out{say(lang, "categories"), {}};
  const auto& read = source.document.at("categories");
  for (std::size_t i = 0; i < source.rules.categories.size(); ++i) {
    const auto& c = source.rules.categories[i];
    add(out, Subheading{c.name.in(lang)});
    add(out, Paragraph{say(lang, "kind_" + c.kind) + " · " + say(lang, "media_" + c.media), true});
    add_clauses(out, category_clauses(source, c, read[i], lang));
  }
  return out;
}

Article fields(const RulesSource& source, Lang lang) {
  Article out{say(lang, "fields"), {}};
  std::vector<std::string> names;
  for (const auto& field : source.rules.fields) names.push_back(field.name.in(lang));
  add_clauses(out, std::move(names));
  return out;
}

Article calendar(const RulesSource& source, Lang lang) {
  const auto& c = source.rules.calendar;
  const auto& read = source.document.at("calendar");
  Article out{say(lang, "calendar"), {}};
  const auto time = [&](std::optional<Timestamp> t) { return t ? to_local_text(*t, c.zone) : std::string(); };
  add(out, Facts{{{say(lang, "opens"), time(c.opens)},
                  {say(lang, "deadline"), time(c.deadline)},
                  {say(lang, "judging_from"), time(c.judging_from)},
                  {say(lang, "judging_to"), time(c.judging_to)},
                  {say(lang, "results_at"), time(c.results_at)},
                  {say(lang, "appeals_until"), time(c.appeals_until)}}});
  std::vector<std::string> clauses{say(lang, is_vietnam(c.zone) ? "server_clock_vietnam" : "server_clock")};
  if (c.grace.micros > 0)
    clauses.push_back(say(lang, "grace", {{"minutes", number(c.grace.micros / minutes(1).micros)}}));
  if (const std::string periods = read.value("periods", "none"); periods != "none")
    clauses.push_back(say(lang, "periods_" + periods));
  if (const std::string late = read.value("late_policy", ""); !late.empty())
    clauses.push_back(say(lang, "late_" + late));
  add_clauses(out, std::move(clauses));
  return out;
}

Article handing_in(const RulesSource& source, Lang lang) {
  const auto& document = source.document;
  const auto& submission = member(document, "submission");
  Article out{say(lang, "handing_in"), {}};
  const auto words = [&](const json& list, const std::string& prefix) {
    std::vector<std::string> texts;
    for (const auto& item : list) texts.push_back(say(lang, prefix + item.get<std::string>()));
    return joined(texts);
  };
  const auto& languages = member(document, "languages");
  std::vector<std::string> accepted;
  for (const auto& code : member(languages, "accepted")) {
    const std::string key = "publishing.language_" + code.get<std::string>();
    accepted.push_back(has_message(key) ? message(key, lang) : code.get<std::string>());
  }
  add(out, Facts{{{say(lang, "channels"), words(member(submission, "channels"), "channel_")},
                  {say(lang, "submission_address"), local(member(submission, "address"), lang)},
                  {say(lang, "author_data"), words(member(document, "author_data"), "datum_")},
                  {say(lang, "languages"), joined(accepted)}}});
  auto clauses = locals(member(submission, "notes"), lang);
  if (flag(languages, "translation_required")) clauses.push_back(say(lang, "translation_required"));
  add_clauses(out, std::move(clauses));
  return out;
}

Article declarations(const RulesSource& source, Lang lang) {
  Article out{say(lang, "declarations"), {}};
  std::vector<std::string> texts;
  for (const auto& d : source.rules.declarations)
    texts.push_back(d.required ? d.text.in(lang)
                               : say(lang, "declaration_optional", {{"text", d.text.in(lang)}}));
  add_clauses(out, std::move(texts));
  return out;
}

}  // namespace guong::publishing::articles

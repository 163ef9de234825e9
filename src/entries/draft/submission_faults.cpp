// The rules applied to a submission; every check adds its faults and none stops the others.
#include <algorithm>

#include "guong/base/list_text.h"
#include "guong/base/prose.h"
#include "guong/entries/entry.h"

namespace guong::entries {
namespace {

using rules::Category;
using rules::FileRule;
using rules::RuleBook;

using Faults = std::vector<Fault>;

/// "7:00", "1:02:03".
std::string clock_text(std::int64_t ms) {
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const auto total = ms / 1000;
  const auto tail = two(total % 60);
  if (total < 3600) return std::to_string(total / 60) + ":" + tail;
  return std::to_string(total / 3600) + ":" + two(total / 60 % 60) + ":" + tail;
}

/// "12,5 MB" by tens of kilobytes, rounded up so that a file just over the limit never reads as the limit.
std::string size_text(std::int64_t bytes, Lang lang) {
  if (bytes < 1'000'000) return std::to_string((bytes + 999) / 1000) + " kB";
  const auto hundredths = (bytes + 9'999) / 10'000;
  const auto rest = hundredths % 100;
  std::string out = std::to_string(hundredths / 100);
  if (rest) out += (lang == Lang::vi ? "," : ".") + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
  return out + " MB";
}

void check_time(Faults& out, const RuleBook& rules, const Moment& moment) {
  const auto& calendar = rules.calendar;
  if (intake_open(calendar, moment)) return;
  const bool early = moment.now < calendar.opens;
  const auto limit = early ? calendar.opens : intake_end(calendar, moment.reply_by);
  out.push_back({"",
                 early ? "entries.not_yet_open" : "entries.deadline_passed",
                 {{"time", to_local_text(limit, calendar.zone)}}});
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

void check_basics(Faults& out, const RuleBook& rules, const Content& content) {
  if (content.category.empty())
    out.push_back({"/category", "entries.category_missing", {}});
  else if (!find_category(rules, content.category))
    out.push_back({"/category", "entries.category_unknown", {}});
  if (content.field.empty()) {
    if (!rules.fields.empty()) out.push_back({"/field", "entries.field_missing", {}});
  } else if (!find_field(rules, content.field)) {
    out.push_back({"/field", "entries.field_unknown", {}});
  }
  if (blank(content.title)) out.push_back({"/title", "entries.title_missing", {}});
  if (blank(content.exemplar.name)) out.push_back({"/exemplar/name", "entries.exemplar_missing", {}});
  if (content.exemplar.kind.empty()) out.push_back({"/exemplar/kind", "entries.exemplar_kind_missing", {}});
}

void check_declarations(Faults& out, const RuleBook& rules, const Content& content, Lang lang) {
  for (const auto& declaration : rules.declarations)
    if (declaration.required && !content.declarations.contains(declaration.id))
      out.push_back({"/declarations/" + declaration.id,
                     "entries.declaration_missing",
                     {{"text", declaration.text.in(lang)}}});
}

bool holds_work(const std::vector<NamedFile>& files) {
  return std::ranges::any_of(files, [](const NamedFile& f) { return f.facts.purpose == "work"; });
}

/// Pictures in the text are files of the entry.
void check_pictures(Faults& out, const Content& content, const std::vector<NamedFile>& files) {
  for (const auto& block : blocks_of(content.body)) {
    if (block.kind != BlockKind::picture) continue;
    const bool there = std::ranges::any_of(
        files, [&](const NamedFile& f) { return std::to_string(f.id.value) == block.picture; });
    if (!there) out.push_back({"/body", "entries.picture_missing", {{"caption", std::string(block.text)}}});
  }
}

void check_text(Faults& out, const Category& category, const Content& content,
                const std::vector<NamedFile>& files) {
  const auto words = prose_words(content.body);
  if (!category.text) {
    if (words) out.push_back({"/body", "entries.text_not_taken", {}});
    return;
  }
  if (category.text_or_file && words == 0) {
    if (!holds_work(files)) out.push_back({"/body", "entries.text_or_file_missing", {}});
    return;
  }
  const auto count = static_cast<std::int64_t>(words);
  if (words == 0 && !category.min_words && !files.empty()) return;
  if (words == 0) {
    out.push_back({"/body", "entries.text_missing", {}});
  } else if (category.min_words && count < *category.min_words &&
             !(category.text_or_file && holds_work(files))) {
    out.push_back({"/body",
                   "entries.too_few_words",
                   {{"count", std::to_string(count)}, {"min", std::to_string(*category.min_words)}}});
  } else if (category.max_words && count > *category.max_words) {
    out.push_back({"/body",
                   "entries.too_many_words",
                   {{"count", std::to_string(count)}, {"max", std::to_string(*category.max_words)}}});
  }
}

void check_file_counts(Faults& out, const Category& category, const std::vector<NamedFile>& files,
                       Lang lang) {
  for (const auto& rule : category.files) {
    const auto count =
        std::ranges::count_if(files, [&](const NamedFile& f) { return f.facts.purpose == rule.purpose; });
    Params params{{"name", rule.name.in(lang)}, {"count", std::to_string(count)}};
    if (count < rule.min_count) {
      params["min"] = std::to_string(rule.min_count);
      out.push_back({"/files", "entries.too_few_files", std::move(params)});
    } else if (count > rule.max_count) {
      params["max"] = std::to_string(rule.max_count);
      out.push_back({"/files", "entries.too_many_files", std::move(params)});
    }
  }
}

void check_files(Faults& out, const Category& category, const std::vector<NamedFile>& files, Lang lang) {
  check_file_counts(out, category, files, lang);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto pointer = "/files/" + std::to_string(i);
    const auto* rule = find_file_rule(category, files[i].facts.purpose);
    if (!rule) {
      out.push_back({pointer, "entries.file_not_taken", {{"name", files[i].name}}});
      continue;
    }
    auto faults = file_faults(*rule, files[i].facts, files[i].name, pointer, lang);
    std::ranges::move(faults, std::back_inserter(out));
  }
}

bool meets(const std::set<std::string>& mine, const std::vector<std::string>& theirs) {
  return std::ranges::any_of(theirs, [&](const std::string& one) { return mine.contains(one); });
}

/// Roles that bar an author: those of the rule book, and judge always.
bool barred_by_role(const rules::Eligibility& rules, const AuthorFacts& author) {
  return author.roles.contains("judge") || meets(author.roles, rules.excluded_roles);
}

void check_author(Faults& out, const rules::Eligibility& rules, const AuthorFacts& author,
                  const std::string& pointer) {
  if (barred_by_role(rules, author)) out.push_back({pointer, "entries.author_has_role", {}});
  if (meets(author.unit_codes, rules.excluded_units) || meets(author.member_codes, rules.excluded_units))
    out.push_back({pointer, "entries.unit_excluded", {}});
  if (!rules::asks_for_members(rules)) return;
  if (!author.has_unit)
    out.push_back({pointer, "entries.author_unit_missing", {}});
  else if (!meets(author.unit_codes, rules.units))
    out.push_back({pointer, "entries.author_outside", {}});
}

void check_entry_count(Faults& out, std::optional<int> max, int others, const std::string& pointer,
                       std::string key) {
  if (max && others + 1 > *max) out.push_back({pointer, std::move(key), {{"max", std::to_string(*max)}}});
}

void check_length(Faults& out, const FileRule& rule, const FileFacts& file, const Params& base,
                  const std::string& pointer) {
  const auto add = [&](const char* key, std::int64_t limit) {
    Params params = base;
    params["length"] = clock_text(file.duration_ms.value_or(0));
    params["limit"] = clock_text(limit);
    out.push_back({pointer, key, std::move(params)});
  };
  if (!file.duration_ms) return;
  if (rule.min_duration_ms && *file.duration_ms < *rule.min_duration_ms)
    add("entries.file_too_short", *rule.min_duration_ms);
  if (rule.max_duration_ms && *file.duration_ms > *rule.max_duration_ms)
    add("entries.file_too_long", *rule.max_duration_ms);
}

void check_pixels(Faults& out, const FileRule& rule, const FileFacts& file, const Params& base,
                  const std::string& pointer) {
  const auto add = [&](const char* key, std::int64_t is, int limit) {
    Params params = base;
    params["is"] = std::to_string(is);
    params["limit"] = std::to_string(limit);
    out.push_back({pointer, key, std::move(params)});
  };
  if (rule.min_width && file.width && *file.width < *rule.min_width)
    add("entries.file_too_narrow", *file.width, *rule.min_width);
  if (rule.min_height && file.height && *file.height < *rule.min_height)
    add("entries.file_too_low", *file.height, *rule.min_height);
}

}  // namespace

const FileRule* find_file_rule(const Category& category, std::string_view purpose) {
  for (const auto& rule : category.files)
    if (rule.purpose == purpose) return &rule;
  return nullptr;
}

std::vector<Fault> file_faults(const FileRule& rule, const FileFacts& file, std::string_view name,
                               std::string_view pointer_text, Lang lang) {
  Faults out;
  const std::string pointer(pointer_text);
  const Params base{{"name", std::string(name)}};
  if (std::ranges::find(rule.kinds, file.kind) == rule.kinds.end()) {
    out.push_back({pointer,
                   "entries.file_kind",
                   {{"name", std::string(name)}, {"kind", file.kind}, {"kinds", join(rule.kinds, ", ")}}});
    return out;
  }
  if (rule.max_bytes > 0 && file.size > rule.max_bytes)
    out.push_back({pointer,
                   "entries.file_too_big",
                   {{"name", std::string(name)},
                    {"size", size_text(file.size, lang)},
                    {"limit", size_text(rule.max_bytes, lang)}}});
  check_length(out, rule, file, base, pointer);
  check_pixels(out, rule, file, base, pointer);
  return out;
}

std::vector<Fault> author_faults(const RuleBook& rules, std::string_view category_id,
                                 const std::vector<AuthorFacts>& authors) {
  Faults out;
  const auto* category = find_category(rules, category_id);
  const auto count = static_cast<int>(authors.size());
  if (category && count > category->max_authors)
    out.push_back({"/co_authors",
                   "entries.too_many_authors",
                   {{"count", std::to_string(count)}, {"max", std::to_string(category->max_authors)}}});
  for (std::size_t i = 0; i < authors.size(); ++i) {
    const auto pointer = i == 0 ? std::string() : "/co_authors/" + std::to_string(i - 1);
    check_author(out, rules.eligibility, authors[i], pointer);
    check_entry_count(out, rules.eligibility.max_entries, authors[i].entries_in_contest, pointer,
                      "entries.too_many_entries");
    if (category)
      check_entry_count(out, category->max_entries, authors[i].entries_in_category, pointer,
                        "entries.too_many_entries_in_category");
  }
  return out;
}

std::vector<Fault> submission_faults(const RuleBook& rules, const Content& content,
                                     const std::vector<NamedFile>& files,
                                     const std::vector<AuthorFacts>& authors, const Moment& moment,
                                     Lang lang) {
  Faults out;
  check_time(out, rules, moment);
  check_basics(out, rules, content);
  check_declarations(out, rules, content, lang);
  const auto* category = find_category(rules, content.category);
  if (category) {
    check_text(out, *category, content, files);
    check_pictures(out, content, files);
    check_files(out, *category, files, lang);
  }
  auto faults = author_faults(rules, content.category, authors);
  std::ranges::move(faults, std::back_inserter(out));
  return out;
}

}  // namespace guong::entries

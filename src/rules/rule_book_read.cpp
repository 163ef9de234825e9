// From the JSON document to the struct. The schema has been checked: missing optional members take
// their defaults here.
#include <nlohmann/json.hpp>

#include "rules/rule_book_checks.h"

namespace guong::rules {
namespace {

using nlohmann::json;

LocalText text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  return {found->at("vi").get<std::string>(), found->value("en", "")};
}

std::optional<int> opt_int(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::nullopt : std::optional(found->get<int>());
}

std::vector<std::string> strings_of(const json& object, const char* name) {
  return object.value(name, std::vector<std::string>{});
}

std::string at_index(const char* list, std::size_t i) {
  return "/" + std::string(list) + "/" + std::to_string(i);
}

class BookReader {
 public:
  explicit BookReader(std::vector<Fault>& faults) : faults_(faults) {}

  std::optional<Decimal> opt_decimal(const json& object, const char* name, const std::string& pointer) {
    const auto found = object.find(name);
    if (found == object.end()) return std::nullopt;
    const auto d = decimal_from_double(found->get<double>());
    if (!d) faults_.push_back({pointer + "/" + name, "rules.too_many_places", {}});
    return d;
  }
  Decimal decimal(const json& object, const char* name, const std::string& pointer, Decimal otherwise) {
    return opt_decimal(object, name, pointer).value_or(otherwise);
  }
  std::optional<Timestamp> time(const json& object, const char* name, const std::string& pointer) {
    const auto found = object.find(name);
    if (found == object.end()) return std::nullopt;
    const auto t = from_rfc3339(found->get<std::string>());
    if (!t) faults_.push_back({pointer + "/" + name, "base.not_a_time", {}});
    return t;
  }

  /// A day or a time of a rule that is for reading only.
  void readable_time(const json& object, const char* name, const std::string& pointer) {
    const auto found = object.find(name);
    if (found == object.end()) return;
    const auto text = found->get<std::string>();
    if (!from_rfc3339(text) && !from_rfc3339(text + "T00:00:00Z"))
      faults_.push_back({pointer + "/" + name, "base.not_a_time", {}});
  }
  void readable_times(const json& document, const char* list, std::initializer_list<const char*> names) {
    const auto items = document.value(list, json::array());
    for (std::size_t i = 0; i < items.size(); ++i)
      for (const char* name : names) readable_time(items[i], name, at_index(list, i));
  }
  void other_times(const json& document) {
    readable_times(document, "previous_editions", {"from", "to"});
    readable_times(document, "notices", {"date"});
    readable_times(document, "quotas", {"by"});
    readable_time(document.value("subject", json::object()), "deed_from", "/subject");
    const auto& categories = document.at("categories");
    for (std::size_t i = 0; i < categories.size(); ++i) {
      const auto publication = categories[i].value("publication", json::object());
      for (const char* name : {"from", "to"})
        readable_time(publication, name, at_index("categories", i) + "/publication");
    }
  }

  Calendar calendar(const json& c) {
    Calendar out;
    out.opens = time(c, "opens", "/calendar").value_or(Timestamp{});
    out.deadline = time(c, "deadline", "/calendar").value_or(Timestamp{});
    out.grace = minutes(c.value("grace_minutes", 0));
    out.judging_from = time(c, "judging_from", "/calendar");
    out.judging_to = time(c, "judging_to", "/calendar");
    out.results_at = time(c, "results_at", "/calendar");
    out.appeals_until = time(c, "appeals_until", "/calendar");
    out.zone = c.value("zone", out.zone);
    if (!known_zone(out.zone)) faults_.push_back({"/calendar/zone", "rules.unknown_zone", {}});
    return out;
  }

  Round round(const json& r, const std::string& pointer) {
    Round out;
    out.id = r.at("id");
    out.name = text_of(r, "name");
    out.judges_per_entry = r.at("judges_per_entry");
    out.combine = r.value("combine", out.combine);
    if (const auto trim = r.find("trim"); trim != r.end()) {
      out.trim_each_side = trim->at("each_side");
      out.trim_from_cards = trim->at("from_cards");
    }
    if (const auto d = r.find("discrepancy"); d != r.end()) {
      out.discrepancy = Discrepancy{decimal(*d, "threshold", pointer + "/discrepancy", {}),
                                    d->value("inclusive", false), d->at("then")};
    }
    out.calibration = r.value("calibration", out.calibration);
    out.places = r.value("places", out.places);
    if (const auto a = r.find("advance"); a != r.end()) {
      out.advance = a->at("by");
      out.advance_value = opt_decimal(*a, "value", pointer + "/advance");
      out.advance_ties = a->value("ties", out.advance_ties);
    }
    for (std::size_t i = 0; i < r.at("criteria").size(); ++i) {
      out.criteria.push_back(criterion(r.at("criteria")[i], pointer + "/criteria/" + std::to_string(i)));
    }
    return out;
  }

  Prize prize(const json& p, const std::string& pointer) {
    Prize out;
    out.id = p.at("id");
    out.name = text_of(p, "name");
    out.rank = p.at("rank");
    out.count = p.value("count", 1);
    out.scope = p.value("scope", out.scope);
    out.categories = strings_of(p, "categories");
    out.kind = p.value("kind", out.kind);
    out.min_score = opt_decimal(p, "min_score", pointer);
    out.may_stay_vacant = p.value("may_stay_vacant", true);
    out.joint = p.value("joint", false);
    out.money = p.value("money", std::int64_t{0});
    out.basis = p.value("basis", "");
    return out;
  }

  Quota quota(const json& q, const std::string& pointer) {
    return {q.at("unit_type"), q.value("min", 0), q.at("max"), opt_decimal(q, "min_score", pointer)};
  }

 private:
  CriterionRule criterion(const json& c, const std::string& pointer) {
    const Decimal max = decimal(c, "max", pointer, {});
    // With points that add up, the weight is the maximum.
    return {c.at("id"),
            text_of(c, "name"),
            text_of(c, "description"),
            decimal(c, "weight", pointer, max),
            max,
            decimal(c, "step", pointer, Decimal{1, 0})};
  }
  std::vector<Fault>& faults_;
};

Eligibility eligibility_of(const json& e) {
  Eligibility out;
  out.scope = e.value("scope", out.scope);
  out.units = strings_of(e, "units");
  out.excluded_roles = strings_of(e, "excluded_roles");
  out.excluded_units = strings_of(e, "excluded_units");
  out.min_age = opt_int(e, "min_age");
  out.max_age = opt_int(e, "max_age");
  out.max_entries = opt_int(e, "max_entries");
  return out;
}

FileRule file_rule_of(const json& f) {
  FileRule out;
  out.purpose = f.at("purpose");
  out.name = text_of(f, "name");
  out.kinds = strings_of(f, "kinds");
  out.min_count = f.value("min_count", 0);
  out.max_count = f.value("max_count", 1);
  out.max_bytes = f.at("max_megabytes").get<std::int64_t>() * 1'000'000;
  if (const auto n = opt_int(f, "min_seconds")) out.min_duration_ms = std::int64_t{*n} * 1000;
  if (const auto n = opt_int(f, "max_seconds")) out.max_duration_ms = std::int64_t{*n} * 1000;
  out.min_width = opt_int(f, "min_width");
  out.min_height = opt_int(f, "min_height");
  return out;
}

Category category_of(const json& c) {
  Category out;
  out.id = c.at("id");
  out.name = text_of(c, "name");
  out.kind = c.at("kind");
  out.media = c.at("media");
  out.text = c.value("text", false);
  out.text_or_file = c.value("text_or_file", false);
  out.min_words = opt_int(c, "min_words");
  out.max_words = opt_int(c, "max_words");
  for (const auto& file : c.value("files", json::array())) out.files.push_back(file_rule_of(file));
  out.max_authors = c.value("max_authors", 1);
  out.max_entries = opt_int(c, "max_entries");
  return out;
}

}  // namespace

RuleBook read_rule_book(const json& document, std::vector<Fault>& faults) {
  BookReader reader(faults);
  RuleBook book;
  book.name = text_of(document, "name");
  book.summary = text_of(document, "summary");
  book.slug = document.at("slug");
  book.level = document.at("level");
  book.host_unit = document.at("host_unit");
  book.parent = document.value("parent", "");
  book.edition = document.value("edition", "");
  book.series = document.value("series", "");
  book.legal_basis = strings_of(document, "legal_basis");
  book.calendar = reader.calendar(document.at("calendar"));
  const auto eligibility = document.value("eligibility", json::object());
  book.eligibility = eligibility_of(eligibility);
  book.eligibility.co_authors_confirm_by = reader.time(eligibility, "co_authors_confirm_by", "/eligibility");
  for (const auto& d : document.value("declarations", json::array())) {
    book.declarations.push_back({d.at("id"), text_of(d, "text"), d.value("required", true)});
  }
  for (const auto& c : document.at("categories")) book.categories.push_back(category_of(c));
  for (const auto& f : document.at("fields")) book.fields.push_back({f.at("id"), text_of(f, "name")});
  const auto& rounds = document.at("rounds");
  for (std::size_t i = 0; i < rounds.size(); ++i)
    book.rounds.push_back(reader.round(rounds[i], at_index("rounds", i)));
  for (const auto& t : document.value("tie_breaks", json::array())) {
    book.tie_breaks.push_back({t.at("by"), t.value("criterion", "")});
  }
  const auto& prizes = document.at("prizes");
  for (std::size_t i = 0; i < prizes.size(); ++i)
    book.prizes.push_back(reader.prize(prizes[i], at_index("prizes", i)));
  book.awards_per_author = document.value("awards_per_author", 0);
  book.special_prizes_count = document.value("special_prizes_count", false);
  book.ties_at_prize_line = document.value("ties_at_prize_line", "decide");
  book.witnesses = document.value("witnesses", 0);
  book.public_counts = document.value("public_counts", false);
  const auto quotas = document.value("quotas", json::array());
  for (std::size_t i = 0; i < quotas.size(); ++i)
    book.quotas.push_back(reader.quota(quotas[i], at_index("quotas", i)));
  reader.other_times(document);
  book.unsupported = unsupported_rules(document);
  return book;
}

}  // namespace guong::rules

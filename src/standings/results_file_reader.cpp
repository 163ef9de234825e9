// Reading a results file that nobody vouches for: each value by its type, with its place in the fault when it is of
// another shape.
#include <nlohmann/json.hpp>

#include "guong/base/error.h"
#include "guong/standings/results_file.h"

namespace guong::standings {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostPlaces = 10000;  // as many as a prize of a rule book has at most

/// One value of the file and the JSON pointer to it.
class Value {
 public:
  Value(const json& value, std::string pointer) : value_(value), pointer_(std::move(pointer)) {}

  [[noreturn]] void refuse() const {
    throw Error(ErrorKind::invalid, "standings.not_a_results_file", {{"pointer", pointer_}},
                {{pointer_, "standings.not_a_results_file", {{"pointer", pointer_}}}});
  }
  Value at(const char* name) const {
    if (!value_.is_object() || !value_.contains(name)) refuse();
    return {value_.at(name), pointer_ + "/" + name};
  }
  bool has(const char* name) const { return value_.is_object() && value_.contains(name); }
  std::string text() const {
    if (!value_.is_string()) refuse();
    return value_.get<std::string>();
  }
  std::int64_t integer() const {
    if (!value_.is_number_integer()) refuse();
    return value_.get<std::int64_t>();
  }
  Timestamp time() const {
    const auto time = from_rfc3339(text());
    if (!time) refuse();
    return *time;
  }
  Digest digest() const {
    const auto bytes = from_base64(text());
    Digest out{};
    if (!bytes || bytes->size() != out.size()) refuse();
    std::copy(bytes->begin(), bytes->end(), out.begin());
    return out;
  }
  /// Nothing for null; else what `read` makes of the value.
  template <class F>
  auto maybe(F read) const -> std::optional<decltype(read(*this))> {
    return value_.is_null() ? std::nullopt : std::optional(read(*this));
  }
  template <class F>
  auto each(F read) const -> std::vector<decltype(read(*this))> {
    if (!value_.is_array()) refuse();
    std::vector<decltype(read(*this))> out;
    for (std::size_t i = 0; i < value_.size(); ++i)
      out.push_back(read(Value(value_[i], pointer_ + "/" + std::to_string(i))));
    return out;
  }
  std::vector<std::pair<std::string, Value>> members() const {
    if (!value_.is_object()) refuse();
    std::vector<std::pair<std::string, Value>> out;
    for (const auto& [name, value] : value_.items())
      out.emplace_back(name, Value(value, std::string(pointer_).append("/").append(name)));
    return out;
  }
  const json& raw() const { return value_; }

 private:
  const json& value_;
  std::string pointer_;
};

std::string text_of(const Value& value) { return value.text(); }
std::int64_t integer_of(const Value& value) { return value.integer(); }
Timestamp time_of(const Value& value) { return value.time(); }
Digest digest_of(const Value& value) { return value.digest(); }

PublishedAuthor author_of(const Value& author) {
  return {author.at("name").text(), author.at("unit").maybe(text_of)};
}

PublishedAward award_of(const Value& award) {
  return {award.at("prize").text(),
          award.at("category").maybe(text_of),
          award.at("code").maybe(text_of),
          award.at("unit").maybe(text_of),
          award.has("unit_code") ? award.at("unit_code").maybe(text_of) : std::nullopt,
          award.at("title").maybe(text_of),
          award.at("authors").each(author_of),
          award.at("work").maybe(text_of)};
}

Departure departure_of(const Value& departure) {
  const auto kind = departure.at("kind").text();
  if (kind != "vacant" && kind != "chosen" && kind != "joint" && kind != "given")
    departure.at("kind").refuse();
  const auto places = departure.at("places").integer();
  if (places < 1 || places > kMostPlaces) departure.at("places").refuse();
  return {kind == "joint" ? DepartureKind::chosen : read_departure_kind(kind),
          departure.at("prize").text(),
          departure.at("category").maybe(text_of).value_or(""),
          departure.at("code").maybe(text_of).value_or(""),
          departure.at("unit_code").maybe(text_of).value_or(""),
          static_cast<int>(places),
          departure.at("reason").text(),
          departure.at("decided_by").at("office").text(),
          departure.at("decided_by").at("name").text(),
          departure.at("decided_at").time()};
}

AuthorKeys authors_of(const Value& keys) {
  AuthorKeys out;
  for (const auto& [code, value] : keys.members()) out[code] = value.each(text_of);
  return out;
}

LeftWork left_of(const Value& work) {
  return {work.at("code").text(), work.at("state").text(), work.at("reason").text()};
}

EarlierResult earlier_of(const Value& result) {
  return {result.at("number").integer(), result.at("sha256").text()};
}

void read_version_3(const Value& root, ResultsFile& out) {
  out.departures = root.at("departures").each(departure_of);
  out.authors = authors_of(root.at("author_keys"));
  out.left = root.at("left").each(left_of);
  out.earlier = root.at("earlier").each(earlier_of);
}

OpenedRecord record_of(const Value& value) {
  OpenedRecord out{value.at("record").text(), {}};
  for (const auto& [name, opening] : value.at("open").members()) {
    const auto salt = from_base64(opening.at("salt").text());
    if (!salt) opening.at("salt").refuse();
    out.open[name] = {*salt, opening.at("value").text()};
  }
  return out;
}

/// The records are read where they lie, each when it is asked for.
OpenedRecords records_of(const Value& ledger, const LongJson& file) {
  constexpr const char* kPlace = "/ledger/records";
  const auto records = ledger.at("records");
  if (!records.raw().is_array()) records.refuse();
  auto list = list_at(file, kPlace);
  return {{}, list.size, [list](std::size_t i) {
            const auto record = list.at(i);
            return record_of(Value(record, kPlace + ("/" + std::to_string(i))));
          }};
}

LedgerSeal seal_of(const LongJson& file, std::int64_t v) {
  const auto ledger = Value(file.frame, "").at("ledger");
  LedgerSeal seal{ledger.at("origin").text(), ledger.at("head").text(), "", {}};
  if (v == 1) return seal;
  seal.record = ledger.at("record").text();
  seal.path = ledger.at("path").each(digest_of);
  if (v < 4) return seal;
  seal.key = ledger.at("key").text();
  seal.records = records_of(ledger, file);
  seal.nodes = ledger.at("nodes").each(digest_of);
  return seal;
}

}  // namespace

rules::RuleBook rules_of_results_file(const LongJson& file) {
  const auto document = Value(file.frame, "").at("rule_book").at("document");
  const auto parsed = json::parse(document.text(), nullptr, false);
  if (parsed.is_discarded()) document.refuse();
  return rules::parse_rule_book(parsed);
}

ResultsFile read_results_file(const rules::RuleBook& rules, const LongJson& file) {
  const Value root(file.frame, "");
  ResultsFile out;
  out.v = root.at("v").integer();
  if (out.v < 1 || out.v > 4) root.at("v").refuse();
  const auto contest = root.at("contest"), result = root.at("result");
  out.contest = contest.at("id").integer();
  out.slug = contest.at("slug").text();
  out.name = {contest.at("name").at("vi").text(), contest.at("name").at("en").text()};
  out.number = result.at("number").integer();
  out.decision_number = result.at("decision_number").text();
  out.computed_at = result.at("computed_at").time();
  out.approved_at = result.at("approved_at").maybe(time_of);
  out.published_at = result.at("published_at").time();
  out.supersedes = result.at("supersedes").maybe(integer_of);
  out.reason = result.at("reason").text();
  out.rules_document = root.at("rule_book").at("document").text();
  root.at("ranking");
  out.ranking = parse_ranking(rules, file, "/ranking");
  out.awards = root.at("awards").each(award_of);
  if (out.v >= 3) read_version_3(root, out);
  if (root.has("ledger")) out.ledger = seal_of(file, out.v);
  if (out.ledger && out.v >= 4)
    for (std::size_t i = 0; i < out.ledger->records.size(); ++i)
      out.ledger->records.at(i);  // each has its shape
  return out;
}

}  // namespace guong::standings

// A contest's rule book (thể lệ) as plain data: everything the published rules say. Parsed from the
// JSON document that schema/rule-book.schema.json describes. Pure values; no database, no clock.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/decimal.h"
#include "guong/base/error.h"
#include "guong/base/messages.h"
#include "guong/base/time.h"

namespace guong::rules {

/// A text in Vietnamese and English (English may be empty: then Vietnamese is shown).
struct LocalText {
  std::string vi, en;
  const std::string& in(Lang lang) const { return lang == Lang::en && !en.empty() ? en : vi; }
};

struct Calendar {
  Timestamp opens, deadline;
  Duration grace;  // an upload begun before the deadline may finish within it
  std::optional<Timestamp> judging_from, judging_to, results_at, appeals_until;
  std::string zone = "Asia/Ho_Chi_Minh";
};

struct Declaration {
  std::string id;  // "own_work", "real_people", "unpublished", "data_consent", "publish_consent"...
  LocalText text;
  bool required = true;
};

struct Eligibility {
  std::string scope = "open";               // open | residents | members
  std::vector<std::string> units;           // unit codes, for members and residents
  std::vector<std::string> excluded_roles;  // judge, organiser, secretary, head...
  std::vector<std::string> excluded_units;  // unit codes
  std::optional<int> min_age, max_age;      // whole years on the opening day
  std::optional<int> max_entries;           // per author in the contest, solo and group together
  /// By when those named as co-authors must have confirmed; where absent, a work stands without it.
  std::optional<Timestamp> co_authors_confirm_by;
};

/// A file that an entry of a category may or must hold.
struct FileRule {
  std::string purpose;  // "work", "photo", "script"...
  LocalText name;
  std::vector<std::string> kinds;  // docx pdf jpeg png mp4 mp3 ...
  int min_count = 0, max_count = 1;
  std::int64_t max_bytes = 0;
  std::optional<std::int64_t> min_duration_ms, max_duration_ms;
  std::optional<int> min_width, min_height;
};

struct Category {
  std::string id;
  LocalText name;
  std::string kind;           // writing | reportage
  std::string media;          // text, print, online, photo, radio, television, video...
  bool text = false;          // text typed in is taken
  bool text_or_file = false;  // at least one of text and a "work" file
  std::optional<int> min_words, max_words;
  std::vector<FileRule> files;
  int max_authors = 1;             // author and co-authors together
  std::optional<int> max_entries;  // per author in this category
};

struct Field {
  std::string id;
  LocalText name;
};

struct CriterionRule {
  std::string id;
  LocalText name, description;
  Decimal weight, max, step;
};

struct Discrepancy {
  Decimal threshold;
  bool inclusive = false;  // equal to the threshold triggers too
  std::string then;        // mean_of_all | mean_of_two_closest | extra_alone
};

struct Round {
  std::string id;
  LocalText name;
  std::vector<CriterionRule> criteria;
  int judges_per_entry = 1;
  std::string combine = "mean";  // mean | trimmed_mean | median | sum
  int trim_each_side = 0, trim_from_cards = 0;
  std::optional<Discrepancy> discrepancy;
  std::string calibration = "none";  // none | zscore | additive
  int places = 2;                    // shown, half away from zero
  std::string advance =
      "all";  // all | top_n | top_percent | min_score | by_hand (for the round after this one)
  std::optional<Decimal> advance_value;
  std::string advance_ties = "all_pass";  // all_pass | tie_breaks
};

struct TieBreak {
  std::string by;         // criterion | highest_card | smallest_spread | head_decision | shared
  std::string criterion;  // when by == criterion
};

struct Prize {
  std::string id;  // "first"...
  LocalText name;
  int rank = 1;                         // order of tiers
  int count = 1;                        // a maximum
  std::string scope = "contest";        // contest | category
  std::vector<std::string> categories;  // empty: all
  std::string kind = "ranked";          // ranked | special | collective | side
  std::optional<Decimal> min_score;
  bool may_stay_vacant = true;
  bool joint = false;      // equals at its line may share it
  std::int64_t money = 0;  // đồng
  std::string basis;       // special, collective, side: how it is decided (text or rule id)
};

struct Quota {
  std::string unit_type;
  int min = 0, max = 0;
  std::optional<Decimal> min_score;
};

struct RuleBook {
  LocalText name, summary;
  std::string slug;
  std::string level;      // provincial | grassroots
  std::string host_unit;  // unit code
  std::string parent;     // slug of the parent contest, or empty
  std::string edition;
  std::string series;  // what the editions of a contest have in common
  std::vector<std::string> legal_basis;
  Calendar calendar;
  Eligibility eligibility;
  std::vector<Declaration> declarations;
  std::vector<Category> categories;
  std::vector<Field> fields;
  std::vector<Round> rounds;
  std::vector<TieBreak> tie_breaks;
  std::vector<Prize> prizes;
  int awards_per_author = 0;                  // 0: no limit
  bool special_prizes_count = false;          // towards that limit, for a work that has a ranked prize too
  std::string ties_at_prize_line = "decide";  // decide | all_pass
  int witnesses = 0;                          // of the ledger, before results count as published
  bool public_counts = false;                 // how many works came in is shown to everybody
  std::vector<Quota> quotas;
  /// Rules that the document states and this program does not support yet, each a pointer and the rule's
  /// name. Opening refuses them.
  std::vector<Fault> unsupported;
};

const Category* find_category(const RuleBook& rules, std::string_view id);
/// Whether only members (or residents) of certain units may enter.
bool asks_for_members(const Eligibility& eligibility);
const Field* find_field(const RuleBook& rules, std::string_view id);
const Prize* find_prize(const RuleBook& rules, std::string_view id);

/// {"vi": ..., "en": ...}
nlohmann::json text_json(const LocalText& text);

/// Every fault of the document at once, each with its JSON pointer: against the schema, then what a
/// schema cannot say (weights, dates in order, ids that name something, prize counts, file kinds
/// known).
std::vector<Fault> rule_book_faults(const nlohmann::json& document);
/// Throws Error{invalid} with those faults when there are any.
RuleBook parse_rule_book(const nlohmann::json& document);

}  // namespace guong::rules

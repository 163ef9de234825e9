// One table: each kind of interest with its name, whether it bars, and its test.
#include "guong/scoring/conflict.h"

#include <algorithm>

namespace guong::scoring {
namespace {

struct Kind {
  InterestKind kind;
  std::string_view name;
  bool hard;
  bool (*holds)(const JudgeFacts&, const EntryFacts&);
};

template <class T>
bool overlap(const std::set<T>& a, const std::set<T>& b) {
  for (const T& item : a) {
    if (b.contains(item)) return true;
  }
  return false;
}

/// Words parted by single blanks, with one at each end.
std::string spaced(const std::string& folded) {
  constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  std::string out = " ";
  for (const char c : folded) {
    const char letter = kPunctuation.find(c) == std::string_view::npos ? c : ' ';
    if (letter != ' ' || out.back() != ' ') out += letter;
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

/// A name of one word could be anybody's: it must be all that was declared.
bool mentions(const std::string& declared, const std::string& name) {
  const std::string words = spaced(name), text = spaced(declared);
  if (words == " ") return false;
  const bool full_name = std::count(words.begin(), words.end(), ' ') > 2;
  return full_name ? text.find(words) != std::string::npos : text == words;
}

bool any_mentions(const std::set<std::string>& declared, const std::string& name) {
  return std::any_of(declared.begin(), declared.end(),
                     [&](const std::string& text) { return mentions(text, name); });
}

/// In the order of InterestKind: the kind is the index.
constexpr Kind kKinds[] = {
    {InterestKind::self, "self", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return e.accounts.contains(j.account); }},
    {InterestKind::same_unit, "same_unit", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return j.unit != 0 && e.units.contains(j.unit); }},
    {InterestKind::unit_above_below, "unit_above_below", false,
     [](const JudgeFacts& j, const EntryFacts& e) { return overlap(j.units_next, e.units); }},
    {InterestKind::declared_person, "declared_person", true,
     [](const JudgeFacts& j, const EntryFacts& e) {
       const auto declared = [&](const std::string& name) { return any_mentions(j.folded_persons, name); };
       return std::any_of(e.folded_names.begin(), e.folded_names.end(), declared) ||
              any_mentions(e.folded_declared, j.folded_name);
     }},
    {InterestKind::declared_unit, "declared_unit", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return overlap(j.declared_units, e.units); }},
    {InterestKind::exemplar, "exemplar", true,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return mentions(j.folded_name, e.folded_exemplar) || any_mentions(j.folded_persons, e.folded_exemplar);
     }},
    {InterestKind::exemplar_unit, "exemplar_unit", false,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return e.exemplar_unit != 0 &&
              (j.unit == e.exemplar_unit || j.declared_units.contains(e.exemplar_unit));
     }},
    {InterestKind::handled, "handled", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return e.handlers.contains(j.account); }},
};

}  // namespace

std::string_view interest_kind_name(InterestKind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }
bool is_hard(InterestKind kind) { return kKinds[static_cast<std::size_t>(kind)].hard; }

std::vector<InterestKind> interests_between(const JudgeFacts& judge, const EntryFacts& entry) {
  std::vector<InterestKind> found;
  for (const Kind& k : kKinds) {
    if (k.holds(judge, entry)) found.push_back(k.kind);
  }
  return found;
}

}  // namespace guong::scoring

// One table: each kind of interest with its name, whether it bars, and its test.
#include "guong/scoring/conflict.h"

#include <algorithm>
#include <sstream>

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

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> out;
  std::istringstream text(spaced(folded));
  for (std::string word; text >> word;) out.push_back(word);
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
     [](const JudgeFacts& j, const EntryFacts& e) { return overlap(j.units, e.units); }},
    // What an author says alone bars nobody for good: it would choose the judges.
    {InterestKind::claimed_unit, "claimed_unit", false,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return overlap(j.units, e.claimed_units) || overlap(j.declared_units, e.claimed_units);
     }},
    {InterestKind::unit_above_below, "unit_above_below", false,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return overlap(j.units_next, e.units) || overlap(j.units_next, e.claimed_units);
     }},
    {InterestKind::declared_person, "declared_person", true,
     [](const JudgeFacts& j, const EntryFacts& e) {
       const auto declared = [&](const std::string& name) { return any_mentions(j.folded_persons, name); };
       return std::any_of(e.folded_names.begin(), e.folded_names.end(), declared);
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
              (j.units.contains(e.exemplar_unit) || j.declared_units.contains(e.exemplar_unit));
     }},
    {InterestKind::handled, "handled", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return e.handlers.contains(j.account); }},
    {InterestKind::author_declared, "author_declared", false,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return any_mentions(e.folded_declared, j.folded_name) || overlap(j.contacts, e.contacts);
     }},
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

JudgeIndex::JudgeIndex(const std::vector<JudgeFacts>& judges) {
  for (std::size_t i = 0; i < judges.size(); ++i) {
    const auto& judge = judges[i];
    by_account_[judge.account].push_back(i);
    std::set<std::int64_t> units = judge.units_next;
    units.insert(judge.declared_units.begin(), judge.declared_units.end());
    units.insert(judge.units.begin(), judge.units.end());
    for (const auto unit : units) by_unit_[unit].push_back(i);
    for (const auto& contact : judge.contacts) by_contact_[contact].push_back(i);
    const auto own = words_of(judge.folded_name);
    if (!own.empty()) by_last_word_[own.back()].push_back(i);
    std::set<std::string> words(own.begin(), own.end());
    for (const auto& person : judge.folded_persons)
      for (auto& word : words_of(person)) words.insert(std::move(word));
    for (const auto& word : words) by_word_[word].push_back(i);
  }
}

/// Whoever mentions a name mentions all its words: the word that the fewest mention decides.
void JudgeIndex::add_mentioning(const std::string& name, std::set<std::size_t>& out) const {
  const Judges* fewest = nullptr;
  for (const auto& word : words_of(name)) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) return;
    if (!fewest || found->second.size() < fewest->size()) fewest = &found->second;
  }
  if (fewest) out.insert(fewest->begin(), fewest->end());
}

std::vector<std::size_t> JudgeIndex::candidates(const EntryFacts& entry) const {
  std::set<std::size_t> out;
  const auto add = [&](const auto& index, const auto& key) {
    if (const auto found = index.find(key); found != index.end())
      out.insert(found->second.begin(), found->second.end());
  };
  for (const auto account : entry.accounts) add(by_account_, account);
  for (const auto account : entry.handlers) add(by_account_, account);
  for (const auto& contact : entry.contacts) add(by_contact_, contact);
  for (const auto unit : entry.units) add(by_unit_, unit);
  for (const auto unit : entry.claimed_units) add(by_unit_, unit);
  if (entry.exemplar_unit != 0) add(by_unit_, entry.exemplar_unit);
  for (const auto& name : entry.folded_names) add_mentioning(name, out);
  add_mentioning(entry.folded_exemplar, out);
  for (const auto& declared : entry.folded_declared)
    for (const auto& word : words_of(declared)) add(by_last_word_, word);
  return {out.begin(), out.end()};
}

}  // namespace guong::scoring

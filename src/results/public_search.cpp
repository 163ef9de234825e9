// Which words a published work is found by. Indexing is repeatable: works published before there was a search
// are brought in later, a few at a time.
#include "guong/results/public_search.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/text.h"
#include "guong/contests/contest.h"
#include "results/public_search_store.h"

namespace guong::results {
namespace {

using nlohmann::json;

/// A text of the document; null and absent are empty.
std::string text_of(const json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::vector<std::string> words_of(const json& document, const rules::LocalText& contest) {
  const auto& exemplar = document.at("exemplar");
  std::string all = text_of(document, "title") + " " + contest.vi + " " + contest.en;
  for (const char* part : {"name", "unit", "place"}) all += " " + text_of(exemplar, part);
  for (const auto& author : document.at("authors")) all += " " + text_of(author, "name");
  return folded_words(all);
}

/// Units and places by one kind: "Xã Vĩnh Sơn" and "xã Vĩnh Sơn" are where the same people are.
std::vector<Facet> facets_of(const json& document) {
  std::vector<Facet> out;
  const auto add = [&](const char* kind, std::string_view name) {
    if (auto value = slug(name); !value.empty()) out.push_back({kind, std::move(value)});
  };
  for (const char* part : {"unit", "place"}) add("unit", text_of(document.at("exemplar"), part));
  for (const auto& prize : document.at("prizes")) add("prize", text_of(prize.at("name"), "vi"));
  return out;
}

}  // namespace

std::string exemplar_slug(std::string_view name, std::string_view place) {
  const std::string who = slug(name), where = slug(place);
  return who.empty() || where.empty() ? who : who + "--" + where;
}

void index_work(store::Tx& tx, const PublishedWork& work, const rules::LocalText& contest) {
  const json document = json::parse(work.document);
  const auto& exemplar = document.at("exemplar");
  set_indexed(tx, work.entry, exemplar_slug(text_of(exemplar, "name"), text_of(exemplar, "place")),
              text_of(document.at("field"), "id"));
  replace_facets(tx, work.entry, facets_of(document));
  replace_words(tx, work.entry, words_of(document, contest));
}

int index_published(store::Tx& tx, int limit) {
  const auto works = works_not_indexed(tx, limit);
  for (const auto& work : works) index_work(tx, work, contests::find_contest(tx, work.contest).name);
  return static_cast<int>(works.size());
}

std::vector<PublishedWork> find_published(store::Reader& reader, const WorkFilter& filter,
                                          const WorkCursor& after, int limit) {
  auto words = folded_words(filter.text);
  // Signs without a letter ask for something that no work has.
  if (words.empty() && filter.text.find_first_not_of(' ') != std::string::npos) return {};
  std::ranges::stable_sort(words, std::ranges::greater{}, &std::string::size);
  return words.empty() ? works_of(reader, filter, after, limit)
                       : works_with_words(reader, words, filter, after, limit);
}

}  // namespace guong::results

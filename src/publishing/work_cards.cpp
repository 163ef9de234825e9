// Lists of works, as results, search and exemplar pages show them alike.
#include "publishing/work_cards.h"

#include "guong/contests/contest.h"
#include "publishing/page.h"

namespace guong::publishing {

using nlohmann::json;

std::string name_in(const json& name, Lang lang) {
  if (!name.is_object()) return "";
  const std::string en = name.value("en", "");
  return lang == Lang::en && !en.empty() ? en : name.value("vi", "");
}

std::string text_of(const json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string authors_text(const json& authors) {
  std::string out;
  for (const auto& author : authors) {
    const std::string unit = text_of(author, "unit");
    out += (out.empty() ? "" : ", ") + text_of(author, "name") + (unit.empty() ? "" : " (" + unit + ")");
  }
  return out;
}

Html prize_tags(const json& document, Lang lang) {
  Html tags;
  for (const auto& prize : document.at("prizes")) {
    tags.add(element("span", {{"class", "tag gold"}}, {name_in(prize.at("name"), lang)})).add(" ");
  }
  return tags;
}

Html work_cards(store::Reader& reader, const std::vector<results::PublishedWork>& works, Lang lang) {
  Html cards;
  for (const auto& work : works) {
    const json document = json::parse(work.document);
    const auto contest = contests::find_contest(reader, work.contest);
    Html card =
        element("h2", {element("a", {{"href", work_path(lang, work.slug)}}, {text_of(document, "title")})});
    card.add(element("p", {prize_tags(document, lang)}));
    card.add(facts({{message("publishing.author", lang), Html(authors_text(document.at("authors")))},
                    {message("publishing.exemplar", lang), Html(text_of(document.at("exemplar"), "name"))},
                    {message("publishing.place", lang), Html(text_of(document.at("exemplar"), "place"))},
                    {message("publishing.contest", lang), Html(contest.name.in(lang))}}));
    cards.add(element("li", {{"class", "card"}}, {card}));
  }
  return element("ul", {{"class", "contests"}}, {cards});
}

}  // namespace guong::publishing

// Cards of works, from their frozen documents.
#include "publishing/work_cards.h"

#include "publishing/page.h"
#include "publishing/parts.h"

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

std::string about_text(const json& work, Lang lang) {
  std::string authors, exemplar = text_of(work.at("exemplar"), "name");
  for (const auto& author : work.at("authors"))
    authors += (authors.empty() ? "" : ", ") + text_of(author, "name");
  const std::string place = text_of(work.at("exemplar"), "place");
  if (!place.empty()) exemplar += ", " + place;
  return message("publishing.writes_about", lang, {{"authors", authors}, {"exemplar", exemplar}});
}

Html prize_marks(const json& work, Lang lang) {
  Html out;
  for (const auto& prize : work.at("prizes"))
    out.add(element("span", {{"class", "medal"}}, {icon("award"), name_in(prize.at("name"), lang)}));
  return out;
}

std::vector<WorkShown> works_shown(const std::vector<results::PublishedWork>& works) {
  std::vector<WorkShown> out;
  for (const auto& work : works) out.push_back({work.slug, json::parse(work.document)});
  return out;
}

Html work_card(const WorkShown& work, const char* heading, Lang lang) {
  const auto& document = work.document;
  Html frame = picture_html(cover_of(document, work.slug, lang));
  if (!document.at("prizes").empty())
    frame.add(element("span", {{"class", "prize-seal"}},
                      {icon("award"), name_in(document.at("prizes").front().at("name"), lang)}));
  const Html words = element(
      "div",
      {element("p", {{"class", "kicker"}}, {field_mark(document.at("field"), lang)}),
       element(heading, {element("a", {{"href", work_path(lang, work.slug)}}, {text_of(document, "title")})}),
       element("p", {about_text(document, lang)})});
  return element("li", {{"class", "work-card"}}, {element("div", {{"class", "frame"}}, {frame}), words});
}

Html work_cards(const std::vector<WorkShown>& works, const char* heading, Lang lang) {
  Html cards;
  for (const auto& work : works) cards.add(work_card(work, heading, lang));
  return element("ul", {{"class", "cards"}}, {cards});
}

}  // namespace guong::publishing

// Cards of works, from their frozen documents.
#include "publishing/work_cards.h"

#include <algorithm>

#include "publishing/page.h"
#include "publishing/picture_paths.h"

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

std::vector<WorkShown> works_shown(store::Reader& reader, const std::vector<results::PublishedWork>& works) {
  std::vector<EntryId> entries;
  for (const auto& work : works) entries.push_back(work.entry);
  const auto covers = results::published_covers(reader, entries);
  std::vector<WorkShown> out;
  for (const auto& work : works) {
    out.push_back({work.slug, json::parse(work.document)});
    if (const auto cover = covers.find(work.entry); cover != covers.end()) out.back().cover = cover->second;
  }
  return out;
}

std::string first_picture(const json& work) {
  for (const auto& file : work.at("files"))
    if (text_of(file, "media_type").starts_with("image/"))
      return std::to_string(file.at("position").get<int>());
  return "";
}

Picture cover_of(const WorkShown& work, Lang lang) {
  if (!work.cover) return {work_cover_path(work.slug), ""};
  const auto steps = results::cover_steps(*work.cover);
  Picture out{
      cover_size_path(work.slug, steps[std::min<std::size_t>(1, steps.size() - 1)], "jpg"),
      message("publishing.picture_n", lang,
              {{"position", first_picture(work.document)}, {"title", text_of(work.document, "title")}}),
      work.cover->width, work.cover->height};
  for (const int step : steps)
    out.smaller += (out.smaller.empty() ? "" : ", ") + cover_size_path(work.slug, step, "webp") + " " +
                   std::to_string(std::min(step, work.cover->width)) + "w";
  out.shown_wide = "(min-width: 56rem) 24rem, 100vw";
  return out;
}

Picture leading_cover_of(const WorkShown& work, Lang lang) {
  Picture out = cover_of(work, lang);
  out.first = true;
  out.shown_wide = "(min-width: 80rem) 80rem, 100vw";
  return out;
}

Html work_card(const WorkShown& work, const char* heading, Lang lang) {
  const auto& document = work.document;
  Html frame = picture_html(cover_of(work, lang));
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

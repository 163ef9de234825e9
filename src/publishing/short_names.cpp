// Letters are taken as UTF-8 has them: "Đ" is two bytes.
#include "publishing/short_names.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/text.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

std::string_view first_letter(std::string_view word) {
  std::size_t end = std::min<std::size_t>(1, word.size());
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
  return word.substr(0, end);
}

}  // namespace

std::string person_initials(std::string_view name) {
  std::string out(first_letter(name));
  if (const auto last = name.rfind(' '); last != std::string_view::npos)
    out += first_letter(name.substr(last + 1));
  return out;
}

std::string place_initials(std::string_view name) {
  std::string out(first_letter(name));
  for (std::size_t at = 0; at + 1 < name.size(); ++at)
    if (name[at] == ' ') out += first_letter(name.substr(at + 1));
  return out;
}

std::string begun_large(std::string name) {
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string facet_name(const results::FacetCount& facet, Lang lang) {
  const auto work = nlohmann::json::parse(facet.document);
  for (const char* part : {"unit", "place"})
    if (auto name = text_of(work.at("exemplar"), part); slug(name) == facet.value) return begun_large(name);
  for (const auto& prize : work.at("prizes"))
    if (slug(text_of(prize.at("name"), "vi")) == facet.value) return name_in(prize.at("name"), lang);
  return facet.value;
}

}  // namespace guong::publishing

// Reads with limits only: whether a draft is complete is asked when it is submitted.
#include "entries/draft/draft_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/text.h"

namespace guong::entries {
namespace {

using api::FieldReader;
using nlohmann::json;

constexpr std::size_t kTitleMax = 300, kBodyMax = 200'000, kNameMax = 200, kPersonMax = 100, kIdMax = 64;
constexpr std::size_t kListMax = 20;

void move_faults(FieldReader& from, FieldReader& to) {
  for (auto& fault : from.faults()) to.add(std::move(fault));
}

std::string text_of(FieldReader& fields, std::string_view name, std::size_t max) {
  return fields.opt_text(name, max).value_or("");
}

/// The array of a field; faults unless it is one of a bearable length.
const json& list_of(FieldReader& fields, std::string_view name) {
  static const json kEmpty = json::array();
  const auto& value = fields.raw(name, false);
  if (value.is_null()) return kEmpty;
  const auto pointer = "/" + std::string(name);
  if (!value.is_array())
    fields.add({pointer, "entries.not_a_list", {}});
  else if (value.size() > kListMax)
    fields.add({pointer, "entries.list_too_long", {{"max", std::to_string(kListMax)}}});
  else
    return value;
  return kEmpty;
}

Exemplar read_exemplar(FieldReader& outer) {
  const auto& value = outer.raw("exemplar", false);
  if (value.is_null()) return {};
  FieldReader fields(value, "/exemplar");
  Exemplar exemplar;
  if (!fields.raw("kind", false).is_null() && fields.raw("kind", false) != "")
    exemplar.kind = fields.choice("kind", {"person", "collective", "household", "model"});
  exemplar.name = text_of(fields, "name", kNameMax);
  exemplar.unit = fields.opt_id<UnitId>("unit");
  exemplar.place = text_of(fields, "place", kNameMax);
  move_faults(fields, outer);
  return exemplar;
}

Author read_author(FieldReader& outer, const json& value, const std::string& pointer) {
  FieldReader fields(value, pointer);
  Author author;
  author.name = fields.text("name", kPersonMax);
  author.pen_name = text_of(fields, "pen_name", kPersonMax);
  author.unit = fields.opt_id<UnitId>("unit");
  author.contact = text_of(fields, "contact", kNameMax);
  move_faults(fields, outer);
  return author;
}

std::vector<Author> read_co_authors(FieldReader& outer) {
  std::vector<Author> out;
  for (const auto& value : list_of(outer, "co_authors"))
    out.push_back(read_author(outer, value, "/co_authors/" + std::to_string(out.size())));
  return out;
}

std::vector<std::string> read_interests(FieldReader& outer) {
  std::vector<std::string> out;
  for (const auto& value : list_of(outer, "declared_interests")) {
    const auto pointer = "/declared_interests/" + std::to_string(out.size());
    if (!value.is_string())
      outer.add({pointer, "api.not_text", {}});
    else if (code_points(value.get_ref<const std::string&>()) > kPersonMax)
      outer.add({pointer, "entries.name_too_long", {{"max", std::to_string(kPersonMax)}}});
    out.push_back(value.is_string() ? value.get<std::string>() : "");
  }
  return out;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= kIdMax && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::set<std::string> read_declarations(FieldReader& outer) {
  std::set<std::string> out;
  const auto& value = outer.raw("declarations", false);
  if (value.is_null()) return out;
  if (!value.is_object() || value.size() > 2 * kListMax) {
    outer.add({"/declarations", "entries.declarations_unreadable", {}});
    return out;
  }
  for (const auto& item : value.items()) {
    if (!is_identifier(item.key()) || !item.value().is_boolean())
      outer.add({"/declarations", "entries.declarations_unreadable", {}});
    else if (item.value().get<bool>())
      out.insert(item.key());
  }
  return out;
}

}  // namespace

Draft read_draft(const json& body) {
  FieldReader fields(body);
  Draft draft;
  auto& content = draft.content;
  content.category = text_of(fields, "category", kIdMax);
  content.field = text_of(fields, "field", kIdMax);
  content.title = text_of(fields, "title", kTitleMax);
  content.body = text_of(fields, "body", kBodyMax);
  content.language = fields.opt_text("language", 35).value_or("vi");
  content.exemplar = read_exemplar(fields);
  content.declarations = read_declarations(fields);
  if (const auto& author = fields.raw("author", false); !author.is_null())
    draft.author = read_author(fields, author, "/author");
  draft.pen_name = text_of(fields, "pen_name", kPersonMax);
  draft.co_authors = read_co_authors(fields);
  draft.phone = text_of(fields, "phone", 40);
  draft.email = text_of(fields, "email", 254);
  draft.address = text_of(fields, "address", 300);
  draft.declared_interests = read_interests(fields);
  fields.done();
  return draft;
}

}  // namespace guong::entries

// Draws names and texts for the demo from schema/demo/texts.json.
#include <nlohmann/json.hpp>

#include "app/demo.h"
#include "guong/base/embedded.h"
#include "guong/base/text.h"

namespace guong::app {
namespace {

using nlohmann::json;

struct Subject {
  std::string field, kind, who, unit;               // unit: its code; empty: that of the place
  std::vector<std::string> titles, action, places;  // none: it may have been anywhere
};

std::string filled(std::string text, const Params& values) {
  for (const auto& [name, value] : values) {
    const std::string mark = "{" + name + "}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

/// "xã Vĩnh Sơn" is "gl-vinh-son" among today's units.
std::string commune_code(const std::string& place) {
  const auto name = slug(place);
  return "gl-" + name.substr(name.find('-') + 1);
}

}  // namespace

struct DemoTexts::Lists {
  std::vector<std::string> family, middle, given, places, times, openings, contexts, quotes, hardships,
      results, closings;
  std::vector<Subject> subjects;
};

DemoTexts::DemoTexts(Random& random) : random_(random), lists_(std::make_unique<Lists>()) {
  const json all = json::parse(*embedded("schema/demo/texts.json"));
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"family_names", &lists_->family}, {"middle_names", &lists_->middle}, {"given_names", &lists_->given},
      {"places", &lists_->places},       {"times", &lists_->times},         {"openings", &lists_->openings},
      {"contexts", &lists_->contexts},   {"quotes", &lists_->quotes},       {"hardships", &lists_->hardships},
      {"results", &lists_->results},     {"closings", &lists_->closings}};
  for (const auto& [name, list] : lists) *list = all.at(name).get<std::vector<std::string>>();
  for (const auto& s : all.at("subjects")) {
    lists_->subjects.push_back({s.at("field"), s.at("kind"), s.at("who"), s.value("unit", ""), s.at("titles"),
                                s.at("action"), s.value("places", std::vector<std::string>())});
  }
}

DemoTexts::~DemoTexts() = default;

const std::string& DemoTexts::any(const std::vector<std::string>& list) {
  return list[random_.below(list.size())];
}

std::string DemoTexts::person_name() {
  return any(lists_->family) + " " + any(lists_->middle) + " " + any(lists_->given);
}

DemoTexts::Written DemoTexts::draft(const std::string& category,
                                    const std::vector<std::string>& declarations) {
  const Subject& subject = lists_->subjects[random_.below(lists_->subjects.size())];
  const Params values{{"name", person_name()},
                      {"place", any(subject.places.empty() ? lists_->places : subject.places)},
                      {"time", any(lists_->times)}};
  std::vector<std::string> paragraphs{any(lists_->openings), any(lists_->contexts)};
  paragraphs.insert(paragraphs.end(), subject.action.begin(), subject.action.end());
  for (const auto* list : {&lists_->quotes, &lists_->hardships, &lists_->results, &lists_->closings}) {
    paragraphs.push_back(any(*list));
  }
  entries::Draft draft;
  for (const auto& paragraph : paragraphs) {
    draft.content.body += (draft.content.body.empty() ? "" : "\n\n") + filled(paragraph, values);
  }
  draft.content.category = category;
  draft.content.field = subject.field;
  draft.content.title = any(subject.titles);
  draft.content.exemplar = {subject.kind, values.at("name"), std::nullopt, values.at("place")};
  draft.content.declarations = {declarations.begin(), declarations.end()};
  return {std::move(draft), subject.unit.empty() ? commune_code(values.at("place")) : subject.unit};
}

}  // namespace guong::app

// The catalogue is read once, from the files in the binary: all modules' messages in one table.
#include "guong/base/messages.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "guong/base/embedded.h"

namespace guong {
namespace {

struct Texts {
  std::string vi, en;
};

const std::map<std::string, Texts, std::less<>>& catalogue() {
  static const auto texts = [] {
    std::map<std::string, Texts, std::less<>> all;
    for (const std::string_view path : embedded_paths("schema/messages/")) {
      const auto messages = nlohmann::json::parse(*embedded(path));
      for (const auto& [key, value] : messages.items()) {
        all[key] = {value.at("vi").get<std::string>(), value.at("en").get<std::string>()};
      }
    }
    return all;
  }();
  return texts;
}

/// A value as it is read: a mark has the decimal comma in Vietnamese.
std::string shown(const Params::value_type& param, Lang lang) {
  auto text = param.second;
  if (lang == Lang::vi && param.first.ends_with("_mark")) std::ranges::replace(text, '.', ',');
  return text;
}

/// In one pass: what a value brings in is never taken for a placeholder.
std::string fill(const std::string& text, const Params& params, Lang lang) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string::npos;
    const auto param =
        close == std::string::npos ? params.end() : params.find(text.substr(at + 1, close - at - 1));
    if (param == params.end()) {
      out += text[at++];
    } else {
      out += shown(*param, lang);
      at = close + 1;
    }
  }
  return out;
}

}  // namespace

std::string message(std::string_view key, Lang lang, const Params& params) {
  const auto found = catalogue().find(key);
  if (found == catalogue().end()) return std::string(key);
  return fill(lang == Lang::vi ? found->second.vi : found->second.en, params, lang);
}

bool has_message(std::string_view key) { return catalogue().contains(key); }

std::vector<std::string_view> message_keys() {
  std::vector<std::string_view> keys;
  for (const auto& [key, texts] : catalogue()) keys.emplace_back(key);
  return keys;
}

std::string_view lang_code(Lang lang) { return lang == Lang::vi ? "vi" : "en"; }

}  // namespace guong

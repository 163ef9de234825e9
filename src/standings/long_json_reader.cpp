// Goes once over a text from its beginning to its end. Of a long list only the places of its elements are kept; each
// element is looked at when it is passed, and read again when it is asked for.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "guong/standings/long_json.h"

namespace guong::standings {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepest = 32;  // what is deeper would only exhaust the stack
constexpr std::uint64_t kWindow = 1 << 20;

struct Unreadable {};

struct Span {
  std::uint64_t begin = 0, end = 0;
};

/// Looks whether a text is JSON that can be read in one way only; makes nothing of it.
class Watcher : public nlohmann::json_sax<json> {
 public:
  Watcher(std::size_t depth, std::optional<std::string>& twice) : outer_(depth), twice_(twice) {}
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (!names_.back().insert(name).second) twice_ = name;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool open() {
    names_.emplace_back();
    return outer_ + names_.size() <= kDeepest;
  }
  bool close() {
    names_.pop_back();
    return true;
  }
  const std::size_t outer_;
  std::optional<std::string>& twice_;
  std::vector<std::set<std::string>> names_;
};

struct Place {
  std::string pointer, shape;  // the shape has "*" for numbers of elements
  std::size_t depth = 0;
};

class Reading {
 public:
  Reading(const ByteSource& text, std::span<const std::string_view> lists, const ReadingLimits& limits)
      : text_(text), lists_(lists), limits_(limits) {}

  ReadLong run() {
    if (text_.size() > limits_.file) throw Unreadable();
    out_.value.frame = value({});
    skip_space();
    if (at_ != text_.size()) throw Unreadable();
    return std::move(out_);
  }

 private:
  char here() {
    if (at_ >= text_.size()) throw Unreadable();
    if (at_ < begin_ || at_ - begin_ >= window_.size()) {
      begin_ = at_;
      window_.resize(static_cast<std::size_t>(std::min(kWindow, text_.size() - at_)));
      text_.read(at_, window_);
    }
    return window_[static_cast<std::size_t>(at_ - begin_)];
  }
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  void skip_space() {
    while (at_ < text_.size() && is_space(here())) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (here() != c) return false;
    ++at_;
    return true;
  }
  void want(char c) {
    if (!take(c)) throw Unreadable();
  }

  void skip_string() {
    for (++at_; here() != '"'; ++at_)
      if (here() == '\\') ++at_;
    ++at_;
  }
  /// To the end of a value. Only brackets and strings are told apart: what stands between is looked at after.
  void skip_value() {
    std::size_t open = 0;
    do {
      const char c = here();
      if (c == '"') {
        skip_string();
        continue;
      }
      if (c == '{' || c == '[') ++open;
      if (open == 0) return skip_scalar();
      if (c == '}' || c == ']') --open;
      ++at_;
    } while (open > 0);
  }
  void skip_scalar() {
    while (at_ < text_.size() && !is_space(here()) && here() != ',' && here() != ']' && here() != '}') ++at_;
  }

  std::string read(const Span& span) const {
    if (span.end - span.begin > limits_.value) throw Unreadable();
    std::string out(static_cast<std::size_t>(span.end - span.begin), '\0');
    text_.read(span.begin, out);
    return out;
  }
  /// The text of the next value, which is JSON.
  Span next(std::size_t depth, std::string& text) {
    skip_space();
    Span span{at_, 0};
    skip_value();
    span.end = at_;
    text = read(span);
    Watcher watcher(depth, out_.name_twice);
    if (!json::sax_parse(text, &watcher)) throw Unreadable();
    return span;
  }

  bool leads_to_list(const std::string& shape) const {
    return std::ranges::any_of(lists_, [&](auto list) { return list.starts_with(shape + "/"); });
  }
  json value(const Place& place) {
    skip_space();
    const char c = here();
    if (c == '[' && std::ranges::find(lists_, place.shape) != lists_.end()) return long_list(place);
    if (leads_to_list(place.shape) && c == '{') return object(place);
    if (leads_to_list(place.shape) && c == '[') return list(place);
    std::string text;
    next(place.depth, text);
    return json::parse(text);
  }

  json object(const Place& place) {
    json out = json::object();
    want('{');
    if (take('}')) return out;
    do {
      skip_space();
      if (here() != '"') throw Unreadable();
      std::string text;
      next(place.depth, text);
      const auto name = json::parse(text).get<std::string>();
      want(':');
      if (out.contains(name)) out_.name_twice = name;
      const auto pointer = pointer_below(place.pointer, name);
      forget(pointer);
      out[name] = value({pointer, pointer_below(place.shape, name), place.depth + 1});
    } while (take(','));
    want('}');
    return out;
  }
  json list(const Place& place) {
    json out = json::array();
    want('[');
    if (take(']')) return out;
    do {
      out.push_back(
          value({place.pointer + "/" + std::to_string(out.size()), place.shape + "/*", place.depth + 1}));
    } while (take(','));
    want(']');
    return out;
  }
  json long_list(const Place& place) {
    auto spans = std::make_shared<std::vector<Span>>();
    want('[');
    if (!take(']')) {
      std::string text;
      do spans->push_back(next(place.depth + 1, text));
      while (take(','));
      want(']');
    }
    out_.value.lists[place.pointer] = {spans->size(), [spans, &source = text_](std::size_t i) {
                                         const auto& span = spans->at(i);
                                         std::string text(static_cast<std::size_t>(span.end - span.begin),
                                                          '\0');
                                         source.read(span.begin, text);
                                         return json::parse(text);
                                       }};
    return json::array();
  }
  /// Of a name that stands twice the last counts, as in every value of the frame.
  void forget(const std::string& pointer) {
    std::erase_if(out_.value.lists, [&](const auto& list) {
      return list.first == pointer || list.first.starts_with(pointer + "/");
    });
  }

  const ByteSource& text_;
  const std::span<const std::string_view> lists_;
  const ReadingLimits limits_;
  std::string window_;
  std::uint64_t begin_ = 0, at_ = 0;
  ReadLong out_;
};

}  // namespace

std::optional<ReadLong> read_long_json(const ByteSource& text, std::span<const std::string_view> lists,
                                       const ReadingLimits& limits) {
  try {
    return Reading(text, lists, limits).run();
  } catch (const Unreadable&) {
    return std::nullopt;
  }
}

}  // namespace guong::standings

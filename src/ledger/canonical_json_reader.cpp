// Reads generously and then compares with the canonical form of what was read: one definition of
// "canonical", the writer's.
#include <charconv>

#include "guong/base/error.h"
#include "guong/ledger/canonical_json.h"

namespace guong::ledger {
namespace {

constexpr int kDeepest = 8;

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool object(Object& out, int depth) {
    if (depth > kDeepest || !take('{')) return false;
    if (take('}')) return true;
    do {
      Member& member = out.emplace_back();
      if (!string(member.name) || !take(':') || !value(member.value, depth)) return false;
    } while (take(','));
    return take('}');
  }
  bool at_end() const { return rest_.empty(); }

 private:
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool value(Value& out, int depth) {
    if (rest_.starts_with('{')) return object(out.emplace<Object>(), depth + 1);
    if (rest_.starts_with('"')) return string(out.emplace<std::string>());
    return number(out.emplace<std::int64_t>());
  }

  bool number(std::int64_t& out) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  bool string(std::string& out) {
    if (!take('"')) return false;
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (c != '\\') {
        out += c;
      } else if (!escape(out)) {
        return false;
      }
    }
    return false;
  }

  bool escape(std::string& out) {
    if (rest_.empty()) return false;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    constexpr std::string_view kLetters = "\"\\bfnrt", kMeanings = "\"\\\b\f\n\r\t";
    if (const auto at = kLetters.find(c); at != kLetters.npos) {
      out += kMeanings[at];
      return true;
    }
    // The canonical form writes \u only for control characters.
    unsigned code = 0;
    if (c != 'u' || rest_.size() < 4) return false;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, code, 16);
    if (error != std::errc() || end != rest_.data() + 4 || code >= 0x20) return false;
    rest_.remove_prefix(4);
    out += static_cast<char>(code);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<Object> parse_canonical_json(std::string_view text) {
  Object object;
  Reader reader(text);
  if (!reader.object(object, 0) || !reader.at_end()) return std::nullopt;
  try {
    if (canonical_json(object) != text) return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
  return object;
}

}  // namespace guong::ledger

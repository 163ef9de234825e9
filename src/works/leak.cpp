// Searches on folded words, each with its place in the original, so that a hit can be shown as it was
// written.
#include "guong/works/leak.h"

#include <algorithm>
#include <array>
#include <optional>

#include "guong/base/text.h"

namespace guong::works {
namespace {

constexpr std::size_t kMost = 100;
constexpr std::size_t kExcerptBytes = 60;
/// Run together, shorter names would be found inside ordinary words.
constexpr std::size_t kShortestGlued = 6;
constexpr std::size_t kShortestNick = 5;
constexpr std::size_t kShortestPhone = 8;

/// A word of a text: folded, and where it stands.
struct Word {
  std::string folded;
  std::size_t at = 0, end = 0;
};
using Words = std::vector<Word>;

/// Punctuation and spaces beyond ASCII that a pasted text has between words, by their first bytes
/// in UTF-8.
std::size_t wide_separator(std::string_view text) {
  constexpr std::array<std::string_view, 5> kThreeBytes{"\xe2\x80", "\xe2\x81", "\xe2\x82", "\xe3\x80",
                                                        "\xe2\x97"};
  if (text.size() >= 2 && text[0] == '\xc2' && static_cast<unsigned char>(text[1]) < 0xC0) return 2;
  const bool wide = std::ranges::any_of(kThreeBytes, [&](auto prefix) { return text.starts_with(prefix); });
  return wide && text.size() >= 3 ? 3 : 0;
}

/// Characters that nobody sees, put between letters by word processors (or to hide a name).
std::size_t invisible(std::string_view text) {
  constexpr std::array<std::string_view, 6> kInvisible{"\u200b", "\u200c", "\u200d",
                                                       "\u2060", "\ufeff", "\u00ad"};
  for (auto each : kInvisible) {
    if (text.starts_with(each)) return each.size();
  }
  return 0;
}

bool word_byte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z');
}

Words words_of(std::string_view text) {
  Words out;
  std::string raw;
  std::size_t begin = 0, end = 0;
  const auto finish = [&] {
    if (!raw.empty()) out.push_back({fold(raw), begin, end});
    raw.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (const auto skip = invisible(rest)) {
      at += skip;
    } else if (const auto gap = wide_separator(rest)) {
      finish();
      at += gap;
    } else if (word_byte(text[at])) {
      if (raw.empty()) begin = at;
      raw += text[at++];
      end = at;
    } else {
      finish();
      ++at;
    }
  }
  finish();
  std::erase_if(out, [](const Word& word) { return word.folded.empty(); });
  return out;
}

std::vector<std::string> folded(const Words& words) {
  std::vector<std::string> out;
  for (const Word& word : words) out.push_back(word.folded);
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += word;
  return out;
}

/// Not in the middle of a character.
std::size_t at_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), words_(words_of(text)) {}

  void name(const std::string& mark) {
    const auto parts = folded(words_of(mark));
    if (parts.empty()) return;
    auto sorted = parts;
    std::ranges::sort(sorted);
    windows(LeakKind::name, mark, parts.size(), [&](std::vector<std::string> window) {
      std::ranges::sort(window);
      return window == sorted;
    });
    if (parts.size() >= 3) sequence(LeakKind::name, mark, with_initials(parts));
    if (parts.size() >= 2) glued(mark, parts);
  }

  void unit(const std::string& mark) { sequence(LeakKind::unit, mark, folded(words_of(mark))); }

  void address(const std::string& mark) {
    sequence(LeakKind::address, mark, folded(words_of(mark)));
    const auto street = folded(words_of(mark.substr(0, mark.find(','))));
    const bool numbered = !street.empty() && street.front().find_first_of("0123456789") != std::string::npos;
    if (numbered && street.size() >= 3) sequence(LeakKind::address, mark, street);
  }

  void email(const std::string& mark) {
    const std::string whole = lower(mark), nick = whole.substr(0, whole.find('@'));
    const std::string text = lower(text_);
    occurrences(text, whole, [&](std::size_t at) { add(LeakKind::email, mark, at, whole.size()); });
    if (nick.size() < kShortestNick) return;
    occurrences(text, nick, [&](std::size_t at) {
      const bool alone = (at == 0 || !word_byte(text[at - 1])) &&
                         (at + nick.size() == text.size() || !word_byte(text[at + nick.size()]));
      if (alone) add(LeakKind::email, mark, at, nick.size());
    });
  }

  void phone(const std::string& mark);

  std::vector<Leak> take() {
    std::ranges::stable_sort(found_, {}, &Leak::at);
    if (found_.size() > kMost) found_.resize(kMost);
    return std::move(found_);
  }

 private:
  static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  }

  template <class Take>
  static void occurrences(std::string_view text, std::string_view wanted, Take take) {
    if (wanted.empty()) return;
    for (auto at = text.find(wanted); at != text.npos; at = text.find(wanted, at + wanted.size())) take(at);
  }

  static std::vector<std::string> with_initials(std::vector<std::string> parts) {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) parts[i].resize(1);
    return parts;
  }

  template <class Fits>
  void windows(LeakKind kind, const std::string& mark, std::size_t n, Fits fits) {
    for (std::size_t i = 0; n > 0 && i + n <= words_.size(); ++i) {
      std::vector<std::string> window;
      for (std::size_t j = i; j < i + n; ++j) window.push_back(words_[j].folded);
      if (fits(std::move(window))) add(kind, mark, words_[i].at, words_[i + n - 1].end - words_[i].at);
    }
  }

  void sequence(LeakKind kind, const std::string& mark, const std::vector<std::string>& wanted) {
    const auto n = wanted.size();
    for (std::size_t i = 0; n > 0 && i + n <= words_.size(); ++i) {
      std::size_t same = 0;
      while (same < n && words_[i + same].folded == wanted[same]) ++same;
      if (same == n) add(kind, mark, words_[i].at, words_[i + n - 1].end - words_[i].at);
    }
  }

  /// "nguyenvanan", "annguyenvan", also inside a longer word.
  void glued(const std::string& mark, std::vector<std::string> parts) {
    const std::string straight = joined(parts);
    std::rotate(parts.begin(), parts.end() - 1, parts.end());
    const std::string given_first = joined(parts);
    if (straight.size() < kShortestGlued) return;
    for (const Word& word : words_) {
      if (word.folded.find(straight) != std::string::npos ||
          word.folded.find(given_first) != std::string::npos) {
        add(LeakKind::name, mark, word.at, word.end - word.at);
      }
    }
  }

  void add(LeakKind kind, const std::string& mark, std::size_t at, std::size_t size) {
    const bool known = std::ranges::any_of(found_, [&](const Leak& leak) {
      return leak.kind == kind && leak.mark == mark && at < leak.at + leak.size && leak.at < at + size;
    });
    if (known || found_.size() >= 10 * kMost) return;
    const auto from = at_character(text_, at > kExcerptBytes ? at - kExcerptBytes : 0);
    const auto to = at_character(text_, std::min(text_.size(), at + size + kExcerptBytes));
    found_.push_back({kind, mark, at, size, std::string(text_.substr(from, to - from))});
  }

  std::string_view text_;
  Words words_;
  std::vector<Leak> found_;
};

/// The digits after 0, 84, +84 or 0084: what all ways of writing one number share.
std::string subscriber_number(std::string_view phone) {
  std::string digits;
  for (char c : phone) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.starts_with("00")) digits.erase(0, 2);
  if (digits.starts_with("84") && digits.size() >= 10) digits.erase(0, 2);
  digits.erase(0, std::min(digits.size(), digits.find_first_not_of('0')));
  return digits;
}

bool between_digits(std::string_view text, std::size_t& at) {
  constexpr std::string_view kMarks = " .-()/\t_";
  if (kMarks.find(text[at]) != kMarks.npos) {
    ++at;
    return true;
  }
  const auto rest = text.substr(at);
  const auto width = std::max(invisible(rest), wide_separator(rest));
  at += width;
  return width > 0;
}

/// Where `digits` end when read from `at` on with little between them; nothing when they do not
/// stand there.
std::optional<std::size_t> digits_end(std::string_view text, std::size_t at, std::string_view digits) {
  int gap = 0;
  for (std::size_t next = 0; next < digits.size();) {
    if (at >= text.size()) return std::nullopt;
    if (text[at] == digits[next]) {
      ++next;
      ++at;
      gap = 0;
    } else if (next == 0 || ++gap > 3 || !between_digits(text, at)) {
      return std::nullopt;
    }
  }
  return at;
}

void Finder::phone(const std::string& mark) {
  const std::string digits = subscriber_number(mark);
  if (digits.size() < kShortestPhone) return;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (const auto end = digits_end(text_, at, digits)) add(LeakKind::phone, mark, at, *end - at);
  }
}

}  // namespace

std::vector<Leak> find_leaks(std::string_view text, const AuthorMarks& marks) {
  Finder finder(text);
  for (const auto& mark : marks.names) finder.name(mark);
  for (const auto& mark : marks.phones) finder.phone(mark);
  for (const auto& mark : marks.emails) finder.email(mark);
  for (const auto& mark : marks.addresses) finder.address(mark);
  for (const auto& mark : marks.units) finder.unit(mark);
  return finder.take();
}

}  // namespace guong::works

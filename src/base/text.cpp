// Over ICU: normal forms and collation are Unicode's tables, and only what is Vietnamese is decided here.
#include "guong/base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "guong/base/error.h"

namespace guong {
namespace {

using NormalizerSource = const icu::Normalizer2* (*)(UErrorCode&);

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::UnicodeString normalized(std::string_view text, NormalizerSource source) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = source(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "base.internal");
  icu::UnicodeString out = normalizer->normalize(utf16(text), status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "base.internal");
  return out;
}

/// The code point at `i`, which moves on; negative where the text is not UTF-8.
UChar32 next_code_point(std::string_view text, std::int32_t& i) {
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
#pragma GCC diagnostic pop
  return c;
}

/// Calls f with each code point.
template <class F>
void each_code_point(std::string_view text, F f) {
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) f(next_code_point(text, i));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A collator is not safe to share between threads.
const icu::Collator& collator() {
  thread_local const std::unique_ptr<icu::Collator> instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> c(icu::Collator::createInstance(icu::Locale("vi"), status));
    if (U_FAILURE(status)) throw Error(ErrorKind::internal, "base.internal");
    return c;
  }();
  return *instance;
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (c == '\r') {
      if (next != '\n') out += '\n';
    } else if (c == 0xc2 && next < 0xa0) {
      ++i;  // U+0080 to U+009F
    } else if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t') {
      out += text[i];
    }
  }
  return out;
}

/// đ is a letter of its own and does not decompose; ð and Ɖ are typed in its place by mistake, and look
/// alike.
UChar32 bare_letter(UChar32 c) {
  constexpr UChar32 kLikeD[] = {0x110, 0x111, 0xd0, 0xf0, 0x189, 0x256};
  return std::find(std::begin(kLikeD), std::end(kLikeD), c) != std::end(kLikeD)
             ? UChar32{'d'}
             : u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

/// What is not UTF-8 parts words, too.
bool is_space(UChar32 c) { return c < 0 || u_isUWhiteSpace(c); }

std::vector<std::string_view> tokens(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t start = std::string_view::npos;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
    const auto at = static_cast<std::size_t>(i);
    const UChar32 c = next_code_point(text, i);
    const bool space = is_space(c);
    if (space && start != std::string_view::npos) {
      out.push_back(text.substr(start, at - start));
      start = std::string_view::npos;
    } else if (!space && start == std::string_view::npos) {
      start = at;
    }
  }
  if (start != std::string_view::npos) out.push_back(text.substr(start));
  return out;
}

}  // namespace

bool valid_utf8(std::string_view text) {
  bool valid = true;
  each_code_point(text, [&](UChar32 c) { valid = valid && c >= 0; });
  return valid;
}

std::string nfc(std::string_view text) {
  // Cleaned first: a control character between a letter and its mark would keep them apart.
  std::string clean = without_controls(text);
  if (is_ascii(clean)) return clean;
  std::string out;
  normalized(clean, icu::Normalizer2::getNFCInstance).toUTF8String(out);
  return out;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool is_blank(std::string_view text) {
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
    if (!is_space(next_code_point(text, i))) return false;
  }
  return true;
}

std::size_t word_count(std::string_view text) { return tokens(text).size(); }

std::string fold(std::string_view text) {
  constexpr UChar32 kZeroWidthSpace = 0x200b;
  // Compatibility forms too: ligatures from PDFs and ornamental letters fold to plain ones.
  const icu::UnicodeString decomposed = normalized(text, icu::Normalizer2::getNFKDInstance);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    const bool space = u_isUWhiteSpace(c) || c == kZeroWidthSpace;
    // Format characters are invisible; left in, they would hide a name from the search for it.
    if (u_charType(c) == U_NON_SPACING_MARK || (u_charType(c) == U_FORMAT_CHAR && !space)) continue;
    if (space && (bare.isEmpty() || bare.char32At(bare.length() - 1) == ' ')) continue;
    bare.append(space ? UChar32{' '} : bare_letter(c));
  }
  if (bare.endsWith(u" ")) bare.truncate(bare.length() - 1);
  std::string out;
  bare.toUTF8String(out);
  return out;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  each_code_point(fold(text), [&](UChar32 c) {
    if (c < 0 || !u_isalnum(c)) return flush();
    icu::UnicodeString(c).toUTF8String(word);
  });
  flush();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string sort_key(std::string_view text) {
  const icu::UnicodeString in = utf16(text);
  std::string key(static_cast<std::size_t>(collator().getSortKey(in, nullptr, 0)), '\0');
  collator().getSortKey(in, reinterpret_cast<std::uint8_t*>(key.data()),
                        static_cast<std::int32_t>(key.size()));
  if (!key.empty()) key.pop_back();  // the terminating zero
  return key;
}

std::string person_sort_key(std::string_view name) {
  const auto words = tokens(name);
  if (words.size() < 2) return sort_key(name);
  // A zero parts the keys, so that a given name is settled to its last tone before the family name counts.
  std::string key = sort_key(words.back());
  for (std::size_t i = 0; i + 1 < words.size(); ++i) key += '\0' + sort_key(words[i]);
  return key;
}

}  // namespace guong

// Vietnamese text: normal form, folding for search, word count, sort keys. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guong {

bool valid_utf8(std::string_view text);
/// NFC of valid UTF-8 (text from Macs and pasted text arrive in NFD). Control characters other than \n and \t
/// are dropped; \r\n becomes \n.
std::string nfc(std::string_view text);
/// Number of code points.
std::size_t code_points(std::string_view text);
/// Whether it holds nothing but white space.
bool is_blank(std::string_view text);
/// White-space tokens, as word processors count them and contest rules mean "từ"/"chữ".
std::size_t word_count(std::string_view text);
/// Lower case without diacritics, đ as d, both styles of tone placement alike, single spaces: "Hòa Đặng" ->
/// "hoa dang".
std::string fold(std::string_view text);
/// The distinct words (letters and digits) of the folded text, sorted.
std::vector<std::string> folded_words(std::string_view text);
/// ASCII name for URLs and files: "Gương sáng Đà Nẵng" -> "guong-sang-da-nang".
std::string slug(std::string_view text);
/// Binary key in the Vietnamese alphabet (CLDR vi).
std::string sort_key(std::string_view text);
/// The same for a person's name: given name (last word) first, then family name, then middle names.
std::string person_sort_key(std::string_view name);

}  // namespace guong

// The one form of identifiers and names, and what a password must be: pure text work, apart from the
// database.
#include "guong/accounts/account.h"

#include <algorithm>

#include "guong/base/text.h"

namespace guong::accounts {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n'))
    text.remove_suffix(1);
  return text;
}

bool good_local_part(std::string_view local) {
  if (local.empty() || local.size() > 64 || local.front() == '.' || local.back() == '.') return false;
  return std::ranges::all_of(local, [](char c) {
    return is_letter_or_digit(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
  });
}

bool good_domain(std::string_view domain) {
  int labels = 0;
  while (true) {
    const auto dot = domain.find('.');
    const auto label = domain.substr(0, dot);
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; })) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels >= 2;
    domain.remove_prefix(dot + 1);
  }
}

std::optional<Identifier> parse_email(std::string_view text) {
  if (text.size() > 254) return std::nullopt;
  auto email = lower_ascii(text);
  const auto at = email.find('@');
  if (at == std::string::npos) return std::nullopt;
  const std::string_view view = email;
  if (!good_local_part(view.substr(0, at)) || !good_domain(view.substr(at + 1))) return std::nullopt;
  return Identifier{Identifier::Kind::email, std::move(email)};
}

/// 0 and nine digits (mobile) or ten (land lines); +84 and 84 stand for the 0.
std::optional<Identifier> parse_phone(std::string_view text) {
  std::string digits;
  const bool international = text.starts_with('+');
  if (international) text.remove_prefix(1);
  for (const char c : text) {
    if (is_digit(c))
      digits += c;
    else if (std::string_view(" .-()").find(c) == std::string_view::npos)
      return std::nullopt;
  }
  if (digits.starts_with("84") && (international || digits.size() == 11))
    digits = "0" + digits.substr(2);
  else if (international)
    return std::nullopt;
  if (!digits.starts_with('0') || digits.size() < 10 || digits.size() > 11) return std::nullopt;
  return Identifier{Identifier::Kind::phone, std::move(digits)};
}

}  // namespace

std::optional<Identifier> parse_identifier(std::string_view text) {
  text = trimmed(text);
  return text.find('@') != std::string_view::npos ? parse_email(text) : parse_phone(text);
}

std::string clean_name(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (space && out.ends_with(' ')) continue;
    out += space ? ' ' : c;
  }
  return fold(out).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ? "" : out;
}

std::vector<Fault> password_faults(std::string_view password, std::span<const Identifier> identifiers,
                                   std::string_view pointer) {
  const auto length = code_points(password);
  const Params limits = {{"min", std::to_string(kPasswordMin)}, {"max", std::to_string(kPasswordMax)}};
  if (length < kPasswordMin) return {{std::string(pointer), "accounts.password_too_short", limits}};
  if (length > kPasswordMax) return {{std::string(pointer), "accounts.password_too_long", limits}};
  const auto typed = parse_identifier(password);
  for (const auto& identifier : identifiers)
    if (lower_ascii(password) == identifier.text || typed == identifier)
      return {{std::string(pointer), "accounts.password_is_identifier", {}}};
  return {};
}

std::vector<Identifier> identifiers_of(const Account& account) {
  std::vector<Identifier> out;
  if (account.email) out.push_back({Identifier::Kind::email, *account.email});
  if (account.phone) out.push_back({Identifier::Kind::phone, *account.phone});
  return out;
}

}  // namespace guong::accounts

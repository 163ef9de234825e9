// The line is drawn at the n-th place; whoever equals the one on it passes too.
#include "guong/scoring/advance.h"

#include <algorithm>

namespace guong::scoring {
namespace {

std::size_t places(const AdvanceRule& rule, std::size_t ranked) {
  if (rule.by == Advance::all) return ranked;
  const Rational wanted = rule.by == Advance::top_n
                              ? rule.value
                              : Rational(rule.value * static_cast<unsigned long>(ranked) / 100);
  mpz_class up;
  mpz_cdiv_q(up.get_mpz_t(), wanted.get_num_mpz_t(), wanted.get_den_mpz_t());
  return std::min<std::size_t>(up > 0 ? up.get_ui() : 0, ranked);
}

bool equal(const AdvanceRule& rule, const Standing& a, const Standing& b) {
  return rule.ties_pass ? a.score == b.score : a.rank == b.rank;
}

}  // namespace

std::vector<std::string> advancing(const AdvanceRule& rule, std::vector<Standing> standings) {
  std::sort(standings.begin(), standings.end(), [](const Standing& a, const Standing& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.code < b.code;
  });
  std::vector<std::string> codes;
  if (rule.by == Advance::min_score) {
    for (const auto& s : standings) {
      if (s.score >= rule.value) codes.push_back(s.code);
    }
    return codes;
  }
  const std::size_t n = places(rule, standings.size());
  for (std::size_t i = 0; i < standings.size(); ++i) {
    if (i < n || (n > 0 && equal(rule, standings[i], standings[n - 1]))) codes.push_back(standings[i].code);
  }
  return codes;
}

}  // namespace guong::scoring

// A proof of work: a number to be found whose digest, after a challenge, begins with zero bits. The service keeps
// nothing of a challenge until it is used: its own mark on it tells for whom it was made and until when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guong/api/use_case_context.h"

namespace guong::accounts {

/// Half a million digests at first: a second on a phone. Twice that and twice again where very many guess.
inline constexpr int kProofBits = 18, kMostProofBits = 20;
inline constexpr Duration kProofLife = minutes(5);

struct Challenge {
  std::string text;  // 64 characters of base64url: one block of SHA-256, so that each try costs one more
  int bits = 0;
  Timestamp expires_at{0};
};

struct Proof {
  std::string challenge;
  std::string answer;
};

/// How many bits after so many attempts at one identifier.
int proof_bits(std::int64_t attempts);
Challenge make_challenge(const api::UseCaseContext& context, std::string_view identifier, int bits);
/// Whether the challenge was made here for this identifier, is not too old and is solved.
bool solves(const api::UseCaseContext& context, std::string_view identifier, const Proof& proof);

}  // namespace guong::accounts

// Signing in: who may try, how often, and what proves more than a password. Wrong passwords are counted by who is tried
// from which network; those of other networks close nothing, they make strangers work for each try.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accounts/account_store.h"
#include "accounts/proof_of_work.h"
#include "guong/api/use_case_context.h"
#include "guong/base/error.h"

namespace guong::accounts {

struct SignInTry {
  std::string identifier;  // or what was typed for one: it is counted and answered alike
  std::string client;
  std::optional<std::string> device;  // one on which this account has signed in before
  std::optional<Proof> proof;
};

/// So many have tried this identifier that a stranger's network must solve the challenge first.
class ProofNeeded : public Error {
 public:
  explicit ProofNeeded(Challenge wanted)
      : Error(ErrorKind::too_many, "accounts.proof_needed"), challenge(std::move(wanted)) {}
  Challenge challenge;
};

/// Counts the try before the password is looked at. Throws ProofNeeded, or when who tries has to wait.
void begin_sign_in(store::Tx& tx, const api::UseCaseContext& context, const SignInTry& attempt);
/// Whether the password opens the account. Takes the same time when there is none. Not in a transaction.
bool password_opens(const std::optional<Credentials>& credentials, std::string_view password);
/// Opens a session and takes the try off the counts; gives the session's token.
std::string finish_sign_in(store::Tx& tx, const api::UseCaseContext& context, AccountId account,
                           const SignInTry& attempt, std::string_view user_agent);

}  // namespace guong::accounts

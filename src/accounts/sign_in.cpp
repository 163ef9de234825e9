// Nothing here tells a stranger whether an account exists: not by an answer, not by the time that it takes,
// and not by when a proof is asked for.
#include "accounts/sign_in.h"

#include "accounts/limiter.h"
#include "guong/accounts/session.h"
#include "guong/base/crypto.h"

namespace guong::accounts {
namespace {

/// Of a password nobody has; with the parameters of hash_password(), so that checking it takes as long as
/// checking a real one.
const std::string& nobodys_hash() {
  static const std::string hash = hash_password(system_random().token());
  return hash;
}

/// What one try counts for.
struct Counts {
  Counts(const api::Keys& keys, const SignInTry& attempt)
      : here(guarded(keys, kSignInHere, attempt.identifier + "\n" + network_of(attempt.client))),
        client(guarded(keys, kSignInClient, attempt.client)),
        identifier(guarded(keys, kSignInIdentifier, attempt.identifier)) {}
  Guarded here, client, identifier;
};

Guarded device_count(const api::Keys& keys, const SignInTry& attempt) {
  return guarded(keys, kSignInDevice, *attempt.device);
}

void count(store::Tx& tx, const api::UseCaseContext& context, const Guarded& guarded) {
  if (const auto wait = count_attempt(tx, guarded, context.now)) refuse_for(*wait);
}

/// A proof is good once: the second time it is still locked.
bool proven(store::Tx& tx, const api::UseCaseContext& context, const SignInTry& attempt) {
  return attempt.proof && solves(context, attempt.identifier, *attempt.proof) &&
         !count_attempt(tx, guarded(context.keys, kSignInProof, attempt.proof->challenge), context.now);
}

}  // namespace

void begin_sign_in(store::Tx& tx, const api::UseCaseContext& context, const SignInTry& attempt) {
  if (attempt.device) return count(tx, context, device_count(context.keys, attempt));
  const Counts counts(context.keys, attempt);
  count(tx, context, counts.here);
  count(tx, context, counts.client);
  const auto tried = attempts_so_far(tx, counts.identifier, context.now);
  if (tried >= counts.identifier.policy.free_attempts && !proven(tx, context, attempt))
    throw ProofNeeded(make_challenge(context, attempt.identifier, proof_bits(tried)));
  count(tx, context, counts.identifier);
}

bool password_opens(const std::optional<Credentials>& credentials, std::string_view password) {
  const auto& nobodys = nobodys_hash();  // made now in either case
  return password_matches(credentials ? credentials->password_hash : nobodys, password) && credentials;
}

std::string finish_sign_in(store::Tx& tx, const api::UseCaseContext& context, AccountId account,
                           const SignInTry& attempt, std::string_view user_agent) {
  if (attempt.device) {
    clear_attempts(tx, device_count(context.keys, attempt));
  } else {
    const Counts counts(context.keys, attempt);
    clear_attempts(tx, counts.here);
    uncount_attempt(tx, counts.client);
    uncount_attempt(tx, counts.identifier);
  }
  return open_session(tx, context.random, context.now, account, user_agent, attempt.client);
}

}  // namespace guong::accounts

// Rows of job.
#pragma once

#include <optional>
#include <string>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::store {

constexpr int kMaxAttempts = 8;
/// A running job whose runner has not been heard of for so long is taken up again.
constexpr Duration kJobLease = minutes(2);

struct Job {
  JobId id;
  std::string kind;
  std::string payload;
  /// How often it was claimed, this time included. Tells one claim from a later one.
  std::int64_t attempts = 0;
};

void insert_job(Tx& tx, JobId id, std::string_view kind, std::string_view payload, Timestamp now);
/// State of the job of this kind and payload that is not done; nothing when there is none.
std::optional<std::string> find_undone(Reader& reader, std::string_view kind, std::string_view payload);
/// Lets those that wait, or were given up, be tried now.
void bring_forward(Tx& tx, std::string_view kind, std::string_view payload, Timestamp now);
/// What of the jobs may run now: those of the kind `patient` last, or not at all.
struct Choice {
  std::string patient;
  bool take_patient = true;
  std::string left_out() const { return take_patient ? "" : patient; }
};
bool any_due(Reader& reader, const Choice& choice, Timestamp now);
/// Marks the next due job as running; nothing when none is due.
std::optional<Job> claim_job(Tx& tx, const Choice& choice, Timestamp now);
/// Says that the job is still being worked on.
void keep_claim(Tx& tx, const Job& job, Timestamp now);
/// These three do nothing when the claim was lost.
void finish_job(Tx& tx, const Job& job);
void postpone_job(Tx& tx, const Job& job, Timestamp until, std::string_view error);
void fail_job(Tx& tx, const Job& job, std::string_view error);
void delete_done_before(Tx& tx, Timestamp before);

}  // namespace guong::store

// Handlers of this module's jobs. Each may be run again: each finds the state anew.
#include "judging/jobs.h"

#include "guong/api/call.h"
#include "guong/judging/assignment.h"
#include "guong/judging/progress.h"
#include "judging/round_store.h"

namespace guong::judging {

std::map<std::string, store::JobHandler> judging_jobs(api::Services& services,
                                                      std::function<Timestamp()> clock) {
  return {{std::string(kCountConflictsJob),
           [&services, clock = std::move(clock)](const std::string& contest) {
             recount_conflicts(services.store, services.keys, ContestId{std::stoll(contest)}, clock());
           }},
          {std::string(kUpdateExtraNeededJob), [&services](const std::string& payload) {
             const ContestId contest{std::stoll(payload)};
             services.store.write([&](store::Tx& tx) {
               for (const int round : open_rounds(tx, contest)) update_extra_needed(tx, contest, round);
             });
           }}};
}

}  // namespace guong::judging

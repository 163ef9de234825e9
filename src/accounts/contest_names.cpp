// Each contest is asked for once: a page of grants is mostly of one.
#include "accounts/contest_names.h"

#include "guong/base/error.h"

namespace guong::accounts {

std::optional<ContestName> contest_name(store::Reader& reader, ContestId contest) {
  const auto find = reader.state().of<ContestNames>().find;
  if (!find) throw Error(ErrorKind::internal, "base.internal");
  return find(reader, contest);
}

std::map<ContestId, ContestName> contest_names(store::Reader& reader, const std::vector<GrantRow>& grants) {
  std::map<ContestId, ContestName> out;
  for (const auto& grant : grants)
    if (grant.contest && !out.contains(*grant.contest))
      out.emplace(*grant.contest, contest_name(reader, *grant.contest).value_or(ContestName{}));
  return out;
}

}  // namespace guong::accounts

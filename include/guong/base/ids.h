// Typed identifiers: an EntryId is not a ContestId. Every id is a random 53-bit number (safe in JSON),
// so it tells nothing of how many things exist or in which order they came.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace guong {

template <class Tag>
struct Id {
  std::int64_t value = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
  explicit operator bool() const { return value != 0; }
};

using AccountId = Id<struct AccountTag>;
using SessionId = Id<struct SessionTag>;
using GrantId = Id<struct GrantTag>;
using InvitationId = Id<struct InvitationTag>;
using UnitId = Id<struct UnitTag>;
using ContestId = Id<struct ContestTag>;
using EntryId = Id<struct EntryTag>;
using EntryFileId = Id<struct EntryFileTag>;
using UploadId = Id<struct UploadTag>;
using PanelId = Id<struct PanelTag>;
using AssignmentId = Id<struct AssignmentTag>;
using InterestId = Id<struct InterestTag>;
using ResultId = Id<struct ResultTag>;
using AwardId = Id<struct AwardTag>;
using JobId = Id<struct JobTag>;

/// Counts the changes of one row. A write names the revision that it saw; another one is refused as stale.
struct Revision {
  std::int64_t value = 0;
  friend auto operator<=>(const Revision&, const Revision&) = default;
};

}  // namespace guong

template <class Tag>
struct std::hash<guong::Id<Tag>> {
  std::size_t operator()(guong::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};

// Rows of a contest for its inspectors. SQL only; every list is in the order of time.
#pragma once

#include "results/inspection.h"

namespace guong::results {

/// Which rows of a list are asked for.
struct InspectionSpan {
  ContestId contest;
  Timestamp until;
  InspectionCursor after;
  int limit = 0;
};

std::vector<InspectionLine> load_works(store::Reader& reader, const InspectionSpan& span);
std::vector<InspectionLine> load_people(store::Reader& reader, const InspectionSpan& span);
std::vector<InspectionLine> load_assignments(store::Reader& reader, const InspectionSpan& span);
std::vector<InspectionLine> load_waivers(store::Reader& reader, const InspectionSpan& span);
/// Of locked rounds only.
std::vector<InspectionLine> load_cards(store::Reader& reader, const InspectionSpan& span);

struct InspectedRecord {
  std::int64_t seq = 0;
  std::string kind, record;
};
std::vector<InspectedRecord> load_records(store::Reader& reader, const InspectionSpan& span);

}  // namespace guong::results

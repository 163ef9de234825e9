// What approval rested on is looked at again before each later step: works may have left the contest, and rows may have
// been changed by somebody who does not go through this program.
#pragma once

#include "results/awards.h"

namespace guong::results {

/// Error{conflict} naming the first thing that is not as it was: a work that left, marks, rule book.
void refuse_if_cards_moved(store::Reader& reader, const Result& result, const Prizes& prizes);
/// The same of the awards.
void refuse_if_awards_moved(store::Reader& reader, const Result& result, const Prizes& prizes);
/// Both.
void refuse_if_ground_moved(store::Reader& reader, const Result& result, const Prizes& prizes);

}  // namespace guong::results

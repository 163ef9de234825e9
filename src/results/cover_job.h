// Makes the sizes of a published work's first picture, after publication.
#pragma once

#include <string_view>

#include "guong/api/call.h"
#include "results/documents.h"

namespace guong::results {

constexpr std::string_view kCoverJob = "make_cover";

/// Asks for the sizes of a work that is being published, if it has a picture.
void ask_for_cover(store::Tx& tx, const api::UseCaseContext& context, EntryId entry,
                   const nlohmann::json& document);
/// `payload`: the entry. May run again after a crash: looks first whether its work is done, or no longer
/// wanted.
void make_cover(api::Services& services, const std::string& payload);

}  // namespace guong::results

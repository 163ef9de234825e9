// The inspector's dossier on paper: of the same lists as its JSON, what a reader needs, the long ones cut.
#pragma once

#include <string>

#include "guong/base/messages.h"
#include "guong/documents/pdf.h"
#include "results/inspection.h"

namespace guong::results {

struct DossierSetting {
  Timestamp until;
  std::string base_url;
};

/// Lines of one list on the paper.
inline constexpr std::size_t kDossierLines = 200;

/// Rights are those of inspect().
documents::Sheet inspection_sheet(store::Reader& reader, const api::UseCaseContext& context,
                                  ContestId contest, const DossierSetting& setting, Lang lang);

}  // namespace guong::results

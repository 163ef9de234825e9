// Drafts as what files are uploaded for.
#pragma once

#include "guong/uploads/upload.h"

namespace guong::entries {

const uploads::UploadTarget& upload_target();

}  // namespace guong::entries

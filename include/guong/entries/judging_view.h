// What judging may know of entries: anonymous works by code, and facts for conflict checks that stay inside
// the program.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/byte_source.h"
#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/http/message.h"
#include "guong/store/blobs.h"
#include "guong/store/store.h"
#include "guong/works/file_kind.h"

namespace guong::entries {

/// A file as a judge meets it: the anonymised rendition under a new name. No original name, hash, size or
/// time.
struct AnonymousFile {
  int position = 0;
  std::string purpose, kind, media_type;
  std::int64_t size = 0;  // of the rendition
  std::optional<std::int64_t> duration_ms, width, height;
  bool ready = false;  // the rendition is made
};

/// An entry as a judge meets it. There is no author, number, id or time here, and nothing from which they
/// follow: pictures in the body are called by their files' positions.
struct AnonymousWork {
  std::string code, category, field, title, body, language;
  std::string exemplar_kind, exemplar_name, exemplar_unit, exemplar_place;
  std::vector<AnonymousFile> files;
};
std::optional<AnonymousWork> anonymous_work(store::Reader& reader, ContestId contest, std::string_view code);
/// The bytes of one file's rendition. `position` as in the work. Name for saving: "CODE-1.pdf". No
/// Last-Modified; the ETag is of the rendition. Error{not_found} when it does not exist or is not ready.
http::Response anonymous_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                              ContestId contest, std::string_view code, int position);

/// The same as a picture to make others of; nothing where there is none.
struct AnonymousPicture {
  std::shared_ptr<const ByteSource> bytes;
  works::FileKind kind = works::FileKind::unknown;
};
std::optional<AnonymousPicture> anonymous_picture(store::Reader& reader, const store::Blobs& blobs,
                                                  ContestId contest, std::string_view code, int position);

/// An accepted entry by code. Never shown together with a number, a title or an author.
struct CodedEntry {
  std::string code;
  EntryId entry;
  std::string category;
};
/// All accepted entries of a contest, by code.
std::vector<CodedEntry> accepted_entries(store::Reader& reader, ContestId contest);
/// Numbers of entries still waiting for the secretary (submitted or returned with time left): a round opens
/// only when there are none.
std::vector<std::string> undecided_numbers(store::Reader& reader, ContestId contest, Timestamp now);

/// What the conflict check needs of the author's side. Used inside the program only: it has no view and no
/// JSON.
struct ConflictFacts {
  std::string code;
  std::vector<AccountId> accounts;                     // authors who count
  std::vector<std::string> contacts;                   // by which others are named who have not confirmed
  std::vector<UnitId> units;                           // of author and co-authors, as others have confirmed
  std::vector<UnitId> claimed_units;                   // that only the entry says
  std::vector<std::string> folded_names;               // of author and co-authors
  std::vector<std::string> folded_declared_interests;  // names that the author declared
  std::string folded_exemplar;
  std::optional<UnitId> exemplar_unit;
  AccountId handler;  // who handed it in: the author, or a coordinator
};
/// Of every accepted work, one after the other, by code.
void each_conflict_facts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                         const std::function<void(const ConflictFacts&)>& f);
/// Of one; nothing when no accepted work has the code.
std::optional<ConflictFacts> conflict_facts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                            std::string_view code);
/// Another text whenever an entry has been accepted or has stopped being so.
std::string intake_mark(store::Reader& reader, ContestId contest);
/// Whether the account has written or co-written an entry in the contest: nobody judges a contest they have
/// entered.
bool has_entered(store::Reader& reader, const api::Keys& keys, AccountId account, ContestId contest);

}  // namespace guong::entries

// Gathers the authors' traits and the texts, and asks works::find_leaks. Files are read outside any
// transaction: slow.
#include <set>

#include "entries/entry_access.h"
#include "entries/original_file.h"
#include "entries/submitted_work.h"
#include "guong/base/prose.h"
#include "guong/base/text.h"
#include "guong/entries/use_cases.h"
#include "guong/works/file_text.h"
#include "guong/works/leak.h"

namespace guong::entries {
namespace {

struct Material {
  Document document;
  std::vector<EntryFile> files;  // in the document's order
  works::AuthorMarks marks;
};

void add(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty()) list.push_back(text);
}

/// The exemplar's name and unit are content: they stay.
works::AuthorMarks marks_of(store::Reader& reader, const Identity& identity, const Exemplar& exemplar) {
  works::AuthorMarks marks;
  std::vector<UnitId> units;
  const auto subject = fold(exemplar.name);
  for (const auto& author : identity.authors) {
    if (fold(author.name) != subject) add(marks.names, author.name);
    if (fold(author.pen_name) != subject) add(marks.names, author.pen_name);
    add(author.contact.find('@') == std::string::npos ? marks.phones : marks.emails, author.contact);
    if (author.unit && author.unit != exemplar.unit) units.push_back(*author.unit);
  }
  add(marks.phones, identity.phone);
  add(marks.emails, identity.email);
  add(marks.addresses, identity.address);
  marks.units = unit_names(reader, units);
  return marks;
}

constexpr std::pair<works::LeakKind, const char*> kKinds[] = {{works::LeakKind::name, "name"},
                                                              {works::LeakKind::phone, "phone"},
                                                              {works::LeakKind::email, "email"},
                                                              {works::LeakKind::address, "address"},
                                                              {works::LeakKind::unit, "unit"}};

/// One hit per kind and place, however often it stands there.
void look(std::vector<LeakHit>& out, std::string_view text, const works::AuthorMarks& marks,
          const std::string& pointer) {
  std::set<works::LeakKind> found;
  for (const auto& leak : works::find_leaks(text, marks)) found.insert(leak.kind);
  for (const auto& [kind, name] : kKinds)
    if (found.contains(kind)) out.push_back({name, pointer});
}

}  // namespace

std::vector<LeakHit> check_leaks(store::Store& store, const store::Blobs& blobs,
                                 const api::UseCaseContext& context, ContestId contest, EntryId id) {
  api::require(context.actor, api::Role::secretary, contest);
  const auto material = store.read([&](store::Reader& reader) {
    const auto entry = desk_entry(reader, contest, id);
    auto document = submitted_document(reader, context.keys, entry);
    auto marks = marks_of(reader, document.identity, document.content.exemplar);
    std::vector<EntryFile> files;
    for (const auto& file : document.files) files.push_back(*find_file(reader, entry.id, file.id));
    return Material{std::move(document), std::move(files), std::move(marks)};
  });
  const auto& content = material.document.content;
  std::vector<LeakHit> hits;
  look(hits, content.title, material.marks, "/title");
  look(hits, prose_text(content.body), material.marks, "/body");
  for (std::size_t i = 0; i < material.files.size(); ++i) {
    const auto& file = material.files[i];
    const auto kind = works::kind_from_name(file.facts.kind);
    if (!works::has_text(kind)) continue;
    const auto bytes = original_bytes(blobs, context.keys, file);
    const auto text = works::text_of_file(*bytes, kind, blobs.temporary_folder());
    if (text) look(hits, *text, material.marks, "/files/" + std::to_string(i));
  }
  return hits;
}

}  // namespace guong::entries

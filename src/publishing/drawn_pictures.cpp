// What a picture is drawn from, read from the same rows as the page that shows it.
#include "publishing/drawn_pictures.h"

#include <nlohmann/json.hpp>

#include "guong/contests/contest.h"
#include "guong/pictures/cover.h"
#include "guong/pictures/medal.h"
#include "guong/pictures/portrait.h"
#include "guong/results/public_search.h"
#include "publishing/public_store.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr Timestamp kForEver{INT64_MAX};
constexpr std::size_t kFewFields = 3;

/// What a picture is drawn from.
struct Subject {
  std::string field, title;
};
using MaybeSubject = std::optional<Subject>;

/// Nobody waits for what changes so seldom: an hour without a question.
RenderedPage picture(std::string bytes, const char* media_type) {
  return {std::move(bytes), kForEver, media_type, "public, max-age=3600"};
}

RenderedPage svg(std::string text) { return picture(std::move(text), "image/svg+xml"); }

RenderedPage cover(const MaybeSubject& subject) {
  return svg(subject ? pictures::cover_svg(subject->field, subject->title) : "");
}

RenderedPage share(const MaybeSubject& subject) {
  return picture(subject ? pictures::share_png(subject->field, subject->title) : "", "image/png");
}

std::string field_of(const json& work) { return text_of(work.at("field"), "id"); }

/// Its first field stands for a contest of few; one of many is about none of them and has the neutral hue.
MaybeSubject contest_subject(store::Reader& reader, const std::string& slug) {
  const auto contest = public_contest(reader, slug);
  if (!contest) return std::nullopt;
  const auto rules = contests::contest_rules(reader, contest->id, contest->version);
  return Subject{rules->fields.size() <= kFewFields ? rules->fields.front().id : "", contest->name.vi};
}

MaybeSubject work_subject(store::Reader& reader, const std::string& slug) {
  const auto work = results::published_work(reader, slug);
  if (!work) return std::nullopt;
  const auto document = json::parse(work->document);
  return Subject{field_of(document), text_of(document, "title")};
}

/// The field of the newest work about them.
MaybeSubject exemplar_subject(store::Reader& reader, const std::string& slug) {
  const auto newest = results::works_about(reader, slug, 1);
  if (newest.empty()) return std::nullopt;
  const auto document = json::parse(newest.front().document);
  return Subject{field_of(document), text_of(document.at("exemplar"), "name")};
}

/// What only a new release draws otherwise.
std::string never_changes(store::Reader&) { return "drawn"; }

}  // namespace

PageSource contest_cover(const std::string& slug) {
  return {[slug](store::Reader& reader) { return contest_fingerprint(reader, slug); },
          [slug](store::Reader& reader) { return cover(contest_subject(reader, slug)); }};
}

PageSource contest_share(const std::string& slug) {
  return {[slug](store::Reader& reader) { return contest_fingerprint(reader, slug); },
          [slug](store::Reader& reader) { return share(contest_subject(reader, slug)); }};
}

PageSource work_cover(const std::string& slug) {
  return {[slug](store::Reader& reader) { return work_fingerprint(reader, slug); },
          [slug](store::Reader& reader) { return cover(work_subject(reader, slug)); }};
}

PageSource work_share(const std::string& slug) {
  return {[slug](store::Reader& reader) { return work_fingerprint(reader, slug); },
          [slug](store::Reader& reader) { return share(work_subject(reader, slug)); }};
}

/// The address is the key: the same person has the same portrait, however the name is written.
PageSource exemplar_portrait(const std::string& slug) {
  return {[slug](store::Reader& reader) { return results::exemplar_fingerprint(reader, slug); },
          [slug](store::Reader& reader) {
            const auto subject = exemplar_subject(reader, slug);
            return svg(subject ? pictures::portrait_svg(subject->field, slug) : "");
          }};
}

PageSource exemplar_share(const std::string& slug) {
  return {[slug](store::Reader& reader) { return results::exemplar_fingerprint(reader, slug); },
          [slug](store::Reader& reader) { return share(exemplar_subject(reader, slug)); }};
}

PageSource home_share() {
  return {never_changes, [](store::Reader&) {
            return share(Subject{"", message("publishing.home_title", Lang::vi)});
          }};
}

PageSource medal(const std::string& rank) {
  const auto make = [rank](store::Reader&) {
    const bool digit = rank.size() == 1 && rank.front() >= '0' && rank.front() <= '9';
    return svg(digit ? pictures::medal_svg(rank.front() - '0') : "");
  };
  return {never_changes, make};
}

}  // namespace guong::publishing

// The demo as a story in order: units, people, contests, entries, marks, results. Everything goes through use
// cases, so that the demo cannot hold what the program would refuse.
#include "app/demo.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/app_store.h"
#include "app/demo_pictures.h"
#include "guong/accounts/account.h"
#include "guong/accounts/grant.h"
#include "guong/accounts/member.h"
#include "guong/base/crypto.h"
#include "guong/base/embedded.h"
#include "guong/contests/contest.h"
#include "guong/entries/judging_view.h"
#include "guong/entries/use_cases.h"
#include "guong/judging/assignment.h"
#include "guong/judging/desk.h"
#include "guong/judging/interest.h"
#include "guong/judging/panel.h"
#include "guong/judging/round.h"
#include "guong/publishing/host.h"
#include "guong/results/result.h"
#include "guong/units/unit.h"

namespace guong::app {
namespace {

using api::Role;
using nlohmann::json;

constexpr int kPicturedOfLastYear = 14;
constexpr int kOthersOfLastYear = 10;  // fewer than prizes: a work with a picture wins one
/// Writes that share a commit: a commit for each would take most of the time, and so would many more, since
/// SQLite walks what a transaction has set aside so far at the end of each statement.
constexpr std::size_t kTogether = 30;

struct Calendar {
  Timestamp opens, deadline, judged_until;
};

class Demo {
 public:
  Demo(store::Store& store, store::Blobs& blobs, const api::Keys& keys, Random& random, Timestamp now,
       const DemoSize& size)
      : store_(store), blobs_(blobs), keys_(keys), random_(random), now_(now), size_(size), texts_(random) {}

  std::vector<DemoAccount> run() {
    if (store_.read([](store::Reader& reader) { return has_accounts(reader); })) {
      throw Error(ErrorKind::conflict, "app.demo_not_empty");
    }
    people();
    last_years_contest();
    contest_in_full_swing();
    contest_taking_entries();
    unit_members();
    host();
    return people_;
  }

 private:
  /// Runs a use case as somebody, at a moment; inside together(), in its transaction.
  template <class F>
  auto as(const DemoAccount& who, Timestamp at, F f) {
    const auto run = [&](store::Tx& tx) {
      const api::Actor actor{who.id, {}, grants_of(tx, who.id, now_)};
      const api::UseCaseContext context{actor, at, random_, keys_};
      return f(tx, context);
    };
    return together_ ? run(*together_) : store_.write(run);
  }
  /// Calls `f(i)` for 0 <= i < count, kTogether to a transaction.
  /// Nobody else writes while the demo is filled, so no part is run twice.
  template <class F>
  void together(std::size_t count, F f) {
    for (std::size_t from = 0; from < count; from += kTogether) {
      store_.write([&](store::Tx& tx) {
        together_ = &tx;
        const auto end = std::min(count, from + kTogether);
        for (std::size_t i = from; i < end; ++i) f(i);
        together_ = nullptr;
      });
    }
  }

  const DemoAccount& first(std::string_view role) const {
    return *std::find_if(people_.begin(), people_.end(), [&](const auto& p) { return p.role == role; });
  }
  std::vector<const DemoAccount*> all(std::string_view role) const {
    std::vector<const DemoAccount*> out;
    for (const auto& p : people_) {
      if (p.role == role) out.push_back(&p);
    }
    return out;
  }

  // --- Units and people.

  void people() {
    const Timestamp start = now_ - days(420);
    const api::Actor nobody{};
    const api::UseCaseContext context{nobody, start, random_, keys_};
    const std::string password = "guong-" + random_.code(8);
    const std::string hash = hash_password(password);
    store_.write([&](store::Tx& tx) {
      people_.clear();
      units::import_units(tx, context, *embedded("schema/examples/units-binh-dinh-2023.csv"));
      units::import_units(tx, context, *embedded("schema/examples/units-gia-lai-2025.csv"));
      const std::tuple<const char*, const char*, int> wanted[] = {
          {"administrator", "quantri", 1},     {"organiser", "bantochuc", 1},
          {"secretary", "thuky", 1},           {"head", "truongban", 1},
          {"inspector", "giamsat", 1},         {"coordinator", "daumoi", 1},
          {"judge", "giamkhao", size_.judges}, {"entrant", "tacgia", size_.entrants}};
      for (const auto& [role, name, count] : wanted) {
        for (int i = 1; i <= count; ++i)
          person(tx, context, role, name + (count > 1 ? std::to_string(i) : ""), password, hash);
      }
      const UnitId host = units::unit_by_code(tx, "gia-lai-2025")->id;
      grant(tx, context, first("administrator"), Role::administrator, {});
      accounts::grant_role(tx, context,
                           {first("organiser").id, Role::organiser, {}, host, {}, {}, "01-QĐ/BTC"});
      const UnitId school = units::unit_by_code(tx, "gl-so-giao-duc-va-dao-tao")->id;
      accounts::grant_role(tx, context,
                           {first("coordinator").id, Role::coordinator, {}, school, {}, {}, "02-CV/SGDĐT"});
    });
  }

  void person(store::Tx& tx, const api::UseCaseContext& context, const char* role, const std::string& name,
              const std::string& password, const std::string& hash) {
    DemoAccount account{role, name + "@guong.test", password, texts_.person_name(), {}};
    account.id = accounts::create_account(
        tx, random_, context.now,
        {*accounts::parse_identifier(account.identifier), account.name, hash, Lang::vi, std::nullopt});
    people_.push_back(std::move(account));
  }

  /// Who say that they are of the coordinator's unit: two are confirmed, one waits. Last, so that chance
  /// gives the contests what it gave them without.
  void unit_members() {
    const auto& coordinator = first("coordinator");
    as(coordinator, now_, [&](store::Tx& tx, const api::UseCaseContext& context) {
      const UnitId school = units::unit_by_code(tx, "gl-so-giao-duc-va-dao-tao")->id;
      const std::string hash = hash_password(random_.code(12));
      std::vector<AccountId> members;
      for (const std::string name : {"giaovien1", "giaovien2", "giaovien3"})
        members.push_back(accounts::create_account(tx, random_, now_,
                                                   {*accounts::parse_identifier(name + "@guong.test"),
                                                    texts_.person_name(), hash, Lang::vi, school}));
      members.pop_back();
      accounts::confirm_members(tx, context, school, members);
    });
  }

  void grant(store::Tx& tx, const api::UseCaseContext& context, const DemoAccount& who, Role role,
             std::optional<ContestId> contest) {
    accounts::grant_role(tx, context, {who.id, role, contest, {}, {}, {}, ""});
  }

  /// What the organiser proposes, the administrator confirms.
  void office(std::string_view role, ContestId contest, Timestamp at) {
    const auto proposal = as(first("organiser"), at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      return accounts::propose_role(tx, context,
                                    {first(role).id, *api::role_from_name(role), contest, {}, {}, {}, ""});
    });
    as(first("administrator"), at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      accounts::confirm_role(tx, context, proposal);
      return 0;
    });
  }

  /// Whose the installation is, on every page.
  void host() {
    as(first("administrator"), now_ - days(410), [&](store::Tx& tx, const api::UseCaseContext& context) {
      auto host = publishing::find_host(tx);
      host.name = "Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai";
      host.address = "Số 2 đường Hoa Mai, phường Quy Nhơn";
      host.phone = "0256 000 0001";
      host.email = "bantuyengiao@guong.test";
      publishing::change_host(tx, context, host.revision, host);
      return 0;
    });
  }

  // --- Contests.

  ContestId contest(json rules, const std::string& slug, const std::string& year, const Calendar& calendar) {
    rules["slug"] = slug;
    rules["name"] = {{"vi", "Gương sáng quê hương Gia Lai " + year}, {"en", "Exemplars of Gia Lai " + year}};
    rules["calendar"] = {{"opens", to_rfc3339(calendar.opens)},
                         {"deadline", to_rfc3339(calendar.deadline)},
                         {"judging_to", to_rfc3339(calendar.judged_until)},
                         {"results_at", to_rfc3339(calendar.judged_until + days(10))},
                         {"appeals_until", to_rfc3339(calendar.judged_until + days(20))}};
    const auto& organiser = first("organiser");
    const Timestamp at = calendar.opens - days(1);
    const auto id = as(organiser, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      return contests::create_contest(tx, context, rules);
    });
    as(organiser, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      contests::open_contest(tx, context, id, contests::find_contest(tx, id).revision);
      grant(tx, context, first("inspector"), Role::inspector, id);
      for (const auto* judge : all("judge")) grant(tx, context, *judge, Role::judge, id);
      return 0;
    });
    office("head", id, at);
    office("secretary", id, at);
    return id;
  }

  static json example() { return json::parse(*embedded("schema/examples/demo.json")); }

  /// One entry by somebody, written and submitted between opening and deadline.
  EntryId entry(ContestId contest, const DemoAccount& author, Timestamp at, bool submit) {
    auto [draft, unit] =
        texts_.draft("bai-viet", {"own_work", "real_people", "data_consent", "publish_consent"});
    const auto created =
        as(author, at, [&, &d = draft, &code = unit](store::Tx& tx, const api::UseCaseContext& context) {
          if (const auto known = units::unit_by_code(tx, code)) d.content.exemplar.unit = known->id;
          return entries::create_entry(tx, context, contest, d);
        });
    if (submit) this->submit(created.id, author, at + minutes(20));
    return created.id;
  }

  void submit(EntryId entry, const DemoAccount& author, Timestamp at) {
    as(author, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      return entries::submit_entry(tx, context, entry, entry_revision(tx, entry));
    });
  }

  /// Entries with a picture each, whose rendition is made at once: judging begins before any job runs.
  std::vector<EntryId> pictured_entries(ContestId contest, int count, const Calendar& calendar) {
    DemoPictures pictures(blobs_);
    const auto authors = all("entrant");
    const auto jobs = entries::entry_jobs(store_, blobs_, random_, keys_, [this] { return now_; });
    std::vector<EntryId> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      // Others than those who write the rest of the year's.
      const auto& author = *authors[(kOthersOfLastYear + i) % authors.size()];
      const Timestamp at = calendar.opens + hours(static_cast<std::int64_t>(i) + 1);
      out.push_back(entry(contest, author, at, false));
      const auto file = as(author, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
        return entries::attach_file(tx, context, out.back(), pictures.next(random_));
      });
      jobs.at(std::string(entries::kRenditionJob))(std::to_string(file.value));
      submit(out.back(), author, at + minutes(20));
    }
    return out;
  }

  std::vector<EntryId> entries_until(ContestId contest, int count, const Calendar& calendar) {
    const auto authors = all("entrant");
    const std::int64_t span = (calendar.deadline - calendar.opens).micros - hours(2).micros;
    std::vector<EntryId> out;
    together(static_cast<std::size_t>(count), [&](std::size_t i) {
      // Most works come at the end: the square root pushes them towards the deadline.
      const double share = std::sqrt((static_cast<double>(i) + 0.5) / count);
      const Timestamp at =
          calendar.opens + hours(1) + Duration{static_cast<std::int64_t>(static_cast<double>(span) * share)};
      out.push_back(entry(contest, *authors[i % authors.size()], at, true));
    });
    return out;
  }

  void accept(ContestId contest, const std::vector<EntryId>& entries, Timestamp at) {
    together(entries.size(), [&](std::size_t i) {
      as(first("secretary"), at, [&, id = entries[i]](store::Tx& tx, const api::UseCaseContext& context) {
        return entries::accept_entry(tx, context, contest, {id, entry_revision(tx, id), {}, std::nullopt});
      });
    });
  }

  void open_judging(ContestId contest, Timestamp at) {
    const auto& organiser = first("organiser");
    as(organiser, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      judging::PanelDraft panel{"Tiểu ban bài viết", 1, {"bai-viet", "phong-su-anh", "phong-su-video"}, {}};
      for (const auto* judge : all("judge")) panel.members.push_back(judge->id);
      return judging::create_panel(tx, context, contest, panel);
    });
    for (const auto* judge : all("judge")) {
      as(*judge, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
        judging::accept_terms(tx, context, contest, {});
        return 0;
      });
    }
    as(organiser, at + minutes(5), [&](store::Tx& tx, const api::UseCaseContext& context) {
      judging::open_round(tx, context, contest, 1);
      judging::draw_assignments(tx, context, contest, 1, false);
      return 0;
    });
  }

  Decimal mark(int max, double quality) {
    const double noise = static_cast<double>(random_.below(16)) / 100.0 - 0.08;
    const auto halves = static_cast<std::int64_t>(std::clamp(quality + noise, 0.3, 1.0) * max * 2);
    return *decimal_from_double(static_cast<double>(halves) / 2);
  }

  /// Cards of one judge: a share submitted, the next few begun.
  void cards(ContestId contest, const DemoAccount& judge, Timestamp at, double share) {
    const auto works = store_.read([&](store::Reader& reader) {
      return judging::own_works(reader, judge.id, contest, {}, size_.entries);
    });
    const auto finished = static_cast<std::size_t>(static_cast<double>(works.size()) * share);
    together(std::min(works.size(), finished + (share < 1 ? 4 : 0)), [&](std::size_t i) {
      const std::string& code = works[i].code;
      const double quality = 0.55 + static_cast<double>(sha256(code)[0]) / 255.0 * 0.4;
      as(judge, at + minutes(static_cast<std::int64_t>(i)),
         [&](store::Tx& tx, const api::UseCaseContext& context) {
           judging::CardDraft card{
               {{"content", mark(60, quality)}, {"form", mark(30, quality)}, {"impact", mark(10, quality)}},
               i % 5 == 0 ? "Chi tiết sinh động, có số liệu kiểm chứng." : "",
               ""};
           const auto revision = judging::save_card(tx, context, contest, code, card, {});
           if (i < finished) judging::submit_card(tx, context, contest, code, revision);
           return 0;
         });
    });
  }

  // --- The three contests.

  void last_years_contest() {
    const Calendar calendar{now_ - days(400), now_ - days(360), now_ - days(340)};
    const auto id = contest(example(), "guong-sang-nam-truoc", "2025", calendar);
    auto entries = pictured_entries(id, kPicturedOfLastYear, calendar);
    const auto others = entries_until(id, kOthersOfLastYear, calendar);
    entries.insert(entries.end(), others.begin(), others.end());
    accept(id, entries, calendar.deadline + days(1));
    open_judging(id, calendar.deadline + days(2));
    for (const auto* judge : all("judge")) cards(id, *judge, calendar.deadline + days(3), 1.0);
    settle(id, calendar.judged_until);
  }

  void settle(ContestId contest, Timestamp at) {
    const auto& organiser = first("organiser");
    const auto& head = first("head");
    const auto result = as(organiser, at, [&](store::Tx& tx, const api::UseCaseContext& context) {
      judging::lock_round(tx, context, contest, 1);
      return results::compute_result(tx, context, contest, "").id;
    });
    decide_open_ties(contest, result, at);
    for (const auto* person : {&first("secretary"), &head}) {
      as(*person, at + hours(2), [&](store::Tx& tx, const api::UseCaseContext& context) {
        return results::join_codes(tx, context, contest, result);
      });
    }
    as(organiser, at + hours(3), [&](store::Tx& tx, const api::UseCaseContext& context) {
      results::propose_result(tx, context, contest, result, "12-QĐ/BTC", "Theo biên bản họp Ban Giám khảo.");
      return 0;
    });
    as(head, at + hours(4), [&](store::Tx& tx, const api::UseCaseContext& context) {
      results::approve_result(tx, context, contest, result);
      return 0;
    });
    as(organiser, at + hours(5), [&](store::Tx& tx, const api::UseCaseContext& context) {
      results::publish_result(tx, context, contest, result, std::nullopt);
      return 0;
    });
  }

  /// The head orders what the rules leave tied, by code.
  void decide_open_ties(ContestId contest, ResultId result, Timestamp at) {
    const auto text = store_.read(
        [&](store::Reader& reader) { return results::find_result(reader, contest, result).ranking; });
    const json ranking = json::parse(text);
    for (const auto& tie : ranking.at("open_ties")) {
      const auto codes = tie.at("codes").get<std::vector<std::string>>();
      as(first("head"), at + hours(1), [&](store::Tx& tx, const api::UseCaseContext& context) {
        results::decide_tie(tx, context, contest, result, codes);
        return 0;
      });
    }
  }

  void contest_in_full_swing() {
    const Calendar calendar{now_ - days(75), now_ - days(6), now_ + days(12)};
    const auto id = contest(example(), "guong-sang-2026", "2026", calendar);
    const auto entries = entries_until(id, size_.entries, calendar);
    accept(id, entries, calendar.deadline + days(1));
    open_judging(id, calendar.deadline + days(2));
    double share = 0.75;
    for (const auto* judge : all("judge")) {
      cards(id, *judge, calendar.deadline + days(3), share);
      share = std::max(share - 0.1, 0.15);
    }
  }

  void contest_taking_entries() {
    const Calendar calendar{now_ - days(20), now_ + days(25), now_ + days(45)};
    const auto id = contest(example(), "guong-sang-thanh-nien", "– thanh niên", calendar);
    const auto authors = all("entrant");
    for (int i = 0; i < 18; ++i) {
      entry(id, *authors[static_cast<std::size_t>(i)], calendar.opens + days(1 + i), i % 3 != 0);
    }
  }

  store::Store& store_;
  store::Blobs& blobs_;
  const api::Keys& keys_;
  Random& random_;
  Timestamp now_;
  const DemoSize size_;
  DemoTexts texts_;
  std::vector<DemoAccount> people_;
  store::Tx* together_ = nullptr;
};

}  // namespace

std::vector<DemoAccount> fill_demo(store::Store& store, store::Blobs& blobs, const api::Keys& keys,
                                   Random& random, Timestamp now, const DemoSize& size) {
  return Demo(store, blobs, keys, random, now, size).run();
}

}  // namespace guong::app

// The module's routes called without sockets, streamed bodies too: who calls is said directly.
#pragma once

#include <filesystem>
#include <map>

#include "guong/api/route.h"
#include "world.h"

namespace guong::entries::test {

using Headers = std::map<std::string, std::string>;

struct Answer {
  int status = 0;
  std::vector<http::Header> headers;
  std::string text;
  std::filesystem::path file;
  std::string header(std::string_view name) const;
};

class Desk {
 public:
  explicit Desk(const guong::test::TestDatabase& database);

  Answer send(const api::Actor& actor, http::Method method, const std::string& target, std::string_view body,
              const Headers& headers);
  /// With a JSON body, an Idempotency-Key of its own where `headers` names none, and If-Match when there is a
  /// revision.
  Answer call(const api::Actor& actor, http::Method method, const std::string& target,
              const nlohmann::json& body, std::optional<Revision> revision = std::nullopt,
              const Headers& headers = {});
  /// The plan for a request whose body has yet to come.
  http::Plan open(const api::Actor& actor, http::Method method, const std::string& target,
                  const Headers& headers);
  /// Sends a part of the body and leaves.
  void break_off(const api::Actor& actor, http::Method method, const std::string& target,
                 std::string_view part, const Headers& headers);

  World world;
  Timestamp now;

 private:
  http::Request request(http::Method method, const std::string& target, const Headers& headers) const;
  api::Actor caller_;
  api::Services services_;
  std::shared_ptr<http::Dispatcher> dispatcher_;
};

}  // namespace guong::entries::test

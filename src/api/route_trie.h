// Routes by path, compiled once: a tree of segments. A literal segment wins over a value with an ending
// ("{slug}.svg"), that over any value; "{path...}" takes what is left.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/route.h"

namespace guong::api {

using PathValues = std::vector<std::pair<std::string_view, std::string>>;

/// All methods of one path.
struct RouteSet {
  std::array<const Route*, 8> by_method{};  // index: http::Method
  const Route* find(http::Method method) const;
  /// "GET, HEAD, OPTIONS, POST".
  std::string allow() const;
  /// What every answer to this path has, refusals too; null when there is nothing of the kind.
  const http::FixedHeader* always() const;
};

class RouteTrie {
 public:
  /// The routes must outlive the tree. Throws std::logic_error when two rows name the same method and path.
  explicit RouteTrie(const std::vector<Route>& routes);
  /// Nothing when no route has the path.
  const RouteSet* match(std::string_view path, std::vector<std::string_view>& values) const;

 private:
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::map<std::string, std::unique_ptr<Node>, std::less<>> by_ending;
    std::unique_ptr<Node> value;
    std::unique_ptr<RouteSet> rest;
    std::unique_ptr<RouteSet> here;
  };
  static const RouteSet* descend(const Node& node, std::string_view path,
                                 std::vector<std::string_view>& values);
  /// The node below for one segment of a pattern.
  static std::unique_ptr<Node>& child(Node& node, std::string_view segment);
  static const RouteSet* descend_by_ending(const Node& node, std::string_view segment, std::string_view left,
                                           std::vector<std::string_view>& values);
  Node root_;
};

/// The names in a pattern, each with the value found there.
PathValues named_values(std::string_view pattern, const std::vector<std::string_view>& values);

}  // namespace guong::api

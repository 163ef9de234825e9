// Landlock for files (by hand: glibc has no functions for it yet), an empty network namespace, and a filter of
// system calls, which also holds where a kernel has neither of the others.
#include "works/sandbox.h"

#include <fcntl.h>
#include <link.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

// Rights that kernels know and the headers of Debian 12 do not.
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

namespace guong::works {
namespace {

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kRun = kRead | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t kWrite =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE;
constexpr std::uint64_t kOfFiles = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                   LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_TRUNCATE;

// The sanitizers look at their own process as a debugger does.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// As the kernel has grown it; older ones take the beginning.
struct RulesetAttributes {
  std::uint64_t files = 0, network = 0, scopes = 0;
};

/// Everything that this version of Landlock can forbid.
RulesetAttributes handled_by(long version) {
  RulesetAttributes out;
  out.files = version >= 5 ? 0xffff : version >= 3 ? 0x7fff : version == 2 ? 0x3fff : 0x1fff;
  if (version >= 4) out.network = 3;  // binding and connecting
  if (version >= 6) out.scopes = 3;   // abstract sockets and signals of others
  return out;
}

std::size_t size_for(long version) { return version >= 6 ? 24 : version >= 4 ? 16 : 8; }

void allow(int ruleset, int file, std::uint64_t rights, std::uint64_t handled) {
  struct stat status {};
  if (file < 0 || ::fstat(file, &status) != 0) return;
  if (!S_ISDIR(status.st_mode)) rights &= kOfFiles;
  const landlock_path_beneath_attr rule{rights & handled, file};
  ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

void allow(int ruleset, const std::string& path, std::uint64_t rights, std::uint64_t handled) {
  const int file = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (file < 0) return;
  allow(ruleset, file, rights, handled);
  ::close(file);
}

/// The libraries that this program was linked with: in a build folder they lie outside of /usr.
std::vector<std::string> own_libraries() {
  std::vector<std::string> out;
  ::dl_iterate_phdr(
      [](dl_phdr_info* info, std::size_t, void* to) {
        if (info->dlpi_name && *info->dlpi_name)
          static_cast<std::vector<std::string>*>(to)->emplace_back(info->dlpi_name);
        return 0;
      },
      &out);
  return out;
}

int make_ruleset(const std::string& program, int input, const std::filesystem::path& output) {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return -1;
  const auto handled = handled_by(version);
  const int ruleset =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, size_for(version), 0));
  if (ruleset < 0) return -1;
  for (const char* place : {"/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts"})
    allow(ruleset, place, kRun, handled.files);
  allow(ruleset, "/dev/null", kWrite, handled.files);
  for (const char* device : {"/dev/zero", "/dev/urandom"}) allow(ruleset, device, kRead, handled.files);
  if (kSanitized) allow(ruleset, "/proc", kRead, handled.files);
  allow(ruleset, program, kRun, handled.files);
  static const auto libraries = own_libraries();
  for (const auto& library : libraries) allow(ruleset, library, kRun, handled.files);
  allow(ruleset, input, kRead, handled.files);
  if (!output.empty()) allow(ruleset, output.string(), kWrite, handled.files);
  return ruleset;
}

bool sanitizer_needs(std::string_view call) {
  return kSanitized && (call == "ptrace" || call == "personality" || call == "tgkill");
}

// What no parser of a file needs: sockets, other processes, the machine, and doors to more than these.
constexpr const char* kForbidden[] = {"socket",
                                      "socketpair",
                                      "connect",
                                      "bind",
                                      "listen",
                                      "accept",
                                      "accept4",
                                      "sendto",
                                      "sendmsg",
                                      "sendmmsg",
                                      "ptrace",
                                      "process_vm_readv",
                                      "process_vm_writev",
                                      "process_madvise",
                                      "kcmp",
                                      "pidfd_open",
                                      "pidfd_getfd",
                                      "pidfd_send_signal",
                                      "kill",
                                      "tkill",
                                      "tgkill",
                                      "rt_sigqueueinfo",
                                      "rt_tgsigqueueinfo",
                                      "mount",
                                      "umount2",
                                      "pivot_root",
                                      "chroot",
                                      "move_mount",
                                      "open_tree",
                                      "fsopen",
                                      "fsmount",
                                      "fsconfig",
                                      "fspick",
                                      "mount_setattr",
                                      "unshare",
                                      "setns",
                                      "clone3",
                                      "bpf",
                                      "perf_event_open",
                                      "userfaultfd",
                                      "io_uring_setup",
                                      "io_uring_enter",
                                      "io_uring_register",
                                      "add_key",
                                      "request_key",
                                      "keyctl",
                                      "init_module",
                                      "finit_module",
                                      "delete_module",
                                      "kexec_load",
                                      "kexec_file_load",
                                      "reboot",
                                      "swapon",
                                      "swapoff",
                                      "acct",
                                      "quotactl",
                                      "open_by_handle_at",
                                      "name_to_handle_at",
                                      "memfd_secret",
                                      "shmget",
                                      "shmat",
                                      "shmctl",
                                      "msgget",
                                      "msgsnd",
                                      "msgrcv",
                                      "semget",
                                      "semop",
                                      "mq_open",
                                      "setuid",
                                      "setgid",
                                      "setreuid",
                                      "setregid",
                                      "setresuid",
                                      "setresgid",
                                      "setgroups",
                                      "capset",
                                      "personality",
                                      "iopl",
                                      "ioperm",
                                      "settimeofday",
                                      "clock_settime",
                                      "adjtimex",
                                      "sethostname",
                                      "setdomainname",
                                      "vhangup",
                                      "syslog",
                                      "link",
                                      "linkat",
                                      "symlink",
                                      "symlinkat",
                                      "mknod",
                                      "mknodat",
                                      "chown",
                                      "fchown",
                                      "lchown",
                                      "fchownat",
                                      "chmod",
                                      "fchmod",
                                      "fchmodat",
                                      "setxattr",
                                      "fsetxattr",
                                      "lsetxattr"};

/// The filter as the kernel takes it, made once.
std::vector<sock_filter> make_filter() {
  const scmp_filter_ctx rules = ::seccomp_init(SCMP_ACT_ALLOW);
  if (!rules) throw std::runtime_error("seccomp_init");
  for (const char* name : kForbidden) {
    const int number = ::seccomp_syscall_resolve_name(name);
    // The C library falls back to clone where clone3 does not exist.
    const auto refusal = SCMP_ACT_ERRNO(std::string_view(name) == "clone3" ? ENOSYS : EPERM);
    if (number != __NR_SCMP_ERROR && !sanitizer_needs(name)) ::seccomp_rule_add(rules, refusal, number, 0);
  }
  // Threads are clone() too: only namespaces are refused.
  for (const unsigned long space :
       {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWIPC, CLONE_NEWUTS})
    ::seccomp_rule_add(rules, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                       SCMP_A0(SCMP_CMP_MASKED_EQ, space, space));
  const int file = ::memfd_create("filter", MFD_CLOEXEC);
  ::seccomp_export_bpf(rules, file);
  ::seccomp_release(rules);
  struct stat status {};
  ::fstat(file, &status);
  std::vector<sock_filter> out(static_cast<std::size_t>(status.st_size) / sizeof(sock_filter));
  const auto got = ::pread(file, out.data(), out.size() * sizeof(sock_filter), 0);
  ::close(file);
  if (out.empty() || got != status.st_size) throw std::runtime_error("seccomp_export_bpf");
  return out;
}

const std::vector<sock_filter>& filter() {
  static const auto made = make_filter();
  return made;
}

}  // namespace

Sandbox::Sandbox(const std::string& program, int input, const std::filesystem::path& output)
    : ruleset_(make_ruleset(program, input, output)) {
  filter();
}

Sandbox::~Sandbox() {
  if (ruleset_ >= 0) ::close(ruleset_);
}

bool Sandbox::enter() const {
  // Who may not make a network namespace may do so in a user namespace, unless the machine forbids that too.
  if (::unshare(CLONE_NEWNET | CLONE_NEWIPC) != 0)
    (void)!::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  if (ruleset_ >= 0 && ::syscall(SYS_landlock_restrict_self, ruleset_, 0) != 0) return false;
  const auto& program = filter();
  const sock_fprog calls{static_cast<unsigned short>(program.size()),
                         const_cast<sock_filter*>(program.data())};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &calls) == 0;
}

}  // namespace guong::works

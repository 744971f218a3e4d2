// The C library's own names, defined here: the program's own definition wins over the library's, for the engine's code
// as for every other in this program. Compiled without _FILE_OFFSET_BITS, so that both names of a call can be defined.
#include "fault_calls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <map>
#include <mutex>
#include <vector>

#include "dirty_ranges.h"

namespace reinstate::faults {

enum class kind { open, read, write, sync, size, name, close, lock, look };

struct fault {
  const char *name;
  int error;
  bool transparent = false;
  bool is_short = false;
  bool then_full = false;
  bool lost = false;
};

static const std::map<kind, std::vector<fault>> faults_of = {
    {kind::open, {{"EIO", EIO}, {"EMFILE", EMFILE}, {"EACCES", EACCES}, {"EINTR", EINTR, true}}},
    {kind::read, {{"EIO", EIO}, {"EINTR", EINTR, true}, {"short", 0, true, true}}},
    {kind::write,
     {{"EIO", EIO},
      {"ENOSPC", ENOSPC},
      {"EINTR", EINTR, true},
      {"short", 0, true, true},
      {"short, then ENOSPC", 0, false, true, true}}},
    {kind::sync,
     {{"EIO", EIO}, {"EIO, bytes lost", EIO, false, false, false, true}, {"ENOSPC", ENOSPC}, {"EINTR", EINTR, true}}},
    {kind::size, {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EINTR", EINTR, true}}},
    {kind::name, {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EACCES", EACCES}}},
    {kind::close, {{"EIO", EIO}}},
    {kind::lock, {{"EIO", EIO}, {"EINTR", EINTR, true}}},
    {kind::look, {{"EIO", EIO}}},
};

static std::atomic<bool> armed{false};
static std::atomic<uint64_t> counter{0};
static std::atomic<bool> full_next{false};
static call_plan plan;
static call_report report;
static std::mutex report_mutex;
static dirty_ranges dirty;

void arm(const call_plan &wanted) {
  plan = wanted;
  report = call_report();
  counter = 0;
  full_next = false;
  dirty.forget_all();
  armed = true;
}

call_report disarm() {
  armed = false;
  report.calls = counter;
  dirty.forget_all();
  return report;
}

/** The fault that falls on this call, or null. */
static const fault *falls_on(const char *call, kind which) {
  if (!armed) return nullptr;
  if (plan.what == strike::none) {
    std::lock_guard<std::mutex> lock(report_mutex);
    report.by_name[call]++;
    return nullptr;
  }
  if (++counter != plan.at) return nullptr;
  if (plan.what == strike::die_before) kill(getpid(), SIGKILL);
  if (plan.what != strike::error) {
    report.call = call;
    return nullptr;
  }
  const std::vector<fault> &known = faults_of.at(which);
  if (plan.variant >= known.size()) return nullptr;
  const fault &chosen = known[plan.variant];
  std::lock_guard<std::mutex> lock(report_mutex);
  report.call = call;
  report.fault = chosen.name;
  report.transparent = chosen.transparent;
  report.lost = chosen.lost;
  return &chosen;
}

static void behind() {
  if (armed && plan.what == strike::die_after && counter == plan.at) kill(getpid(), SIGKILL);
}

/** Any call that gives a number and only fails or not. */
template <typename body> static long plain_call(const char *call, kind which, body real) {
  const fault *found = falls_on(call, which);
  if (found != nullptr) {
    errno = found->error;
    return -1;
  }
  long result = real();
  int error = errno;
  behind();
  errno = error;
  return result;
}

template <typename body> static void *pointer_call(const char *call, body real) {
  const fault *found = falls_on(call, kind::look);
  if (found != nullptr) {
    errno = found->error;
    return nullptr;
  }
  void *result = real();
  int error = errno;
  behind();
  errno = error;
  return result;
}

template <typename body> static ssize_t read_call(const char *call, size_t length, body real) {
  const fault *found = falls_on(call, kind::read);
  if (found == nullptr) return real(length);
  if (found->is_short) return real(length > 1 ? length / 2 : length);
  errno = found->error;
  return -1;
}

template <typename body> static ssize_t write_call(const char *call, int fd, size_t length, int64_t at, body real) {
  if (armed && full_next.exchange(false)) {
    errno = ENOSPC;
    return -1;
  }
  const fault *found = falls_on(call, kind::write);
  bool torn = armed && plan.what == strike::die_torn && counter == plan.at;
  if (found != nullptr && !found->is_short) {
    errno = found->error;
    return -1;
  }
  if (found != nullptr && found->then_full) full_next = true;
  bool half = torn || (found != nullptr && length > 1);
  ssize_t count = real(half ? length / 2 : length);
  if (torn) kill(getpid(), SIGKILL);
  int error = errno;
  bool watched = armed && plan.what != strike::none;
  if (watched && count > 0) dirty.wrote(fd, static_cast<uint64_t>(at), static_cast<uint64_t>(count));
  behind();
  errno = error;
  return count;
}

template <typename body> static int sync_call(const char *call, int fd, bool all, body real) {
  const fault *found = falls_on(call, kind::sync);
  if (found == nullptr) {
    int result = real();
    if (result == 0 && armed && plan.what != strike::none) dirty.became_durable(fd, all);
    behind();
    return result;
  }
  if (found->lost) dirty.lose(fd, all);
  errno = found->error;
  return -1;
}

template <typename function> static function next_of(const char *name) {
  return reinterpret_cast<function>(dlsym(RTLD_NEXT, name));
}

}  // namespace reinstate::faults

using namespace reinstate::faults;

// clang-format off
#define REAL(name) static auto real = next_of<decltype(&::name)>(#name)
#define PLAIN(result, name, which, parameters, arguments) \
  extern "C" result name parameters { \
    REAL(name); \
    return static_cast<result>(plain_call(#name, which, [&] { return static_cast<long>(real arguments); })); \
  }

PLAIN(int, ftruncate64, kind::size, (int fd, off64_t length) noexcept, (fd, length))
PLAIN(int, ftruncate, kind::size, (int fd, off_t length) noexcept, (fd, length))
PLAIN(int, fallocate64, kind::size, (int fd, int mode, off64_t at, off64_t length), (fd, mode, at, length))
PLAIN(int, fallocate, kind::size, (int fd, int mode, off_t at, off_t length), (fd, mode, at, length))
PLAIN(int, renameat, kind::name, (int a, const char *b, int c, const char *d) noexcept, (a, b, c, d))
PLAIN(int, renameat2, kind::name, (int a, const char *b, int c, const char *d, unsigned e) noexcept, (a, b, c, d, e))
PLAIN(int, linkat, kind::name, (int a, const char *b, int c, const char *d, int e) noexcept, (a, b, c, d, e))
PLAIN(int, unlinkat, kind::name, (int a, const char *b, int c) noexcept, (a, b, c))
PLAIN(int, mkdirat, kind::name, (int a, const char *b, mode_t c) noexcept, (a, b, c))
PLAIN(int, mkdir, kind::name, (const char *a, mode_t b) noexcept, (a, b))
PLAIN(int, fstat64, kind::look, (int a, struct stat64 *b) noexcept, (a, b))
PLAIN(int, fstat, kind::look, (int a, struct stat *b) noexcept, (a, b))
PLAIN(int, fstatat64, kind::look, (int a, const char *b, struct stat64 *c, int d) noexcept, (a, b, c, d))
PLAIN(int, fstatat, kind::look, (int a, const char *b, struct stat *c, int d) noexcept, (a, b, c, d))
PLAIN(int, faccessat, kind::look, (int a, const char *b, int c, int d) noexcept, (a, b, c, d))
PLAIN(int, futimens, kind::look, (int a, const struct timespec *b) noexcept, (a, b))
PLAIN(int, flock, kind::lock, (int a, int b) noexcept, (a, b))
PLAIN(int, fsetxattr, kind::look, (int a, const char *b, const void *c, size_t d, int e) noexcept, (a, b, c, d, e))
PLAIN(ssize_t, fgetxattr, kind::look, (int a, const char *b, void *c, size_t d) noexcept, (a, b, c, d))
PLAIN(off64_t, lseek64, kind::look, (int a, off64_t b, int c) noexcept, (a, b, c))
PLAIN(off_t, lseek, kind::look, (int a, off_t b, int c) noexcept, (a, b, c))
// clang-format on

#define OPEN_AT(name)                                                                                \
  extern "C" int name(int folder, const char *path, int flags, ...) {                                \
    REAL(name);                                                                                      \
    va_list list;                                                                                    \
    va_start(list, flags);                                                                           \
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;                                        \
    va_end(list);                                                                                    \
    return static_cast<int>(plain_call(#name, kind::open, [&] { return real(folder, path, flags, mode); })); \
  }
OPEN_AT(openat)
OPEN_AT(openat64)

#define OPEN(name)                                                                                   \
  extern "C" int name(const char *path, int flags, ...) {                                            \
    REAL(name);                                                                                      \
    va_list list;                                                                                    \
    va_start(list, flags);                                                                           \
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;                                        \
    va_end(list);                                                                                    \
    return static_cast<int>(plain_call(#name, kind::open, [&] { return real(path, flags, mode); }));  \
  }
OPEN(open)
OPEN(open64)

/** openat2 has no function of its own in the C library. Takes as many arguments as a call can have, given or not. */
extern "C" __attribute__((no_sanitize("address"))) long syscall(long number, ...) noexcept {
  REAL(syscall);
  va_list list;
  va_start(list, number);
  long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long);
  long d = va_arg(list, long), e = va_arg(list, long), f = va_arg(list, long);
  va_end(list);
  if (number != SYS_openat2) return real(number, a, b, c, d, e, f);
  return plain_call("openat2", kind::open, [&] { return real(number, a, b, c, d, e, f); });
}

extern "C" int fcntl64(int fd, int command, ...) {
  REAL(fcntl64);
  va_list list;
  va_start(list, command);
  void *argument = va_arg(list, void *);
  va_end(list);
  if (command != F_OFD_SETLK) return real(fd, command, argument);
  return static_cast<int>(plain_call("fcntl", kind::lock, [&] { return real(fd, command, argument); }));
}

extern "C" DIR *fdopendir(int fd) {
  REAL(fdopendir);
  return reinterpret_cast<DIR *>(pointer_call("fdopendir", [&] { return real(fd); }));
}
extern "C" struct dirent64 *readdir64(DIR *folder) {
  REAL(readdir64);
  return reinterpret_cast<struct dirent64 *>(pointer_call("readdir", [&] { return real(folder); }));
}

/** Gives the error as its result. */
extern "C" int posix_fallocate64(int fd, off64_t at, off64_t length) {
  REAL(posix_fallocate64);
  int result = 0;
  long failed = plain_call("posix_fallocate", kind::size, [&] { return result = real(fd, at, length); });
  return failed == -1 ? errno : result;
}

/** The descriptor is gone also when close fails (close(2), "Dealing with error returns"). */
extern "C" int close(int fd) {
  REAL(close);
  const fault *found = falls_on("close", kind::close);
  int result = real(fd);
  if (found == nullptr) {
    behind();
    return result;
  }
  errno = found->error;
  return -1;
}

extern "C" ssize_t pread64(int fd, void *to, size_t length, off64_t at) {
  REAL(pread64);
  return read_call("pread", length, [&](size_t part) { return real(fd, to, part, at); });
}
extern "C" ssize_t pread(int fd, void *to, size_t length, off_t at) {
  REAL(pread);
  return read_call("pread", length, [&](size_t part) { return real(fd, to, part, at); });
}
extern "C" ssize_t pwrite64(int fd, const void *from, size_t length, off64_t at) {
  REAL(pwrite64);
  return write_call("pwrite", fd, length, at, [&](size_t part) { return real(fd, from, part, at); });
}
extern "C" ssize_t pwrite(int fd, const void *from, size_t length, off_t at) {
  REAL(pwrite);
  return write_call("pwrite", fd, length, at, [&](size_t part) { return real(fd, from, part, at); });
}
extern "C" int fsync(int fd) {
  REAL(fsync);
  return sync_call("fsync", fd, false, [&] { return real(fd); });
}
extern "C" int fdatasync(int fd) {
  REAL(fdatasync);
  return sync_call("fdatasync", fd, false, [&] { return real(fd); });
}
extern "C" int syncfs(int fd) noexcept {
  REAL(syncfs);
  return sync_call("syncfs", fd, true, [&] { return real(fd); });
}

// Loaded before all other libraries: storage that answers late, or not until it is told to. Of the calls of a program it
// touches only reads of chunk files and writes of files that a restore has not finished.
//   HELD_READ_DELAY_MS   each read takes at least so long
//   HELD_READS_AT_ONCE   each read waits until so many of them wait
//   HELD_READS_WHILE     a file: reads wait as long as it exists
//   HELD_WRITES_WHILE    a file: writes wait as long as it exists
//   HELD_LOG             a file that gets a line before each wait: `write`, or `read` and how many of them are in flight
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

static bool is_named(int fd, const char *part) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = 0;
  return strstr(path, part) != nullptr;
}

static void hold_while(const char *variable) {
  const char *file = getenv(variable);
  while (file != nullptr && access(file, F_OK) == 0) usleep(1000);
}

static void log_line(const char *what, int in_flight) {
  const char *file = getenv("HELD_LOG");
  int fd = file == nullptr ? -1 : open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0) dprintf(fd, "%s %d\n", what, in_flight);
  if (fd >= 0) close(fd);
}

/** The program hangs when it never has so many reads in flight: the test that started it gives up and says so. */
static void wait_for_others() {
  const char *wanted = getenv("HELD_READS_AT_ONCE");
  if (wanted == nullptr) return;
  static std::mutex mutex;
  static std::condition_variable moved;
  static int waiting = 0, round = 0;
  std::unique_lock<std::mutex> lock(mutex);
  int mine = round;
  if (++waiting == atoi(wanted)) {
    waiting = 0;
    round++;
    moved.notify_all();
  }
  moved.wait(lock, [&] { return round != mine; });
}

template <typename call> static call real(const char *name) { return reinterpret_cast<call>(dlsym(RTLD_NEXT, name)); }

extern "C" ssize_t pread64(int fd, void *to, size_t length, off64_t offset) {
  static auto next = real<decltype(&pread64)>("pread64");
  static int in_flight = 0;
  bool held = is_named(fd, "/chunks/");
  if (held) {
    log_line("read", __sync_add_and_fetch(&in_flight, 1));
    const char *delay = getenv("HELD_READ_DELAY_MS");
    if (delay != nullptr) usleep(static_cast<useconds_t>(atoi(delay)) * 1000);
    wait_for_others();
    hold_while("HELD_READS_WHILE");
  }
  ssize_t count = next(fd, to, length, offset);
  if (held) __sync_sub_and_fetch(&in_flight, 1);
  return count;
}

extern "C" ssize_t pwrite64(int fd, const void *from, size_t length, off64_t offset) {
  static auto next = real<decltype(&pwrite64)>("pwrite64");
  if (is_named(fd, ".reinstate-partial")) {
    log_line("write", 0);
    hold_while("HELD_WRITES_WHILE");
  }
  return next(fd, from, length, offset);
}

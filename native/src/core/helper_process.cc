#include "helper_process.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "copy_error.h"

namespace reinstate {

static constexpr rlim_t memory_max = 4ull << 30;
static constexpr rlim_t output_max = 1u << 20;
static constexpr int listener_place = 3;
static constexpr int image_place = 4;
static constexpr int first_free_place = 10;

std::string find_program(const std::string &name) {
  const char *set = getenv("PATH");
  std::string path = set == nullptr ? "/usr/local/bin:/usr/bin:/bin" : set;
  for (size_t begin = 0; begin <= path.size();) {
    size_t end = std::min(path.find(':', begin), path.size());
    std::string file = path.substr(begin, end - begin) + "/" + name;
    if (file[0] == '/' && file.size() > name.size() + 1 && access(file.c_str(), X_OK) == 0) return file;
    begin = end + 1;
  }
  return "";
}

namespace {

/** Everything that the child needs, made before the fork: after it only system calls are allowed. */
struct child_plan {
  const char *program;
  char *const *words;
  char *const *environment;
  /** Where the digits of LISTEN_PID go. */
  char *process_id;
  int image;
  int listener;
  int output;
  int nothing;
  pid_t parent;
};

void write_number(char *to, unsigned long value) {
  char digits[24];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (count > 0) *to++ = digits[--count];
  *to = '\0';
}

[[noreturn]] void become_helper(const child_plan &plan) {
  // The signal comes when the thread that forked ends: the thread that runs the copy.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != plan.parent) _exit(127);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (int number : {SIGPIPE, SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2}) signal(number, SIG_DFL);
  // A terminal's interrupt is for the service, which ends the copy in order.
  setpgid(0, 0);
  setpriority(PRIO_PROCESS, 0, 10);
  struct rlimit memory = {memory_max, memory_max};
  struct rlimit output = {output_max, output_max};
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_AS, &memory);
  setrlimit(RLIMIT_FSIZE, &output);
  setrlimit(RLIMIT_CORE, &no_core);
  dup2(plan.nothing, 0);
  dup2(plan.output, 1);
  dup2(plan.output, 2);
  int first_unused = 3;
  if (plan.listener >= 0) dup2(plan.listener, first_unused++);
  if (plan.image >= 0) {
    dup2(plan.image, image_place);
    first_unused = image_place + 1;
  }
  if (plan.listener < 0) syscall(SYS_close_range, listener_place, listener_place, 0);
  syscall(SYS_close_range, first_unused, ~0u, 0);
  write_number(plan.process_id, static_cast<unsigned long>(getpid()));
  execve(plan.program, plan.words, plan.environment);
  _exit(127);
}

/** A copy out of the way of the places that the child fills. */
unique_fd moved_away(int fd) { return unique_fd(fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, first_free_place)); }

}  // namespace

helper_process::helper_process(const helper_request &request) {
  auto failed = [&](const char *what) {
    return copy_error("retryable", "IO_ERROR",
                      std::string(what) + " " + request.program + ": " + describe_errno(errno) +
                          ". Look at the limits of the executor's account, then start again.",
                      request.program);
  };
  output_ = unique_fd(memfd_create("reinstate helper", MFD_CLOEXEC));
  unique_fd nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
  unique_fd image = moved_away(request.image);
  unique_fd listener = moved_away(request.listener);
  unique_fd output = moved_away(output_.get());
  unique_fd empty = moved_away(nothing.get());
  bool ready = output && empty && (request.image < 0 || image) && (request.listener < 0 || listener);
  if (!ready) throw failed("Cannot prepare");
  std::vector<std::string> words = {request.program};
  words.insert(words.end(), request.words.begin(), request.words.end());
  std::vector<std::string> environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C"};
  std::string process_id = "LISTEN_PID=" + std::string(24, '\0');
  size_t digits_at = sizeof "LISTEN_PID=" - 1;
  if (listener) environment.insert(environment.end(), {"LISTEN_FDS=1", process_id});
  std::vector<char *> word_list, environment_list;
  for (std::string &word : words) word_list.push_back(&word[0]);
  for (std::string &each : environment) environment_list.push_back(&each[0]);
  word_list.push_back(nullptr);
  environment_list.push_back(nullptr);
  char *digits = listener ? &environment.back()[digits_at] : &process_id[digits_at];
  child_plan plan = {request.program.c_str(), word_list.data(), environment_list.data(), digits,  image.get(),
                     listener.get(),          output.get(),     empty.get(),             getpid()};
  pid_ = fork();
  if (pid_ == 0) become_helper(plan);
  if (pid_ < 0) throw failed("Cannot start");
}

helper_process::~helper_process() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool helper_process::is_running() {
  if (pid_ < 0) return false;
  pid_t ended = waitpid(pid_, &status_, WNOHANG);
  if (ended == 0 || (ended < 0 && errno == EINTR)) return true;
  pid_ = -1;
  return false;
}

bool helper_process::ends_soon() {
  for (int attempt = 0; attempt < 100 && is_running(); attempt++) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return !is_running();
}

int helper_process::wait(const std::atomic<bool> *abort) {
  while (is_running()) {
    if (abort != nullptr && *abort) throw aborted_error();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
}

std::string helper_process::said() const {
  std::string text(400, '\0');
  ssize_t count = read_whole(output_.get(), reinterpret_cast<uint8_t *>(&text[0]), text.size(), 0);
  text.resize(count < 0 ? 0 : static_cast<size_t>(count));
  for (char &letter : text) {
    if (letter < ' ' || letter > '~') letter = ' ';
  }
  size_t last = text.find_last_not_of(' ');
  return last == std::string::npos ? "" : text.substr(0, last + 1);
}

}  // namespace reinstate

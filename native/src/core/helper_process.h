// A program of another project that works for one copy, and never outlives it.
#pragma once
#include <sys/types.h>

#include <atomic>
#include <string>
#include <vector>

#include "file_io.h"

namespace reinstate {

struct helper_request {
  /** Absolute path. */
  std::string program;
  std::vector<std::string> words;
  /** The child has it as descriptor 4; -1: none. */
  int image = -1;
  /** A listening socket, as descriptor 3 by systemd's protocol (sd_listen_fds(3)); -1: none. */
  int listener = -1;
};

/** Name of the image's descriptor, for the words of a helper. */
constexpr char helper_image_path[] = "/proc/self/fd/4";

/** Absolute path of a program on PATH; empty when there is none. */
std::string find_program(const std::string &name);

class helper_process {
 public:
  /**
   * Starts it with no environment but PATH, in bounded memory, at nice 10. It ends with the calling thread, however
   * that ends, and with this object. Throws IO_ERROR.
   */
  explicit helper_process(const helper_request &request);
  ~helper_process();
  helper_process(const helper_process &) = delete;
  helper_process &operator=(const helper_process &) = delete;

  /** Waits for its end. Returns the exit code, 128 and the signal when it was killed. Throws ABORTED. */
  int wait(const std::atomic<bool> *abort);

  bool is_running();

  /** Whether it ends within a fifth of a second: who hears that a connection broke is sooner than the end. */
  bool ends_soon();

  /** What it wrote so far, on one line, at most 400 letters. */
  std::string said() const;

 private:
  pid_t pid_ = -1;
  int status_ = 0;
  unique_fd output_;
};

}  // namespace reinstate

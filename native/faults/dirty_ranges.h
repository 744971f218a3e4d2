// Which bytes were written and not made durable yet: a write-back that fails may lose just these, and the next fsync
// says that all is well.
#pragma once
#include <cstdint>
#include <mutex>
#include <vector>

namespace reinstate::faults {

class dirty_ranges {
 public:
  void wrote(int fd, uint64_t offset, uint64_t length);
  /** `all`: every file, not only that of `fd`. */
  void became_durable(int fd, bool all);
  /** Puts zeros where the lost bytes stood. */
  void lose(int fd, bool all);
  void forget_all();

 private:
  struct range {
    uint64_t inode;
    /** A descriptor of its own, because the writer may close its own first. */
    int fd;
    uint64_t offset;
    uint64_t length;
  };
  std::mutex mutex_;
  std::vector<range> ranges_;
};

}  // namespace reinstate::faults

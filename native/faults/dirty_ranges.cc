#include "dirty_ranges.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>

namespace reinstate::faults {

// All calls go to the kernel directly: those of the C library are the ones that are watched.
static uint64_t inode_of(int fd) {
  struct stat status = {};
  if (syscall(SYS_fstat, fd, &status) != 0) abort();
  return status.st_ino;
}

void dirty_ranges::wrote(int fd, uint64_t offset, uint64_t length) {
  std::lock_guard<std::mutex> lock(mutex_);
  int own = static_cast<int>(syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, 0));
  if (own < 0) abort();
  ranges_.push_back({inode_of(fd), own, offset, length});
}

void dirty_ranges::became_durable(int fd, bool all) {
  uint64_t inode = inode_of(fd);
  std::lock_guard<std::mutex> lock(mutex_);
  std::vector<range> kept;
  for (const range &one : ranges_) {
    if (all || one.inode == inode) syscall(SYS_close, one.fd);
    else kept.push_back(one);
  }
  ranges_ = std::move(kept);
}

void dirty_ranges::lose(int fd, bool all) {
  uint64_t inode = inode_of(fd);
  std::lock_guard<std::mutex> lock(mutex_);
  for (const range &one : ranges_) {
    if (!all && one.inode != inode) continue;
    std::vector<uint8_t> zeros(one.length);
    if (syscall(SYS_pwrite64, one.fd, zeros.data(), zeros.size(), one.offset) < 0) abort();
  }
}

void dirty_ranges::forget_all() {
  std::lock_guard<std::mutex> lock(mutex_);
  for (const range &one : ranges_) syscall(SYS_close, one.fd);
  ranges_.clear();
}

}  // namespace reinstate::faults

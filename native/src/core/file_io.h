// File descriptors, whole reads and writes, and paths that cannot leave their root.
#pragma once
#include <sys/stat.h>
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reinstate {

class unique_fd {
 public:
  unique_fd() = default;
  explicit unique_fd(int fd) : fd_(fd) {}
  unique_fd(unique_fd &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  unique_fd &operator=(unique_fd &&other) noexcept {
    if (this != &other) {
      reset();
      fd_ = std::exchange(other.fd_, -1);
    }
    return *this;
  }
  ~unique_fd() { reset(); }
  void reset();
  int get() const { return fd_; }
  /** Gives the descriptor away. */
  int release() { return std::exchange(fd_, -1); }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/** A file beneath a location. `relative_path` uses '/'; '.', '..' and empty parts are refused. */
struct placed_file {
  std::string root_path;
  std::string relative_path;
  std::string full_path() const { return root_path + "/" + relative_path; }
};

/** openat2 with RESOLVE_BENEATH, NO_SYMLINKS, NO_MAGICLINKS. A closed descriptor leaves the reason in errno. */
unique_fd open_beneath(int folder, const std::string &path, int flags, mode_t mode = 0);

/** openat, repeated when a signal cut it off. Never waits for somebody at the other end of a named pipe. */
unique_fd open_at(int folder, const char *path, int flags, mode_t mode = 0);

/** flock, repeated on EINTR. */
bool lock_file(int fd, int how);

/** syncfs, repeated on EINTR only. */
bool sync_file_system(int fd);

/** The names in a folder, without "." and "..". False with errno when it cannot be read to its end. */
bool list_folder(int folder, std::vector<std::string> &names);

/** ftruncate, repeated on EINTR. */
bool set_length(int fd, uint64_t length);

/** close for files whose bytes nobody made durable yet: some file systems tell of a failed write only here. */
bool close_whole(unique_fd file);

/** True when `path` is relative and each of its parts is a plain name. */
bool is_plain_relative(const std::string &path);

struct placed_parent {
  unique_fd folder;
  std::string name;
  int error = 0;
};

/** Opens the folder that holds `file`; makes missing folders when `make_folders`. On failure `error` is the errno. */
placed_parent open_parent(const placed_file &file, bool make_folders);

/** Reads until `length` bytes or the end of the file. Returns the count, or -1 with errno. */
ssize_t read_whole(int fd, uint8_t *to, size_t length, uint64_t offset);

/** Writes everything. False with errno on failure; a write that takes no bytes counts as ENOSPC. */
bool write_whole(int fd, const uint8_t *from, size_t length, uint64_t offset);

/** fsync repeated on EINTR only: any other failure is final for the file. */
bool sync_data(int fd);
bool sync_all(int fd);

}  // namespace reinstate

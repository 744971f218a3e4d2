#include "file_io.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace reinstate {

void unique_fd::reset() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

unique_fd open_beneath(int folder, const std::string &path, int flags, mode_t mode) {
  struct open_how how = {};
  how.flags = static_cast<uint64_t>(flags | O_CLOEXEC);
  how.mode = mode;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  for (;;) {
    long fd = syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
    if (fd >= 0) return unique_fd(static_cast<int>(fd));
    // EAGAIN: a rename elsewhere raced with the walk (openat2 manual).
    if (errno != EINTR && errno != EAGAIN) return unique_fd();
  }
}

unique_fd open_at(int folder, const char *path, int flags, mode_t mode) {
  for (;;) {
    int fd = openat(folder, path, flags | O_CLOEXEC | O_NONBLOCK, mode);
    if (fd >= 0 || errno != EINTR) return unique_fd(fd);
  }
}

bool list_folder(int folder, std::vector<std::string> &names) {
  unique_fd own = open_at(folder, ".", O_RDONLY | O_DIRECTORY);
  DIR *listing = own ? fdopendir(own.get()) : nullptr;
  if (listing == nullptr) return false;
  own.release();
  names.clear();
  errno = 0;
  while (struct dirent *entry = readdir(listing)) {
    std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(std::move(name));
  }
  int error = errno;
  closedir(listing);
  errno = error;
  return error == 0;
}

bool lock_file(int fd, int how) {
  while (flock(fd, how) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

bool sync_file_system(int fd) {
  while (syncfs(fd) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

bool set_length(int fd, uint64_t length) {
  while (ftruncate(fd, static_cast<off_t>(length)) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

bool close_whole(unique_fd file) {
  // Never repeated: the descriptor is gone in any case, and another thread may have got its number.
  return ::close(file.release()) == 0 || errno == EINTR;
}

bool is_plain_relative(const std::string &path) {
  if (path.empty() || path.find('\0') != std::string::npos) return false;
  size_t begin = 0;
  while (begin <= path.size()) {
    size_t end = path.find('/', begin);
    if (end == std::string::npos) end = path.size();
    std::string part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

static unique_fd make_folders_beneath(unique_fd folder, const std::string &path) {
  size_t begin = 0;
  while (begin < path.size()) {
    size_t end = path.find('/', begin);
    if (end == std::string::npos) end = path.size();
    std::string part = path.substr(begin, end - begin);
    bool made = mkdirat(folder.get(), part.c_str(), 0755) == 0;
    if (!made && errno != EEXIST) return unique_fd();
    if (made) {
      unique_fd readable = open_beneath(folder.get(), ".", O_RDONLY | O_DIRECTORY);
      if (!readable || !sync_all(readable.get())) return unique_fd();
    }
    folder = open_beneath(folder.get(), part, O_RDONLY | O_DIRECTORY);
    if (!folder) return unique_fd();
    begin = end + 1;
  }
  return folder;
}

placed_parent open_parent(const placed_file &file, bool make_folders) {
  placed_parent parent;
  if (!is_plain_relative(file.relative_path)) {
    parent.error = EXDEV;
    return parent;
  }
  unique_fd root = open_at(AT_FDCWD, file.root_path.c_str(), O_RDONLY | O_DIRECTORY);
  if (!root) {
    parent.error = errno;
    return parent;
  }
  size_t slash = file.relative_path.rfind('/');
  if (slash == std::string::npos) {
    parent.folder = std::move(root);
    parent.name = file.relative_path;
    return parent;
  }
  std::string folder_path = file.relative_path.substr(0, slash);
  parent.name = file.relative_path.substr(slash + 1);
  parent.folder = open_beneath(root.get(), folder_path, O_RDONLY | O_DIRECTORY);
  if (!parent.folder && errno == ENOENT && make_folders) {
    parent.folder = make_folders_beneath(std::move(root), folder_path);
  }
  if (!parent.folder) parent.error = errno;
  return parent;
}

ssize_t read_whole(int fd, uint8_t *to, size_t length, uint64_t offset) {
  size_t done = 0;
  while (done < length) {
    ssize_t count = pread(fd, to + done, length - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    done += static_cast<size_t>(count);
  }
  return static_cast<ssize_t>(done);
}

bool write_whole(int fd, const uint8_t *from, size_t length, uint64_t offset) {
  size_t done = 0;
  while (done < length) {
    ssize_t count = pwrite(fd, from + done, length - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) {
      errno = ENOSPC;
      return false;
    }
    done += static_cast<size_t>(count);
  }
  return true;
}

bool sync_data(int fd) {
  while (fdatasync(fd) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

bool sync_all(int fd) {
  while (fsync(fd) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

}  // namespace reinstate

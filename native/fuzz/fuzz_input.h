// What the fuzz targets share: files that hold an input, a folder in memory, and a check that ends the process.
#pragma once
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace reinstate::fuzz {

inline void demand(bool holds, const char *what) {
  if (holds) return;
  fprintf(stderr, "does not hold: %s\n", what);
  abort();
}

/** A file in memory that holds the input and nothing else; one for the whole process. */
inline int file_with(const uint8_t *data, size_t length) {
  static const int fd = memfd_create("input", MFD_CLOEXEC);
  bool good = ftruncate(fd, 0) == 0 && pwrite(fd, data, length, 0) == static_cast<ssize_t>(length);
  demand(fd >= 0 && good, "a file in memory");
  return fd;
}

/** A folder of this process, removed at its end. */
inline const std::string &own_folder() {
  struct folder {
    std::string path;
    folder() {
      char name[] = "/dev/shm/reinstate-fuzz-XXXXXX";
      char elsewhere[] = "/tmp/reinstate-fuzz-XXXXXX";
      const char *made = mkdtemp(name);
      if (made == nullptr) made = mkdtemp(elsewhere);
      demand(made != nullptr, "a folder");
      path = made;
    }
    ~folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const folder own;
  return own.path;
}

}  // namespace reinstate::fuzz

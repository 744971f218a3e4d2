#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <random>
#include <vector>

#include "../core/chunk_codec.h"
#include "../core/copy_error.h"
#include "commands.h"

namespace reinstate {

/** Shared libraries, then other files of this system, in a fixed order: they compress as a guest's system disk does. */
class system_bytes {
 public:
  system_bytes() {
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (const char *folder : {"/usr/lib", "/usr/bin", "/usr/share"}) {
      auto options = fs::directory_options::skip_permission_denied;
      auto it = fs::recursive_directory_iterator(folder, options, ignored);
      for (; it != fs::recursive_directory_iterator(); it.increment(ignored)) {
        bool usable = it->is_regular_file(ignored) && !it->is_symlink(ignored) && it->file_size(ignored) >= 65536;
        if (usable) paths_.push_back(it->path().string());
      }
    }
    std::sort(paths_.begin(), paths_.end(), [](const std::string &a, const std::string &b) {
      bool a_library = a.find(".so") != std::string::npos;
      bool b_library = b.find(".so") != std::string::npos;
      return a_library != b_library ? a_library : a < b;
    });
  }

  void fill(uint8_t *to, size_t length) {
    while (length > 0) {
      if (!file_ && next_ == paths_.size()) {
        throw copy_error("permanent", "SOURCE_TOO_SHORT", "This system has too few files to make the image from.");
      }
      if (!file_) {
        file_ = unique_fd(open(paths_[next_++].c_str(), O_RDONLY | O_CLOEXEC));
        offset_ = 0;
        continue;
      }
      ssize_t count = read_whole(file_.get(), to, length, offset_);
      if (count <= 0) {
        file_.reset();
        continue;
      }
      to += count;
      offset_ += static_cast<uint64_t>(count);
      length -= static_cast<size_t>(count);
    }
  }

 private:
  std::vector<std::string> paths_;
  size_t next_ = 0;
  unique_fd file_;
  uint64_t offset_ = 0;
};

void make_image(const std::string &path, uint64_t capacity_bytes) {
  unique_fd file(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!file || ftruncate(file.get(), static_cast<off_t>(capacity_bytes)) != 0) {
    throw target_error(errno, "Cannot make", path);
  }
  std::mt19937_64 random(20240607);
  system_bytes system;
  std::vector<uint8_t> data(chunk_size);
  uint64_t number = 0;
  for (uint64_t offset = 0; offset + chunk_size <= capacity_bytes; offset += 2 * uint64_t{chunk_size}, number++) {
    if (number % 4 == 3) {
      for (size_t at = 0; at < data.size(); at += 8) store_u64(&data[at], random());
    } else {
      system.fill(data.data(), data.size());
    }
    if (!write_whole(file.get(), data.data(), data.size(), offset)) throw target_error(errno, "Cannot write", path);
  }
}

}  // namespace reinstate

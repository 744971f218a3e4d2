// Raw files and the flat extent of a VMDK: byte n of the disk is byte n of the file.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "target_layout.h"

namespace reinstate {

// Space is taken in steps, so that an abort is seen in between.
static constexpr uint64_t allocation_step = 1ull << 30;

class raw_layout : public target_layout {
 public:
  explicit raw_layout(layout_setting setting) : setting_(std::move(setting)) {}

  void begin(int fd) override {
    fd_ = fd;
    if (!set_length(fd, setting_.capacity_bytes)) {
      throw target_error(errno, "Cannot set the size of", setting_.partial_path);
    }
    allocate();
  }

  bool resume(int fd, uint64_t length, const restore_journal &) override {
    fd_ = fd;
    if (length != setting_.capacity_bytes) return false;
    allocate();
    return true;
  }

  bool write_chunk(const chunk_view &view, const index_item &item, uint64_t &written) override {
    written = write_runs(fd_, view, setting_.partial_path, item.offset_bytes,
                         [&](uint32_t block) { return item.offset_bytes + block * uint64_t{block_size}; });
    return true;
  }

 private:
  /** Before the first byte of data: a disk that does not fit is refused at once. Zeros written earlier stay. */
  void allocate() {
    if (setting_.format != target_format::raw_thick) return;
    for (uint64_t at = 0; at < setting_.capacity_bytes && !*setting_.abort; at += allocation_step) {
      uint64_t length = std::min(allocation_step, setting_.capacity_bytes - at);
      int error = posix_fallocate(fd_, static_cast<off_t>(at), static_cast<off_t>(length));
      if (error == EINTR) at -= allocation_step;
      else if (error != 0) throw target_error(error, "Cannot allocate", setting_.partial_path).at(at);
    }
  }

  layout_setting setting_;
  int fd_ = -1;
};

std::unique_ptr<target_layout> make_raw_layout(layout_setting setting) {
  return std::make_unique<raw_layout>(std::move(setting));
}

}  // namespace reinstate

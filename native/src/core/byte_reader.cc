#include "byte_reader.h"

#include <unistd.h>

#include <cerrno>

#include "copy_error.h"

namespace reinstate {

void file_bytes::read(uint8_t *to, size_t length, uint64_t offset) const {
  ssize_t count = read_whole(file_.get(), to, length, offset);
  if (count < 0) throw source_error(errno, "Cannot read", path_);
  if (static_cast<size_t>(count) == length) return;
  uint64_t end = offset + static_cast<uint64_t>(count);
  throw copy_error("permanent", "SOURCE_TOO_SHORT",
                   path_ + " ends at byte " + std::to_string(end) + ", " + std::to_string(offset + length) +
                       " are needed. The image is cut off or was changed while it was read.",
                   path_)
      .at(end);
}

uint64_t file_bytes::next_data(uint64_t offset) const {
  if (offset >= size_) return size_;
  off_t found = lseek(file_.get(), static_cast<off_t>(offset), SEEK_DATA);
  // ENXIO: only a hole follows. Any other answer: the file system cannot tell, so everything may be data.
  if (found < 0) return errno == ENXIO ? size_ : offset;
  return std::min(static_cast<uint64_t>(found), size_);
}

}  // namespace reinstate

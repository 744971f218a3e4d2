// The image to capture: a raw file or the flat extents of a VMDK descriptor, read as one disk.
#pragma once
#include <string>
#include <vector>

#include "file_io.h"

namespace reinstate {

enum class source_format { raw, vmdk_flat };

struct source_extent {
  unique_fd file;
  std::string path;
  uint64_t file_offset = 0;
  uint64_t disk_offset = 0;
  uint64_t length = 0;
  /** A ZERO extent has no file. */
  bool zero = false;
};

class disk_source {
 public:
  /** Throws every SOURCE_…, VMDK_… and PATH_… error of the port. */
  static disk_source open(const placed_file &file, source_format format, uint64_t capacity_bytes);

  /** First position at or behind `offset` that may hold data; the capacity when only holes follow. */
  uint64_t next_data(uint64_t offset) const;

  /** Reads all `length` bytes, over extent borders. Throws SOURCE_TOO_SHORT or IO_ERROR. Safe for many threads. */
  void read(uint8_t *to, uint64_t offset, size_t length) const;

  uint64_t capacity_bytes() const { return capacity_bytes_; }

 private:
  void open_raw(const placed_file &file);
  void open_vmdk(const placed_file &file);
  void check_size(uint64_t size, const std::string &path) const;
  const source_extent &extent_at(uint64_t offset) const;
  uint64_t capacity_bytes_ = 0;
  std::vector<source_extent> extents_;
};

/** Opens a regular file beneath its root for reading; `size` gets its length. Throws as the port says. */
unique_fd open_source_file(int folder, const std::string &name, const std::string &full_path, uint64_t &size);

}  // namespace reinstate

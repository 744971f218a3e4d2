// Bytes at any offset: a file of a disk image, or any buffer. What parses images knows nothing else of where they lie.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "file_io.h"

namespace reinstate {

/** Safe for many threads. */
class byte_reader {
 public:
  virtual ~byte_reader() = default;

  virtual uint64_t size() const = 0;

  /** Reads all of it. Throws copy_error when it cannot, also when it would pass the end. */
  virtual void read(uint8_t *to, size_t length, uint64_t offset) const = 0;

  /** First byte at or behind `offset` that may be other than zero; size() when there is none. */
  virtual uint64_t next_data(uint64_t offset) const { return std::min(offset, size()); }
};

/** A regular file. Throws SOURCE_TOO_SHORT and IO_ERROR. */
class file_bytes : public byte_reader {
 public:
  file_bytes(unique_fd file, uint64_t size, std::string path)
      : file_(std::move(file)), size_(size), path_(std::move(path)) {}
  uint64_t size() const override { return size_; }
  void read(uint8_t *to, size_t length, uint64_t offset) const override;
  uint64_t next_data(uint64_t offset) const override;

 private:
  unique_fd file_;
  uint64_t size_;
  std::string path_;
};

}  // namespace reinstate

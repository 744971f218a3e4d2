// The image to capture, read as one disk whatever its format.
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "file_io.h"

namespace reinstate {

/** vmdk_flat refuses every other kind of VMDK; qcow2, vdi and vhdx are read by qemu-nbd; nbd is a server's socket. */
enum class source_format { raw, vmdk_flat, vmdk, qcow2, vdi, vhdx, nbd };

/** Reads RAW, VMDK_FLAT, VMDK, QCOW2, VDI, VHDX or NBD. False when it is none of them. */
bool source_format_from(const std::string &name, source_format &out);

/** A piece of a disk, at offsets of its own. Safe for many threads. */
class source_part {
 public:
  virtual ~source_part() = default;

  /** First byte at or behind `offset` that may be other than zero; the length of the part when there is none. */
  virtual uint64_t next_data(uint64_t offset) const = 0;

  /** Reads all of it, or throws copy_error. */
  virtual void read(uint8_t *to, uint64_t offset, size_t length) const = 0;
};

struct source_extent {
  uint64_t disk_offset = 0;
  uint64_t length = 0;
  /** Null: zeros. */
  std::unique_ptr<source_part> part;
};

/** What the formats know of the disk that they open. */
struct source_request {
  placed_file file;
  source_format format = source_format::raw;
  uint64_t capacity_bytes = 0;
  /** Ends waiting for a server. May be null. */
  const std::atomic<bool> *abort = nullptr;
};

class disk_source {
 public:
  /** Throws every SOURCE_…, VMDK_… and PATH_… error of the port. */
  static disk_source open(const source_request &request);

  /** First position at or behind `offset` that may hold data; the capacity when only holes follow. */
  uint64_t next_data(uint64_t offset) const;

  /** Reads all `length` bytes, over extent borders. Throws as the port says. Safe for many threads. */
  void read(uint8_t *to, uint64_t offset, size_t length) const;

  uint64_t capacity_bytes() const { return capacity_bytes_; }

 private:
  const source_extent &extent_at(uint64_t offset) const;
  uint64_t capacity_bytes_ = 0;
  std::vector<source_extent> extents_;
};

/** Throws unless `size` bytes are exactly the disk's capacity. */
void check_source_size(uint64_t size, const std::string &path, uint64_t capacity_bytes);

/** Opens a regular file beneath its root for reading; `size` gets its length. Throws as the port says. */
unique_fd open_source_file(int folder, const std::string &name, const std::string &full_path, uint64_t &size);

/** `length` bytes of a file from `file_offset`. Throws SOURCE_TOO_SHORT when the file ends before them. */
std::unique_ptr<source_part> make_file_part(unique_fd file, uint64_t size, const std::string &path,
                                            uint64_t file_offset, uint64_t length);

/** The extents of a VMDK of any kind that `request.format` allows (vmdk_source.cc). */
std::vector<source_extent> open_vmdk(const source_request &request);

}  // namespace reinstate

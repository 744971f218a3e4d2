// Reads a sparse VMDK extent. A pure function of the bytes behind a byte_reader: nothing else is opened or kept.
#pragma once
#include <memory>
#include <utility>
#include <vector>

#include "vmdk_sparse_header.h"

namespace reinstate {

/** Memory: the directory, at most 8 MiB, while open another 40 MiB, and one grain for each reading thread. */
class vmdk_sparse_reader {
 public:
  /**
   * Judges header, footer and directories; of an extent without compression also each table and the place of each
   * grain. Compressed grains state their own place and are judged when they are read. Throws SOURCE_DAMAGED,
   * UNSUPPORTED_SOURCE_FORMAT and what the byte_reader throws; `path` only names the file in errors.
   */
  vmdk_sparse_reader(std::unique_ptr<byte_reader> file, std::string path);

  uint64_t capacity_bytes() const { return shape_.capacity_bytes; }
  bool compressed() const { return shape_.compressed; }

  /** The embedded descriptor with its padding; empty when the extent has none. */
  std::string descriptor() const;

  /** First byte at or behind `offset` that lies in a grain with data; the capacity when there is none. */
  uint64_t next_data(uint64_t offset) const;

  /** Reads all of it; `offset + length` is at most the capacity. Safe for many threads. */
  void read(uint8_t *to, uint64_t offset, size_t length) const;

 private:
  static constexpr uint32_t entry_count = 512;
  using table_entries = uint32_t[entry_count];
  /** In sectors, half open. */
  using sector_range = std::pair<uint32_t, uint32_t>;
  struct grain_use;
  struct known_holes;

  std::vector<uint32_t> read_directory(uint64_t at_sector) const;
  void check_directories();
  void check_grains() const;
  void check_place(uint64_t grain, uint32_t place, grain_use &use) const;
  bool load_both(uint32_t table, known_holes (&holes)[2], table_entries &entries) const;
  bool load_table(uint32_t at_sector, known_holes &holes, table_entries &entries) const;
  bool holds_data(uint32_t entry) const { return entry > 1 || (entry == 1 && !shape_.has_zero_grains); }
  uint32_t grain_length(uint64_t grain) const;
  void read_compressed(uint8_t *to, uint64_t grain, uint32_t place, uint32_t begin, uint32_t length) const;
  void read_plain(uint8_t *to, uint64_t grain, uint32_t place, uint32_t begin, uint32_t length) const;
  copy_error damaged_at(uint64_t grain, const std::string &why) const;

  std::unique_ptr<byte_reader> file_;
  std::string path_;
  vmdk_sparse_shape shape_;
  std::vector<uint32_t> directory_;
  std::vector<uint32_t> redundant_;
  /** Header, descriptor, directories and tables: ascending, none touching another. */
  std::vector<sector_range> metadata_;
};

}  // namespace reinstate

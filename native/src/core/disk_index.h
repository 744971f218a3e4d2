// An index as a whole: the builder writes pages in ascending order, the cursor walks them. Memory: one page a level.
#pragma once
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "chunk_codec.h"
#include "copy_error.h"
#include "index_page.h"
#include "repository.h"

namespace reinstate {

class index_builder {
 public:
  using page_sink = std::function<digest(std::vector<uint8_t>)>;
  index_builder(uint64_t capacity_bytes, page_sink sink);

  /** `chunk_number` must rise from call to call. */
  void add(uint64_t chunk_number, const digest &id, uint64_t block_count);

  /** Names a page that stands already, with all that lies beneath it: an item of `index_cursor::step::page`. */
  void add_page(const struct index_item &item);

  /** Writes what is open and returns the root page's id: the index hash. */
  digest finish();

 private:
  struct open_page {
    index_page page;
    uint64_t number = 0;
  };
  void add_entry(int level, uint64_t number, page_entry entry);
  void close_page(int level);
  page_sink sink_;
  std::vector<open_page> open_;
};

struct index_item {
  uint64_t chunk_number = 0;
  /** Place among the stored chunks of this disk, from 0. */
  uint64_t ordinal = 0;
  digest id{};
  uint64_t block_count = 0;
  uint64_t offset_bytes = 0;
  uint64_t length_bytes = 0;
  /** 0 for a chunk; a whole page stands in a page of this level, and `chunk_number` is its first. */
  int level = 0;
  uint64_t chunk_count = 1;
};

/** A page that could not be used, and the part of the disk that it describes. */
struct index_damage {
  digest page_id{};
  uint64_t offset_bytes = 0;
  uint64_t length_bytes = 0;
  bool missing = false;
  /** It may be whole: nothing is known of it. */
  bool unreadable = false;
  std::string why;
};

/** Not safe for threads: callers hold their own lock. */
class index_cursor {
 public:
  /**
   * Reads the root page. Throws INDEX_DAMAGED when it is missing, damaged or states another capacity,
   * IO_ERROR when it cannot be read.
   * `capacity_bytes` 0 takes the capacity that the root page states.
   */
  index_cursor(const repository &from, const digest &index_hash, uint64_t capacity_bytes);

  enum class step { item, page, damage, end };

  /** From now on a page whose chunks [first, end) are not `wanted` is given as one item and not read. */
  void name_pages_unless(std::function<bool(uint64_t first, uint64_t end)> wanted) { wanted_ = std::move(wanted); }

  /** After `damage` the walk goes on behind the damaged part. */
  step next(index_item &item, index_damage &damage);

  /** From now on a page below the root for which `skip` says true is passed over with all that it names. */
  void leave_out_pages(std::function<bool(const digest &id)> skip) { skip_ = std::move(skip); }

  copy_error error_of(const index_damage &damage) const;
  uint64_t capacity_bytes() const { return capacity_bytes_; }
  uint64_t chunk_count() const { return chunk_count_; }
  uint64_t block_count() const { return block_count_; }

 private:
  struct frame {
    index_page page;
    uint64_t first_chunk = 0;
    size_t position = 0;
  };
  bool read_page(const digest &id, index_page &page, index_damage &damage);
  bool child_fits(const frame &parent, const page_entry &entry, const index_page &child, std::string &why) const;
  const repository &repository_;
  uint64_t capacity_bytes_;
  uint64_t chunk_count_ = 0;
  uint64_t block_count_ = 0;
  uint64_t ordinal_ = 0;
  std::vector<frame> frames_;
  std::vector<uint8_t> bytes_;
  std::function<bool(uint64_t, uint64_t)> wanted_;
  std::function<bool(const digest &)> skip_;
};

/** Bytes of so many blocks that are not zero: the last block of a disk may be cut short by its end. */
inline uint64_t data_bytes_of(uint64_t block_count, uint64_t capacity_bytes) {
  return std::min<uint64_t>(block_count * block_size, capacity_bytes);
}

/** Reads the name of an index as a caller gives it. Throws INDEX_DAMAGED when name or capacity are impossible. */
digest index_digest(const std::string &index_hash, uint64_t capacity_bytes);

/** INDEX_DAMAGED, or IO_ERROR for a page that cannot be read. */
copy_error index_error(const repository &from, const index_damage &damage);

}  // namespace reinstate

// An index as a whole: the builder writes pages in ascending order, the cursor walks them. Memory: one page a level.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "copy_error.h"
#include "index_page.h"
#include "repository.h"

namespace reinstate {

class index_builder {
 public:
  using page_sink = std::function<digest(std::vector<uint8_t>)>;
  index_builder(uint64_t capacity_bytes, page_sink sink);

  /** `chunk_number` must rise from call to call. */
  void add(uint64_t chunk_number, const digest &id, uint32_t block_count);

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
  uint32_t block_count = 0;
  uint64_t offset_bytes = 0;
  uint32_t length_bytes = 0;
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

  enum class step { item, damage, end };

  /** After `damage` the walk goes on behind the damaged part. */
  step next(index_item &item, index_damage &damage);

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
};

/** Reads the name of an index as a caller gives it. Throws INDEX_DAMAGED when name or capacity are impossible. */
digest index_digest(const std::string &index_hash, uint64_t capacity_bytes);

/** INDEX_DAMAGED, or IO_ERROR for a page that cannot be read. */
copy_error index_error(const repository &from, const index_damage &damage);

}  // namespace reinstate

// Which indexes name damaged objects: a walk over the pages of many indexes, each page read once.
#pragma once
#include <string>
#include <vector>

#include "object_check.h"
#include "run_control.h"

namespace reinstate {

struct trace_request {
  std::string repository_path;
  std::vector<std::string> index_hashes;
  /** Ids of chunks and pages found bad. */
  std::vector<std::string> bad_ids;
  /** Reads those objects again first: what is whole by now was healed and breaks nothing. */
  bool read_again = false;
  /**
   * Chunks in so many folders from the first on, and from 0 again behind the last, are looked for as well: a chunk that
   * an index names and that is not there is missing. 0: none. Pages are looked at in any case.
   */
  uint32_t first_folder = 0;
  uint32_t folder_count = 0;
};

struct traced_object {
  std::string id;
  object_kind kind = object_kind::chunk;
  chunk_status status = chunk_status::damaged;
  /** The part of the disk that it holds or describes. */
  uint64_t offset_bytes = 0;
  uint64_t length_bytes = 0;
};

struct traced_index {
  std::string index_hash;
  /** Damaged and missing objects, each place of the disk counted. */
  uint64_t damaged_count = 0;
  uint64_t unreadable_count = 0;
  /** The first ones by offset, at most 20. */
  std::vector<traced_object> objects;
};

struct trace_result {
  /** Those that are broken, in the order asked. */
  std::vector<traced_index> indexes;
  /** Given ids that are whole by now. */
  uint64_t healed_count = 0;
  /** Objects that were not among the given ones: missing chunks, pages that cannot be used. */
  uint64_t found_count = 0;
};

/** No damage is an error here, not that of a root page either. */
trace_result trace_damage(const trace_request &request, run_control &control);

}  // namespace reinstate

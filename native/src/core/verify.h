// Re-hashes every chunk that an index names.
#pragma once
#include <string>
#include <vector>

#include "run_control.h"

namespace reinstate {

struct verify_request {
  std::string repository_path;
  std::string index_hash;
  uint64_t capacity_bytes = 0;
};

struct damaged_chunk {
  uint64_t offset_bytes = 0;
  uint64_t length_bytes = 0;
  std::string chunk_id;
  bool missing = false;
};

struct verify_result {
  uint64_t chunk_count = 0;
  uint64_t data_bytes = 0;
  uint64_t damaged_chunk_count = 0;
  /** Ascending by offset, at most 1,000. A damaged page stands as one entry over the part of the disk it describes. */
  std::vector<damaged_chunk> damaged;
};

/** Throws copy_error when there is no repository or the root page is unusable, and IO_ERROR
 * when something cannot be read; all other damage is in the result. */
verify_result verify_disk(const verify_request &request, const run_settings &settings, run_control &control);

}  // namespace reinstate

// What the root page of an index says of its disk.
#pragma once
#include <cstdint>
#include <string>

namespace reinstate {

struct index_description {
  uint64_t capacity_bytes = 0;
  uint64_t data_bytes = 0;
  uint64_t chunk_count = 0;
};

/** Reads one page. Throws REPOSITORY_NOT_FOUND, REPOSITORY_FORMAT_UNSUPPORTED or INDEX_DAMAGED. */
index_description describe_index(const std::string &repository_path, const std::string &index_hash);

}  // namespace reinstate

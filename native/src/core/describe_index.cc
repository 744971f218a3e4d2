#include "describe_index.h"

#include "disk_index.h"

namespace reinstate {

index_description describe_index(const std::string &repository_path, const std::string &index_hash) {
  // The capacity is what is asked for; the check of the name wants one, and a sector is the smallest.
  digest id = index_digest(index_hash, 512);
  repository from = repository::open(repository_path);
  index_cursor cursor(from, id, 0);
  return {cursor.capacity_bytes(), data_bytes_of(cursor.block_count(), cursor.capacity_bytes()), cursor.chunk_count()};
}

}  // namespace reinstate

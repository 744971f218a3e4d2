#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "../core/disk_index.h"
#include "commands.h"

namespace reinstate {

static void write_blocks(int fd, const chunk_view &view, uint64_t offset, const std::string &path) {
  uint32_t stored = 0;
  for (uint32_t block = 0; block < blocks_per_chunk; block++) {
    if (!view.present(block)) continue;
    uint32_t start = block * block_size;
    uint32_t length = std::min(block_size, view.plain_length - start);
    if (!write_whole(fd, view.blocks + stored++ * block_size, length, offset + start)) {
      throw target_error(errno, "Cannot write", path);
    }
  }
}

uint64_t extract_disk(const std::string &repository_path, const std::string &index_hash, const std::string &out_path) {
  repository from = repository::open(repository_path);
  index_cursor cursor(from, index_digest(index_hash, 512), 0);
  unique_fd out(open(out_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!out && errno == EEXIST) throw copy_error("conflict", "TARGET_EXISTS", out_path + " exists already.", out_path);
  if (!out) throw target_error(errno, "Cannot make", out_path);
  if (ftruncate(out.get(), static_cast<off_t>(cursor.capacity_bytes())) != 0) {
    throw target_error(errno, "Cannot set the size of", out_path);
  }
  chunk_reader reader;
  index_item item;
  index_damage damage;
  for (;;) {
    index_cursor::step step = cursor.next(item, damage);
    if (step == index_cursor::step::damage) throw index_error(from, damage);
    if (step == index_cursor::step::end) break;
    chunk_view view;
    std::string why;
    unique_fd file = from.open_object(object_kind::chunk, item.id);
    if (reader.read(file.get(), item.id, view, why) != chunk_status::good || view.plain_length != item.length_bytes) {
      std::string path = from.object_path(object_kind::chunk, item.id);
      throw copy_error("permanent", "CHUNK_DAMAGED", path + " cannot be used: " + why, path).at(item.offset_bytes);
    }
    write_blocks(out.get(), view, item.offset_bytes, out_path);
  }
  if (!sync_all(out.get())) throw target_error(errno, "Cannot make durable", out_path);
  return cursor.capacity_bytes();
}

}  // namespace reinstate

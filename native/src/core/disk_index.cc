#include "disk_index.h"

#include <algorithm>
#include <cerrno>

#include "chunk_codec.h"
#include "sha256.h"

namespace reinstate {

index_builder::index_builder(uint64_t capacity_bytes, page_sink sink) : sink_(std::move(sink)) {
  open_.resize(static_cast<size_t>(root_level(capacity_bytes)) + 1);
  for (size_t level = 0; level < open_.size(); level++) open_[level].page.level = static_cast<int>(level);
  open_.back().page.root = true;
  open_.back().page.capacity_bytes = capacity_bytes;
}

void index_builder::add(uint64_t chunk_number, const digest &id, uint64_t block_count) {
  page_entry entry;
  entry.id = id;
  entry.block_count = block_count;
  add_entry(0, chunk_number, entry);
}

void index_builder::add_page(const index_item &item) {
  // Open pages below lie before this one: their entries come first.
  for (int level = 0; level < item.level; level++) close_page(level);
  page_entry entry;
  entry.id = item.id;
  entry.block_count = item.block_count;
  entry.chunk_count = item.chunk_count;
  add_entry(item.level, item.chunk_number / chunks_per_entry(item.level), entry);
}

void index_builder::add_entry(int level, uint64_t number, page_entry entry) {
  open_page &open = open_[static_cast<size_t>(level)];
  if (open.number != number / page_fan_out) {
    close_page(level);
    open.number = number / page_fan_out;
  }
  entry.slot = static_cast<uint32_t>(number % page_fan_out);
  open.page.entries.push_back(entry);
}

void index_builder::close_page(int level) {
  open_page &open = open_[static_cast<size_t>(level)];
  if (open.page.entries.empty()) return;
  page_entry entry;
  entry.block_count = open.page.block_count();
  entry.chunk_count = open.page.chunk_count();
  entry.id = sink_(encode_page(open.page));
  open.page.entries.clear();
  add_entry(level + 1, open.number, entry);
}

digest index_builder::finish() {
  for (size_t level = 0; level + 1 < open_.size(); level++) close_page(static_cast<int>(level));
  return sink_(encode_page(open_.back().page));
}

digest index_digest(const std::string &index_hash, uint64_t capacity_bytes) {
  digest id;
  bool good = digest_from_hex(index_hash, id) && capacity_bytes > 0 && capacity_bytes % 512 == 0;
  if (good && capacity_bytes <= capacity_max) return id;
  throw copy_error("permanent", "INDEX_DAMAGED",
                   "\"" + index_hash + "\" with " + std::to_string(capacity_bytes) +
                       " bytes names no index: 64 hexadecimal digits and whole sectors are needed.");
}

copy_error index_error(const repository &from, const index_damage &damage) {
  std::string path = from.object_path(object_kind::page, damage.page_id);
  std::string remedy = damage.unreadable
                           ? ". Nothing is known of its content: give the executor's account permission to read it, "
                             "or look at the storage."
                           : ". Restore this page from a copy of the repository, or choose another restore point.";
  copy_error error("permanent", damage.unreadable ? "IO_ERROR" : "INDEX_DAMAGED",
                   "The index page " + path + " cannot be used: " + damage.why + remedy, path);
  return error.at(damage.offset_bytes).chunk(to_hex(damage.page_id));
}

copy_error index_cursor::error_of(const index_damage &damage) const { return index_error(repository_, damage); }

index_cursor::index_cursor(const repository &from, const digest &index_hash, uint64_t capacity_bytes)
    : repository_(from), capacity_bytes_(capacity_bytes), bytes_(page_length_max + 1) {
  frame root;
  index_damage damage;
  damage.page_id = index_hash;
  damage.length_bytes = capacity_bytes;
  bool good = read_page(index_hash, root.page, damage);
  if (good && !root.page.root) {
    good = false;
    damage.why = "it is not a root page";
  }
  if (good && capacity_bytes == 0) capacity_bytes_ = capacity_bytes = root.page.capacity_bytes;
  if (good && root.page.capacity_bytes != capacity_bytes) {
    good = false;
    damage.why = "it describes a disk of " + std::to_string(root.page.capacity_bytes) + " bytes, not of " +
                 std::to_string(capacity_bytes);
  }
  if (good && !root.page.entries.empty() &&
      root.page.entries.back().slot > (chunk_total(capacity_bytes) - 1) / chunks_per_entry(root.page.level)) {
    good = false;
    damage.why = "it has an entry beyond the end of the disk";
  }
  if (!good) throw index_error(from, damage);
  chunk_count_ = root.page.chunk_count();
  block_count_ = root.page.block_count();
  frames_.push_back(std::move(root));
}

bool index_cursor::read_page(const digest &id, index_page &page, index_damage &damage) {
  unique_fd file = repository_.open_object(object_kind::page, id);
  ssize_t count = file ? read_whole(file.get(), bytes_.data(), bytes_.size(), 0) : -1;
  if (count < 0) {
    damage.missing = !file && errno == ENOENT;
    damage.unreadable = is_unreadable(errno);
    damage.why = damage.missing ? "it is not in the repository" : describe_errno(errno);
    return false;
  }
  if (static_cast<size_t>(count) > page_length_max || sha256(bytes_.data(), static_cast<size_t>(count)) != id) {
    damage.why = "its bytes do not have its SHA-256";
    return false;
  }
  const char *fault = decode_page(bytes_.data(), static_cast<size_t>(count), page);
  if (fault != nullptr) damage.why = fault;
  return fault == nullptr;
}

bool index_cursor::child_fits(const frame &parent, const page_entry &entry, const index_page &child,
                              std::string &why) const {
  uint64_t first = parent.first_chunk + entry.slot * chunks_per_entry(parent.page.level);
  uint64_t last = (chunk_total(capacity_bytes_) - 1 - first) / chunks_per_entry(child.level);
  if (child.root || child.level != parent.page.level - 1) why = "it has another level than its parent says";
  else if (child.block_count() != entry.block_count || child.chunk_count() != entry.chunk_count)
    why = "its counts are not those that its parent states";
  else if (child.entries.back().slot > last) why = "it has an entry beyond the end of the disk";
  else return true;
  return false;
}

index_cursor::step index_cursor::next(index_item &item, index_damage &damage) {
  while (!frames_.empty()) {
    frame &top = frames_.back();
    if (top.position == top.page.entries.size()) {
      frames_.pop_back();
      continue;
    }
    const page_entry entry = top.page.entries[top.position++];
    uint64_t number = top.first_chunk + entry.slot * chunks_per_entry(top.page.level);
    uint64_t offset = number * chunk_size;
    uint64_t rest = capacity_bytes_ - offset;
    uint64_t covered = chunks_per_entry(top.page.level);
    bool named = top.page.level > 0 && wanted_ && !wanted_(number, number + covered);
    if (top.page.level == 0 || named) {
      item.level = top.page.level;
      item.chunk_number = number;
      item.chunk_count = entry.chunk_count;
      item.ordinal = ordinal_;
      item.id = entry.id;
      item.block_count = entry.block_count;
      item.offset_bytes = offset;
      item.length_bytes = std::min<uint64_t>(rest, covered * chunk_size);
      ordinal_ += entry.chunk_count;
      return named ? step::page : step::item;
    }
    if (skip_ && skip_(entry.id)) {
      ordinal_ += entry.chunk_count;
      continue;
    }
    frame child;
    child.first_chunk = number;
    damage = index_damage();
    bool usable = read_page(entry.id, child.page, damage);
    if (!usable || !child_fits(top, entry, child.page, damage.why)) {
      damage.page_id = entry.id;
      damage.offset_bytes = offset;
      damage.length_bytes = std::min<uint64_t>(rest, covered * chunk_size);
      ordinal_ += entry.chunk_count;
      return step::damage;
    }
    frames_.push_back(std::move(child));
  }
  return step::end;
}

}  // namespace reinstate

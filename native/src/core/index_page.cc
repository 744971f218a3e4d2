#include "index_page.h"

#include "chunk_codec.h"

namespace reinstate {

static const uint8_t page_magic[4] = {'R', 'S', 'P', 'G'};
static constexpr uint8_t page_version = 1;
static constexpr uint8_t flag_root = 1;
static constexpr size_t bitmap_at = 32;

uint64_t index_page::block_count() const {
  uint64_t sum = 0;
  for (const page_entry &entry : entries) sum += entry.block_count;
  return sum;
}

uint64_t index_page::chunk_count() const {
  uint64_t sum = 0;
  for (const page_entry &entry : entries) sum += entry.chunk_count;
  return sum;
}

uint64_t chunks_per_entry(int level) { return 1ull << (9 * level); }

uint64_t chunk_total(uint64_t capacity_bytes) { return (capacity_bytes + chunk_size - 1) / chunk_size; }

int root_level(uint64_t capacity_bytes) {
  int level = 0;
  while (chunks_per_entry(level + 1) < chunk_total(capacity_bytes)) level++;
  return level;
}

std::vector<uint8_t> encode_page(const index_page &page) {
  size_t entry_length = page.level == 0 ? leaf_entry_length : inner_entry_length;
  std::vector<uint8_t> bytes(page_header_length + page.entries.size() * entry_length, 0);
  std::memcpy(bytes.data(), page_magic, 4);
  bytes[4] = page_version;
  bytes[5] = static_cast<uint8_t>(page.level);
  bytes[6] = page.root ? flag_root : 0;
  store_u32(&bytes[8], chunk_size);
  store_u32(&bytes[12], static_cast<uint32_t>(page.entries.size()));
  store_u64(&bytes[16], page.root ? page.capacity_bytes : 0);
  uint8_t *to = bytes.data() + page_header_length;
  for (const page_entry &entry : page.entries) {
    bytes[bitmap_at + entry.slot / 8] |= static_cast<uint8_t>(1u << (entry.slot % 8));
    std::memcpy(to, entry.id.data(), entry.id.size());
    if (page.level == 0) {
      store_u16(to + 32, static_cast<uint16_t>(entry.block_count));
    } else {
      store_u64(to + 32, entry.block_count);
      store_u64(to + 40, entry.chunk_count);
    }
    to += entry_length;
  }
  return bytes;
}

static const char *header_fault(const uint8_t *bytes, size_t length) {
  if (length < page_header_length || std::memcmp(bytes, page_magic, 4) != 0) return "it is not an index page";
  if (bytes[4] != page_version) return "its version is unknown";
  if (bytes[5] > level_max) return "its level is impossible";
  if (bytes[6] > flag_root || bytes[7] != 0) return "its flags are unknown";
  if (load_u32(bytes + 8) != chunk_size) return "its chunk size is unknown";
  if (!all_zero(bytes + 24, 8)) return "reserved bytes of its header are not zero";
  uint64_t capacity = load_u64(bytes + 16);
  if (bytes[6] != flag_root) return capacity == 0 ? nullptr : "only a root page states a capacity";
  if (capacity == 0 || capacity % 512 != 0 || capacity > capacity_max) return "its capacity is impossible";
  return bytes[5] == root_level(capacity) ? nullptr : "its level does not fit its capacity";
}

static const char *entry_fault(const page_entry &entry, int level) {
  uint64_t chunks = chunks_per_entry(level);
  if (entry.chunk_count == 0 || entry.chunk_count > chunks) return "an entry's chunk count is impossible";
  if (entry.block_count < entry.chunk_count) return "an entry's block count is impossible";
  return entry.block_count <= entry.chunk_count * blocks_per_chunk ? nullptr : "an entry's block count is impossible";
}

const char *decode_page(const uint8_t *bytes, size_t length, index_page &out) {
  const char *fault = header_fault(bytes, length);
  if (fault != nullptr) return fault;
  out.level = bytes[5];
  out.root = bytes[6] == flag_root;
  out.capacity_bytes = load_u64(bytes + 16);
  out.entries.clear();
  size_t entry_length = out.level == 0 ? leaf_entry_length : inner_entry_length;
  uint32_t count = load_u32(bytes + 12);
  if (count > page_fan_out || length != page_header_length + count * entry_length) return "its length is wrong";
  if (count == 0 && !out.root) return "it is empty and not a root";
  const uint8_t *from = bytes + page_header_length;
  for (uint32_t slot = 0; slot < page_fan_out; slot++) {
    if (!(bytes[bitmap_at + slot / 8] & (1u << (slot % 8)))) continue;
    if (out.entries.size() == count) return "its bitmap and its entry count disagree";
    page_entry entry;
    entry.slot = slot;
    std::memcpy(entry.id.data(), from, entry.id.size());
    entry.block_count = out.level == 0 ? load_u16(from + 32) : load_u64(from + 32);
    entry.chunk_count = out.level == 0 ? 1 : load_u64(from + 40);
    fault = entry_fault(entry, out.level);
    if (fault != nullptr) return fault;
    out.entries.push_back(entry);
    from += entry_length;
  }
  return out.entries.size() == count ? nullptr : "its bitmap and its entry count disagree";
}

}  // namespace reinstate

// qcow2, version 3: header, first-level table, then second-level tables and clusters of data in the order in which they
// were needed; reference counts come last. A second-level table describes as much of the disk as a leaf page of the
// index. Source: qemu, docs/interop/qcow2.txt.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <vector>

#include "vmdk_layout.h"

namespace reinstate {

static constexpr uint64_t cluster_size = 65536;
static constexpr uint32_t cluster_bits = 16;
static constexpr uint32_t clusters_per_chunk = chunk_size / cluster_size;
static constexpr uint64_t table_chunks = cluster_size / 8 / clusters_per_chunk;
static constexpr size_t chunk_entries_length = clusters_per_chunk * 8;
static constexpr uint64_t counts_per_block = cluster_size / 2;
static constexpr uint64_t entry_copied = 1ull << 63;
static constexpr uint64_t entry_offset = 0x00fffffffffffe00;
static constexpr uint32_t header_length = 104;
// The first-level table stays at 1 MiB, and what a resume must know of the clusters at 128 MiB.
static constexpr uint64_t qcow2_capacity_max = 64ull << 40;
static_assert(cluster_size == grain_size, "grain_present tells of clusters too");

static void store_big_u32(uint8_t *to, uint32_t value) {
  for (int at = 0; at < 4; at++) to[at] = static_cast<uint8_t>(value >> (8 * (3 - at)));
}

static void store_big_u64(uint8_t *to, uint64_t value) {
  for (int at = 0; at < 8; at++) to[at] = static_cast<uint8_t>(value >> (8 * (7 - at)));
}

static uint64_t load_big_u64(const uint8_t *from) {
  uint64_t value = 0;
  for (int at = 0; at < 8; at++) value = value << 8 | from[at];
  return value;
}

static uint64_t clusters_for(uint64_t bytes) {
  return (bytes + cluster_size - 1) / cluster_size;
}

class qcow2_layout : public target_layout {
 public:
  explicit qcow2_layout(layout_setting setting) : setting_(std::move(setting)) {
    uint64_t covered = table_chunks * chunk_size;
    tables_.resize((setting_.capacity_bytes + covered - 1) / covered);
    first_free_ = 1 + clusters_for(tables_.size() * 8);
    next_ = first_free_;
  }

  void begin(int fd) override {
    fd_ = fd;
    next_ = first_free_;
    std::fill(tables_.begin(), tables_.end(), 0);
    used_.clear();
    bool sized = set_length(fd, 0) && set_length(fd, first_free_ * cluster_size);
    if (!sized) throw target_error(errno, "Cannot set the size of", setting_.partial_path);
    write_header(0, 0);
  }

  bool resume(int fd, uint64_t length, const restore_journal &journal) override {
    fd_ = fd;
    if (length < first_free_ * cluster_size || !load_tables(length)) return false;
    used_.assign(clusters_for(length), false);
    std::fill(used_.begin(), used_.begin() + static_cast<std::ptrdiff_t>(first_free_), true);
    std::vector<bool> known(tables_.size());
    uint64_t end = first_free_;
    bool same = walk([&](const index_item &item) {
      return !journal.completed().contains(item.ordinal) || follow(item.chunk_number, known, end);
    });
    if (!same) return false;
    if (*setting_.abort) return true;
    // A table that no acknowledged chunk needs may lie where by now other bytes stand: it is forgotten, never written.
    for (uint64_t at = 0; at < tables_.size(); at++) {
      if (tables_[at] != 0 && !known[at]) set_table(at, 0);
    }
    same = walk([&](const index_item &item) {
      return journal.completed().contains(item.ordinal) || forget(item.chunk_number);
    });
    if (!same) return false;
    // Zeros at the end of the last cluster were not written; a file shorter than its first byte was cut by somebody.
    if (length <= (end - 1) * cluster_size) return false;
    used_.resize(end);
    next_ = end;
    bool cut = set_length(fd, std::min(length, end * cluster_size));
    if (!cut) throw target_error(errno, "Cannot cut", setting_.partial_path);
    return true;
  }

  bool write_chunk(const chunk_view &view, const index_item &item, uint64_t &written) override {
    uint64_t table = table_of(item.chunk_number);
    uint32_t count = 0;
    for (uint32_t at = 0; at < clusters_per_chunk; at++) count += grain_present(view, at) ? 1 : 0;
    uint64_t place = next_.fetch_add(count);
    uint8_t entries[chunk_entries_length] = {};
    uint64_t places[clusters_per_chunk] = {};
    for (uint32_t at = 0; at < clusters_per_chunk; at++) {
      if (!grain_present(view, at)) continue;
      places[at] = place++ * cluster_size;
      store_big_u64(entries + at * 8, places[at] | entry_copied);
    }
    written = write_runs(fd_, view, setting_.partial_path, item.offset_bytes, [&](uint32_t block) {
      return places[block / blocks_per_grain] + block % blocks_per_grain * uint64_t{block_size};
    });
    write(entries, sizeof entries, entries_at(table, item.chunk_number));
    return true;
  }

  /** Reference counts: one for each cluster that is used, the clusters of the counts among them. */
  void finish() override {
    uint64_t total = next_;
    for (;;) {
      uint64_t wanted = next_ + clusters_for(total * 2) + clusters_for(clusters_for(total * 2) * 8);
      if (wanted == total) break;
      total = wanted;
    }
    uint64_t blocks = clusters_for(total * 2);
    uint64_t table_clusters = clusters_for(blocks * 8);
    std::vector<uint8_t> bytes(cluster_size);
    for (uint64_t block = 0; block < blocks; block++) {
      std::fill(bytes.begin(), bytes.end(), 0);
      for (uint64_t at = 0; at < counts_per_block; at++) {
        uint64_t cluster = block * counts_per_block + at;
        bool used = cluster < total && (cluster >= used_.size() || used_[cluster]);
        bytes[at * 2 + 1] = used ? 1 : 0;
      }
      write(bytes.data(), bytes.size(), (next_ + block) * cluster_size);
    }
    bytes.assign(table_clusters * cluster_size, 0);
    for (uint64_t block = 0; block < blocks; block++) {
      store_big_u64(&bytes[block * 8], (next_ + block) * cluster_size);
    }
    write(bytes.data(), bytes.size(), (next_ + blocks) * cluster_size);
    write_header((next_ + blocks) * cluster_size, static_cast<uint32_t>(table_clusters));
  }

 private:
  void write(const uint8_t *from, size_t length, uint64_t at) {
    if (!write_whole(fd_, from, length, at)) throw target_error(errno, "Cannot write", setting_.partial_path);
  }

  void write_header(uint64_t count_table_at, uint32_t count_table_clusters) {
    // Eight zeros behind the header end the list of its extensions.
    uint8_t header[header_length + 8] = {'Q', 'F', 'I', 0xfb};
    store_big_u32(header + 4, 3);
    store_big_u32(header + 20, cluster_bits);
    store_big_u64(header + 24, setting_.capacity_bytes);
    store_big_u32(header + 36, static_cast<uint32_t>(tables_.size()));
    store_big_u64(header + 40, cluster_size);
    store_big_u64(header + 48, count_table_at);
    store_big_u32(header + 56, count_table_clusters);
    store_big_u32(header + 96, 4);
    store_big_u32(header + 100, header_length);
    write(header, sizeof header, 0);
  }

  /** Offset of the second-level table for a chunk; made when it is the first to need it. */
  uint64_t table_of(uint64_t chunk_number) {
    uint64_t at = chunk_number / table_chunks;
    std::lock_guard<std::mutex> lock(mutex_);
    if (tables_[at] == 0) set_table(at, next_.fetch_add(1) * cluster_size);
    return tables_[at];
  }

  void set_table(uint64_t at, uint64_t offset) {
    uint8_t entry[8];
    store_big_u64(entry, offset == 0 ? 0 : offset | entry_copied);
    write(entry, sizeof entry, cluster_size + at * 8);
    tables_[at] = offset;
  }

  uint64_t entries_at(uint64_t table, uint64_t chunk_number) const {
    return table + chunk_number % table_chunks * chunk_entries_length;
  }

  bool read(uint8_t *to, size_t length, uint64_t at) const {
    return read_whole(fd_, to, length, at) == static_cast<ssize_t>(length);
  }

  bool load_tables(uint64_t length) {
    std::vector<uint8_t> bytes(tables_.size() * 8);
    if (!read(bytes.data(), bytes.size(), cluster_size)) return false;
    for (uint64_t at = 0; at < tables_.size(); at++) {
      uint64_t offset = load_big_u64(&bytes[at * 8]) & entry_offset;
      // One that lies elsewhere was never acknowledged, or `follow` misses it.
      tables_[at] = offset % cluster_size == 0 && offset < length ? offset : 0;
    }
    return true;
  }

  /** Calls `visit` for each stored chunk; false when it is. Stops early on an abort. */
  bool walk(const std::function<bool(const index_item &)> &visit) const {
    index_cursor cursor(*setting_.from, setting_.index_hash, setting_.capacity_bytes);
    index_item item;
    index_damage damage;
    for (;;) {
      index_cursor::step step = cursor.next(item, damage);
      if (step == index_cursor::step::damage) throw index_error(*setting_.from, damage);
      if (step == index_cursor::step::end || *setting_.abort) return true;
      if (!visit(item)) return false;
    }
  }

  /** Marks a cluster of an acknowledged chunk. False: it cannot be one. */
  bool take(uint64_t offset, uint64_t &end) {
    uint64_t cluster = offset / cluster_size;
    if (offset % cluster_size != 0 || cluster < first_free_ || cluster >= used_.size() || used_[cluster]) return false;
    used_[cluster] = true;
    end = std::max(end, cluster + 1);
    return true;
  }

  bool follow(uint64_t chunk_number, std::vector<bool> &known, uint64_t &end) {
    uint64_t at = chunk_number / table_chunks;
    uint64_t table = tables_[at];
    if (table == 0 || (!known[at] && !take(table, end))) return false;
    known[at] = true;
    uint8_t entries[chunk_entries_length];
    if (!read(entries, sizeof entries, entries_at(table, chunk_number))) return false;
    bool any = false;
    for (uint32_t cluster = 0; cluster < clusters_per_chunk; cluster++) {
      uint64_t entry = load_big_u64(entries + cluster * 8);
      if (entry == 0) continue;
      any = true;
      if ((entry & ~entry_offset) != entry_copied || !take(entry & entry_offset, end)) return false;
    }
    return any;
  }

  bool forget(uint64_t chunk_number) {
    static const uint8_t nothing[chunk_entries_length] = {};
    uint64_t table = tables_[chunk_number / table_chunks];
    if (table == 0) return true;
    uint8_t entries[chunk_entries_length];
    uint64_t at = entries_at(table, chunk_number);
    ssize_t count = read_whole(fd_, entries, sizeof entries, at);
    if (count < 0) return false;
    if (!all_zero(entries, static_cast<size_t>(count))) write(nothing, sizeof nothing, at);
    return true;
  }

  layout_setting setting_;
  /** Offsets of the second-level tables; 0: none yet. Guarded by `mutex_` while chunks are written. */
  std::vector<uint64_t> tables_;
  std::mutex mutex_;
  uint64_t first_free_ = 0;
  std::atomic<uint64_t> next_{0};
  /** After a resume: which of the clusters before the new ones are used. What was lost is nobody's. */
  std::vector<bool> used_;
  int fd_ = -1;
};

std::unique_ptr<target_layout> make_qcow2_layout(layout_setting setting) {
  if (setting.capacity_bytes > qcow2_capacity_max) {
    throw format_unsuitable(setting.format, "the disk is larger than 64 TiB");
  }
  return std::make_unique<qcow2_layout>(std::move(setting));
}

}  // namespace reinstate

// monolithicSparse: header, descriptor, two directories with all their tables, then the grains in the order in which
// they were written. A grain's place is known only to its tables, so what was not acknowledged is forgotten on resume.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "vmdk_layout.h"

namespace reinstate {

static constexpr uint32_t flags_with_redundant_tables = 3;
static constexpr size_t chunk_entries_length = grains_per_chunk * 4;

class vmdk_sparse_layout : public target_layout {
 public:
  explicit vmdk_sparse_layout(layout_setting setting) : setting_(std::move(setting)) {
    uint64_t tables = vmdk_table_count(setting_.capacity_bytes);
    directory_sectors_ = (tables * 4 + sector_size - 1) / sector_size;
    redundant_directory_ = 1 + descriptor_sectors;
    directory_ = redundant_directory_ + directory_sectors_ + tables * table_sectors;
    uint64_t end = directory_ + directory_sectors_ + tables * table_sectors;
    first_grain_ = (end + grain_sectors - 1) / grain_sectors * grain_sectors;
    next_sector_ = first_grain_;
  }

  void begin(int fd) override {
    fd_ = fd;
    next_sector_ = first_grain_;
    bool sized = set_length(fd, 0) && set_length(fd, first_grain_ * sector_size);
    if (!sized) throw target_error(errno, "Cannot set the size of", setting_.partial_path);
    sparse_header header;
    header.flags = flags_with_redundant_tables;
    header.redundant_directory = redundant_directory_;
    header.directory = directory_;
    header.overhead_sectors = first_grain_;
    sector bytes = encode_sparse_header(header, setting_.capacity_bytes);
    std::string text = vmdk_descriptor_text(setting_);
    write(bytes.data(), bytes.size(), 0);
    write(reinterpret_cast<const uint8_t *>(text.data()), text.size(), sector_size);
    write_directory(redundant_directory_);
    write_directory(directory_);
  }

  bool resume(int fd, uint64_t length, const restore_journal &journal) override {
    fd_ = fd;
    uint64_t end = first_grain_;
    index_cursor cursor(*setting_.from, setting_.index_hash, setting_.capacity_bytes);
    index_item item;
    index_damage damage;
    for (;;) {
      index_cursor::step step = cursor.next(item, damage);
      if (step == index_cursor::step::damage) throw index_error(*setting_.from, damage);
      if (step == index_cursor::step::end || *setting_.abort) break;
      uint8_t entries[chunk_entries_length];
      uint64_t at = entries_at(directory_, item.chunk_number);
      if (read_whole(fd, entries, sizeof entries, at) != static_cast<ssize_t>(sizeof entries)) return false;
      bool done = journal.completed().contains(item.ordinal);
      if (done ? !follow(entries, end) : !forget(item.chunk_number)) return false;
    }
    if (*setting_.abort) return true;
    // Zeros at the end of the last grain were not written; a file shorter than its first byte was cut by somebody.
    if (length <= (end - grain_sectors) * sector_size) return false;
    // Grains of chunks that were not acknowledged lie behind `end` or between others: those between stay unused.
    next_sector_ = end;
    bool cut = set_length(fd, std::min(length, end * sector_size));
    if (!cut) throw target_error(errno, "Cannot cut", setting_.partial_path);
    return true;
  }

  bool write_chunk(const chunk_view &view, const index_item &item, uint64_t &written) override {
    uint32_t grains = 0;
    for (uint32_t grain = 0; grain < grains_per_chunk; grain++) grains += grain_present(view, grain) ? 1 : 0;
    uint64_t place = next_sector_.fetch_add(grains * grain_sectors);
    if (place + grains * grain_sectors > extent_sectors_max) {
      throw format_unsuitable(setting_.format, "the disk holds more than 2 TiB of data, too much for one extent");
    }
    uint8_t entries[chunk_entries_length] = {};
    for (uint32_t grain = 0; grain < grains_per_chunk; grain++) {
      if (!grain_present(view, grain)) continue;
      store_u32(entries + grain * 4, static_cast<uint32_t>(place));
      place += grain_sectors;
    }
    written = write_runs(fd_, view, setting_.partial_path, item.offset_bytes, [&](uint32_t block) {
      uint64_t grain = load_u32(entries + block / blocks_per_grain * 4);
      return grain * sector_size + block % blocks_per_grain * block_size;
    });
    write(entries, sizeof entries, entries_at(redundant_directory_, item.chunk_number));
    write(entries, sizeof entries, entries_at(directory_, item.chunk_number));
    return true;
  }

  /** The last grain is whole even when its last blocks are zero and were not written. */
  void finish() override {
    if (!set_length(fd_, next_sector_ * sector_size)) {
      throw target_error(errno, "Cannot set the size of", setting_.partial_path);
    }
  }

 private:
  void write(const uint8_t *from, size_t length, uint64_t at) {
    if (!write_whole(fd_, from, length, at)) throw target_error(errno, "Cannot write", setting_.partial_path);
  }

  /** Byte at which the sixteen entries of a chunk stand in the tables that follow this directory. */
  uint64_t entries_at(uint64_t directory, uint64_t chunk_number) const {
    uint64_t table = directory + directory_sectors_ + chunk_number / chunks_per_table * table_sectors;
    return table * sector_size + chunk_number % chunks_per_table * chunk_entries_length;
  }

  void write_directory(uint64_t directory) {
    uint64_t tables = vmdk_table_count(setting_.capacity_bytes);
    std::vector<uint8_t> bytes(tables * 4);
    for (uint64_t table = 0; table < tables; table++) {
      store_u32(&bytes[table * 4], static_cast<uint32_t>(directory + directory_sectors_ + table * table_sectors));
    }
    write(bytes.data(), bytes.size(), directory * sector_size);
  }

  /** Moves `end` behind the grains of an acknowledged chunk. False: its entries are none that this engine wrote. */
  bool follow(const uint8_t *entries, uint64_t &end) const {
    bool any = false;
    for (uint32_t grain = 0; grain < grains_per_chunk; grain++) {
      uint64_t place = load_u32(entries + grain * 4);
      if (place == 0) continue;
      any = true;
      if (place < first_grain_ || place % grain_sectors != 0) return false;
      end = std::max(end, place + grain_sectors);
    }
    return any;
  }

  bool forget(uint64_t chunk_number) {
    static const uint8_t nothing[chunk_entries_length] = {};
    for (uint64_t directory : {redundant_directory_, directory_}) {
      uint8_t entries[chunk_entries_length];
      uint64_t at = entries_at(directory, chunk_number);
      if (read_whole(fd_, entries, sizeof entries, at) != static_cast<ssize_t>(sizeof entries)) return false;
      if (!all_zero(entries, sizeof entries)) write(nothing, sizeof nothing, at);
    }
    return true;
  }

  layout_setting setting_;
  uint64_t directory_sectors_ = 0;
  uint64_t redundant_directory_ = 0;
  uint64_t directory_ = 0;
  uint64_t first_grain_ = 0;
  std::atomic<uint64_t> next_sector_{0};
  int fd_ = -1;
};

std::unique_ptr<target_layout> make_vmdk_sparse_layout(layout_setting setting) {
  return std::make_unique<vmdk_sparse_layout>(std::move(setting));
}

}  // namespace reinstate

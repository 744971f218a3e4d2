// streamOptimized: compressed grains in the order of the disk, each table behind its grains, the directory and a second
// header at the end. Workers compress side by side; each waits for its turn to write, so memory is one chunk a worker.
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <vector>

#include "vmdk_layout.h"

namespace reinstate {

static constexpr uint32_t stream_version = 3;
static constexpr uint32_t flags_compressed_with_markers = 0x30001;
static constexpr uint16_t compression_deflate = 1;
static constexpr uint64_t directory_at_end = ~uint64_t{0};
static constexpr uint32_t marker_end = 0, marker_table = 1, marker_directory = 2, marker_footer = 3;
static constexpr size_t grain_head_length = 12;
static constexpr uint64_t overhead_sectors = grain_sectors;
// See docs/formats.md §7: higher levels cost more time than they save bytes.
static constexpr int deflate_level = 1;

/** A deflate block of stored bytes holds at most 65,535, so a grain takes two. */
static constexpr size_t stored_length = 2 + 2 * 5 + grain_size + 4;
// A sample this long costs a 64th of the grain. Random bytes differ from an even spread by 255 on the chi-square scale
// of 256 values, give or take 23; text, code and tables by thousands.
static constexpr size_t sample_step = 64;
static constexpr uint64_t even_spread_max = 400;
static constexpr size_t trial_length = 8192;

static uint64_t whole_sectors(uint64_t bytes) { return (bytes + sector_size - 1) / sector_size; }

/** Whether the bytes of a grain are spread as evenly as random, encrypted or compressed ones are. */
static bool looks_random(const uint8_t *grain) {
  uint32_t counts[256] = {};
  uint64_t samples = grain_size / sample_step * 4;
  for (size_t at = 0; at < grain_size; at += sample_step) {
    for (size_t byte = 0; byte < 4; byte++) counts[grain[at + byte * 16]]++;
  }
  uint64_t squares = 0;
  for (uint32_t count : counts) squares += uint64_t{count} * count;
  return squares * 256 / samples - samples <= even_spread_max;
}

/** A zlib stream (RFC 1950, RFC 1951) that holds the grain as it is. */
static size_t store_grain(const uint8_t *grain, uint8_t *to) {
  uint8_t *at = to;
  *at++ = 0x78;
  *at++ = 0x01;
  for (size_t done = 0; done < grain_size;) {
    uint16_t part = static_cast<uint16_t>(std::min<size_t>(grain_size - done, grain_size / 2));
    *at++ = done + part == grain_size ? 1 : 0;
    store_u16(at, part);
    store_u16(at + 2, static_cast<uint16_t>(~part));
    std::memcpy(at + 4, grain + done, part);
    at += 4 + part;
    done += part;
  }
  uint32_t sum = libdeflate_adler32(1, grain, grain_size);
  for (int byte = 3; byte >= 0; byte--) *at++ = static_cast<uint8_t>(sum >> (8 * byte));
  return static_cast<size_t>(at - to);
}

/** One chunk as compressed grains. One per thread at a time: it owns its buffers and its compressor. */
class grain_packer {
 public:
  grain_packer() : compressor_(libdeflate_alloc_compressor(deflate_level)), plain_(grain_size) {
    if (compressor_ == nullptr) throw std::bad_alloc();
    bound_ = std::max(libdeflate_zlib_compress_bound(compressor_, grain_size), stored_length);
    packed_.resize(grains_per_chunk * whole_sectors(grain_head_length + bound_) * sector_size);
  }
  ~grain_packer() { libdeflate_free_compressor(compressor_); }
  grain_packer(const grain_packer &) = delete;
  grain_packer &operator=(const grain_packer &) = delete;

  void pack(const chunk_view &view, uint64_t chunk_number) {
    length_ = 0;
    uint32_t stored = 0;
    for (uint32_t grain = 0; grain < grains_per_chunk; grain++) {
      sectors_[grain] = -1;
      if (!grain_present(view, grain)) continue;
      const uint8_t *from = lay_out(view, grain, stored);
      sectors_[grain] = static_cast<int64_t>(length_ / sector_size);
      uint8_t *to = &packed_[length_];
      size_t size = compress(from, to + grain_head_length);
      store_u64(to, (chunk_number * grains_per_chunk + grain) * grain_sectors);
      store_u32(to + 8, static_cast<uint32_t>(size));
      size_t end = whole_sectors(grain_head_length + size) * sector_size;
      std::memset(to + grain_head_length + size, 0, end - grain_head_length - size);
      length_ += end;
    }
  }

  const uint8_t *bytes() const { return packed_.data(); }
  size_t length() const { return length_; }
  /** Sector of the grain's marker, counted from the first one of this chunk; -1 for a grain of zeros. */
  int64_t sector_of(uint32_t grain) const { return sectors_[grain]; }

 private:
  /** Follows from the grain's bytes alone, so that the same disk gives the same file. */
  size_t compress(const uint8_t *grain, uint8_t *to) {
    // Compressing what is compressed already costs as much as the rest and saves nothing.
    bool stored = looks_random(grain) &&
                  libdeflate_zlib_compress(compressor_, grain, trial_length, to, trial_length) == 0;
    if (stored) return store_grain(grain, to);
    size_t size = libdeflate_zlib_compress(compressor_, grain, grain_size, to, bound_);
    if (size == 0) throw std::bad_alloc();
    return size;
  }

  /** The grain's bytes in one piece. `stored` counts the blocks of the body that were used. */
  const uint8_t *lay_out(const chunk_view &view, uint32_t grain, uint32_t &stored) {
    const uint8_t *first = view.blocks + stored * block_size;
    uint32_t present = 0;
    for (uint32_t at = 0; at < blocks_per_grain; at++) present += view.present(grain * blocks_per_grain + at) ? 1 : 0;
    stored += present;
    if (present == blocks_per_grain) return first;
    std::memset(plain_.data(), 0, plain_.size());
    for (uint32_t at = 0; at < blocks_per_grain; at++) {
      if (!view.present(grain * blocks_per_grain + at)) continue;
      std::memcpy(&plain_[at * block_size], first, block_size);
      first += block_size;
    }
    return plain_.data();
  }

  libdeflate_compressor *compressor_;
  size_t bound_ = 0;
  size_t length_ = 0;
  std::vector<uint8_t> plain_;
  std::vector<uint8_t> packed_;
  int64_t sectors_[grains_per_chunk] = {};
};

/** `mutex_` guards everything but the setting. */
class vmdk_stream_layout : public target_layout {
 public:
  explicit vmdk_stream_layout(layout_setting setting)
      : setting_(std::move(setting)), directory_(vmdk_table_count(setting_.capacity_bytes)) {}

  void begin(int fd) override {
    fd_ = fd;
    if (!set_length(fd, 0)) throw target_error(errno, "Cannot cut", setting_.partial_path);
    length_ = 0;
    write_header(directory_at_end);
    std::vector<uint8_t> text((overhead_sectors - 1) * sector_size, 0);
    std::string descriptor = vmdk_descriptor_text(setting_);
    std::memcpy(text.data(), descriptor.data(), descriptor.size());
    append(text.data(), text.size());
  }

  bool resume(int fd, uint64_t length, const restore_journal &journal) override {
    fd_ = fd;
    turn_ = journal.stream().chunk_count;
    length_ = overhead_sectors * sector_size;
    uint64_t end = journal.stream().length_bytes;
    if (length < end) return false;
    while (length_ < end && !*setting_.abort) {
      uint8_t head[16];
      if (read_whole(fd, head, sizeof head, length_) != static_cast<ssize_t>(sizeof head)) return false;
      if (!take_up(load_u64(head), load_u32(head + 8), load_u32(head + 12))) return false;
    }
    if (*setting_.abort) return true;
    if (length_ != end) return false;
    if (!set_length(fd, end)) throw target_error(errno, "Cannot cut", setting_.partial_path);
    return true;
  }

  bool write_chunk(const chunk_view &view, const index_item &item, uint64_t &written) override {
    std::unique_ptr<grain_packer> packer = borrow();
    packer->pack(view, item.chunk_number);
    std::unique_lock<std::mutex> lock(mutex_);
    moved_.wait(lock, [&] { return stopped_ || turn_ == item.ordinal; });
    if (stopped_) return false;
    setting_.guard();
    uint64_t before = length_;
    uint64_t table = item.chunk_number / chunks_per_table;
    if (table_is_open_ && table != table_number_) close_table();
    table_is_open_ = true;
    table_number_ = table;
    uint64_t first = length_ / sector_size;
    append(packer->bytes(), packer->length());
    for (uint32_t grain = 0; grain < grains_per_chunk; grain++) {
      if (packer->sector_of(grain) < 0) continue;
      uint64_t entry = item.chunk_number % chunks_per_table * grains_per_chunk + grain;
      store_u32(&table_[entry * 4], static_cast<uint32_t>(first + static_cast<uint64_t>(packer->sector_of(grain))));
    }
    written = length_ - before;
    turn_++;
    spare_.push_back(std::move(packer));
    moved_.notify_all();
    return true;
  }

  void finish() override {
    if (table_is_open_) close_table();
    std::vector<uint8_t> bytes(whole_sectors(directory_.size() * 4) * sector_size, 0);
    for (size_t at = 0; at < directory_.size(); at++) store_u32(&bytes[at * 4], directory_[at]);
    append_marker(bytes.size() / sector_size, marker_directory);
    uint64_t directory_sector = length_ / sector_size;
    append(bytes.data(), bytes.size());
    append_marker(1, marker_footer);
    write_header(directory_sector);
    append_marker(0, marker_end);
  }

  bool stream_position(stream_point &point) override {
    std::lock_guard<std::mutex> lock(mutex_);
    point = {turn_, length_};
    return true;
  }

  void stop() override {
    std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
    moved_.notify_all();
  }

 private:
  std::unique_ptr<grain_packer> borrow() {
    std::lock_guard<std::mutex> lock(mutex_);
    if (spare_.empty()) return std::make_unique<grain_packer>();
    std::unique_ptr<grain_packer> packer = std::move(spare_.back());
    spare_.pop_back();
    return packer;
  }

  void append(const uint8_t *from, size_t length) {
    if ((length_ + length) / sector_size > extent_sectors_max) {
      throw format_unsuitable(setting_.format, "the file would grow beyond 2 TiB");
    }
    if (!write_whole(fd_, from, length, length_)) throw target_error(errno, "Cannot write", setting_.partial_path);
    length_ += length;
  }

  void append_marker(uint64_t sectors, uint32_t type) {
    sector marker{};
    store_u64(&marker[0], sectors);
    store_u32(&marker[12], type);
    append(marker.data(), marker.size());
  }

  void write_header(uint64_t directory) {
    sparse_header header;
    header.version = stream_version;
    header.flags = flags_compressed_with_markers;
    header.directory = directory;
    header.overhead_sectors = overhead_sectors;
    header.compression = compression_deflate;
    sector bytes = encode_sparse_header(header, setting_.capacity_bytes);
    append(bytes.data(), bytes.size());
  }

  void close_table() {
    append_marker(table_sectors, marker_table);
    directory_[table_number_] = static_cast<uint32_t>(length_ / sector_size);
    append(table_, sizeof table_);
    std::memset(table_, 0, sizeof table_);
    table_is_open_ = false;
  }

  /** Reads one marker of a stream that is taken up again. False: this engine did not write it. */
  bool take_up(uint64_t value, uint32_t size, uint32_t type) {
    if (size != 0) {
      uint64_t grain = value / grain_sectors;
      uint64_t table = grain / table_entries;
      bool fits = value % grain_sectors == 0 && table < directory_.size() && size <= 2 * grain_size &&
                  (!table_is_open_ || table == table_number_);
      if (!fits) return false;
      table_is_open_ = true;
      table_number_ = table;
      store_u32(&table_[grain % table_entries * 4], static_cast<uint32_t>(length_ / sector_size));
      length_ += whole_sectors(grain_head_length + size) * sector_size;
      return true;
    }
    if (type != marker_table || value != table_sectors || !table_is_open_) return false;
    directory_[table_number_] = static_cast<uint32_t>(length_ / sector_size + 1);
    length_ += sector_size + sizeof table_;
    std::memset(table_, 0, sizeof table_);
    table_is_open_ = false;
    return true;
  }

  layout_setting setting_;
  int fd_ = -1;
  std::mutex mutex_;
  std::condition_variable moved_;
  bool stopped_ = false;
  uint64_t turn_ = 0;
  uint64_t length_ = 0;
  bool table_is_open_ = false;
  uint64_t table_number_ = 0;
  uint8_t table_[table_entries * 4] = {};
  std::vector<uint32_t> directory_;
  std::vector<std::unique_ptr<grain_packer>> spare_;
};

std::unique_ptr<target_layout> make_vmdk_stream_layout(layout_setting setting) {
  return std::make_unique<vmdk_stream_layout>(std::move(setting));
}

}  // namespace reinstate

#include "disk_content.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <stdexcept>

namespace reinstate::faults {

static uint32_t get_u32(const uint8_t *from) {
  return from[0] | from[1] << 8 | from[2] << 16 | static_cast<uint32_t>(from[3]) << 24;
}
static uint64_t get_u64(const uint8_t *from) { return get_u32(from) | static_cast<uint64_t>(get_u32(from + 4)) << 32; }

class file_bytes {
 public:
  explicit file_bytes(const std::string &path) : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error("cannot open " + path);
    length_ = static_cast<uint64_t>(lseek(fd_, 0, SEEK_END));
  }
  ~file_bytes() { close(fd_); }
  file_bytes(const file_bytes &) = delete;
  file_bytes &operator=(const file_bytes &) = delete;
  uint64_t length() const { return length_; }
  int fd() const { return fd_; }
  std::vector<uint8_t> at(uint64_t offset, uint64_t count) const {
    std::vector<uint8_t> bytes(count);
    if (pread(fd_, bytes.data(), count, static_cast<off_t>(offset)) != static_cast<ssize_t>(count)) {
      throw std::runtime_error("no " + std::to_string(count) + " bytes at " + std::to_string(offset));
    }
    return bytes;
  }

 private:
  int fd_;
  uint64_t length_;
};

void add_bytes(disk_content &to, const uint8_t *bytes, uint64_t length, uint64_t offset) {
  static const std::vector<uint8_t> zeros(block_length);
  for (uint64_t at = 0; at < length; at += block_length) {
    uint64_t part = std::min(block_length, length - at);
    if (std::memcmp(bytes + at, zeros.data(), part) == 0) continue;
    std::vector<uint8_t> &block = to[(offset + at) / block_length];
    block.assign(block_length, 0);
    std::memcpy(block.data(), bytes + at, part);
  }
}

disk_content read_raw(const std::string &path) {
  file_bytes file(path);
  disk_content content;
  off_t data = 0;
  while ((data = lseek(file.fd(), data, SEEK_DATA)) >= 0) {
    off_t hole = lseek(file.fd(), data, SEEK_HOLE);
    if (hole < 0) throw std::runtime_error("cannot seek in " + path);
    uint64_t begin = static_cast<uint64_t>(data) / block_length * block_length;
    std::vector<uint8_t> bytes = file.at(begin, static_cast<uint64_t>(hole) - begin);
    add_bytes(content, bytes.data(), bytes.size(), begin);
    data = hole;
  }
  return content;
}

static std::vector<uint8_t> inflate(const std::vector<uint8_t> &packed, size_t length) {
  std::vector<uint8_t> plain(length);
  libdeflate_decompressor *with = libdeflate_alloc_decompressor();
  size_t made = 0;
  auto result = libdeflate_zlib_decompress(with, packed.data(), packed.size(), plain.data(), length, &made);
  libdeflate_free_decompressor(with);
  if (result != LIBDEFLATE_SUCCESS || made != length) throw std::runtime_error("a grain does not inflate");
  return plain;
}

/** A stream that is being written has no directory yet: its markers are followed from the front as far as they go. */
static disk_content read_markers(const file_bytes &file, uint64_t grain_length) {
  disk_content content;
  for (uint64_t at = grain_length; at + 512 <= file.length();) {
    std::vector<uint8_t> head = file.at(at, 16);
    uint32_t size = get_u32(&head[8]);
    if (size == 0) {
      at += 512 + get_u64(head.data()) * 512;
      continue;
    }
    if (at + 12 + size > file.length()) break;
    std::vector<uint8_t> plain = inflate(file.at(at + 12, size), grain_length);
    add_bytes(content, plain.data(), plain.size(), get_u64(head.data()) * 512);
    at += (12 + size + 511) / 512 * 512;
  }
  return content;
}

static disk_content read_sparse_vmdk(const std::string &path, bool unfinished) {
  file_bytes file(path);
  if (unfinished && file.length() < 65536) return {};
  std::vector<uint8_t> header = file.at(0, 512);
  // The header was not written yet.
  if (unfinished && header == std::vector<uint8_t>(512)) return {};
  if (std::memcmp(header.data(), "KDMV", 4) != 0) throw std::runtime_error("no sparse extent");
  uint64_t grain_length = get_u64(&header[20]) * 512;
  uint32_t per_table = get_u32(&header[44]);
  bool packed = (get_u32(&header[8]) & 0x10000) != 0;
  if (packed && unfinished) return read_markers(file, grain_length);
  if (packed) header = file.at(file.length() - 1024, 512);
  uint64_t grains = (get_u64(&header[12]) * 512 + grain_length - 1) / grain_length;
  uint64_t tables = (grains + per_table - 1) / per_table;
  disk_content content;
  std::vector<uint8_t> directory = file.at(get_u64(&header[56]) * 512, tables * 4);
  for (uint64_t table = 0; table < tables; table++) {
    uint64_t sector = get_u32(&directory[table * 4]);
    if (sector == 0) continue;
    std::vector<uint8_t> entries = file.at(sector * 512, per_table * 4);
    for (uint32_t entry = 0; entry < per_table; entry++) {
      uint64_t grain = get_u32(&entries[entry * 4]) * 512ull;
      if (grain == 0) continue;
      uint64_t offset = (table * per_table + entry) * grain_length;
      std::vector<uint8_t> plain;
      if (packed) plain = inflate(file.at(grain + 12, get_u32(&file.at(grain, 12)[8])), grain_length);
      else if (!unfinished) plain = file.at(grain, grain_length);
      else if (grain < file.length()) plain = file.at(grain, std::min(grain_length, file.length() - grain));
      add_bytes(content, plain.data(), plain.size(), offset);
    }
  }
  return content;
}

static uint64_t get_big(const uint8_t *from, int length) {
  uint64_t value = 0;
  for (int at = 0; at < length; at++) value = value << 8 | from[at];
  return value;
}

/** Clusters that something points to. In a finished file each may be pointed to once, and is counted just once. */
class qcow2_clusters {
 public:
  explicit qcow2_clusters(uint64_t length) : length_(length) {}
  void use(uint64_t offset) {
    bool inside = offset % length_ == 0 && offset > 0;
    if (!inside || !used_.insert(offset / length_).second) throw std::runtime_error("a cluster is used twice");
  }
  void compare_with_counts(const file_bytes &file, const std::vector<uint8_t> &header) {
    uint64_t table = get_big(&header[48], 8);
    uint64_t blocks = get_big(&header[56], 4) * length_ / 8;
    for (uint64_t at = 0; at < get_big(&header[56], 4); at++) use(table + at * length_);
    std::vector<uint8_t> places = file.at(table, blocks * 8);
    std::set<uint64_t> counted;
    for (uint64_t block = 0; block < blocks; block++) {
      uint64_t place = get_big(&places[block * 8], 8);
      if (place == 0) continue;
      use(place);
      std::vector<uint8_t> counts = file.at(place, length_);
      for (uint64_t at = 0; at < length_ / 2; at++) {
        uint64_t count = get_big(&counts[at * 2], 2);
        if (count > 1) throw std::runtime_error("a cluster is counted twice");
        if (count == 1) counted.insert(block * (length_ / 2) + at);
      }
    }
    if (counted != used_) throw std::runtime_error("the reference counts are not those of the clusters in use");
  }

 private:
  uint64_t length_;
  std::set<uint64_t> used_ = {0};
};

/** qemu, docs/interop/qcow2.txt. What lies behind the end of a partial file reads as zeros. */
static disk_content read_qcow2(const std::string &path, bool unfinished) {
  file_bytes file(path);
  if (unfinished && file.length() < 65536) return {};
  std::vector<uint8_t> header = file.at(0, 104);
  if (unfinished && get_big(header.data(), 4) == 0) return {};
  if (get_big(header.data(), 8) != 0x514649fb00000003) throw std::runtime_error("no qcow2");
  const uint64_t cluster = 1ull << get_big(&header[20], 4);
  const uint64_t capacity = get_big(&header[24], 8);
  const uint64_t per_table = cluster / 8;
  const uint64_t tables = get_big(&header[36], 4);
  const uint64_t first = get_big(&header[40], 8);
  auto bytes_at = [&](uint64_t offset, uint64_t count) {
    if (!unfinished) return file.at(offset, count);
    uint64_t there = offset < file.length() ? std::min(count, file.length() - offset) : 0;
    std::vector<uint8_t> bytes = file.at(offset, there);
    bytes.resize(count);
    return bytes;
  };
  if (tables * per_table * cluster < capacity) throw std::runtime_error("the first-level table is too short");
  qcow2_clusters clusters(cluster);
  for (uint64_t at = 0; at < tables * 8; at += cluster) clusters.use(first + at);
  disk_content content;
  std::vector<uint8_t> directory = bytes_at(first, tables * 8);
  for (uint64_t table = 0; table < tables; table++) {
    uint64_t place = get_big(&directory[table * 8], 8) & 0x00fffffffffffe00;
    if (place == 0) continue;
    if (!unfinished) clusters.use(place);
    std::vector<uint8_t> entries = bytes_at(place, cluster);
    for (uint64_t entry = 0; entry < per_table; entry++) {
      uint64_t word = get_big(&entries[entry * 8], 8);
      uint64_t offset = (table * per_table + entry) * cluster;
      if (word == 0) continue;
      if ((word & ~0x00fffffffffffe00ull) != 1ull << 63) throw std::runtime_error("an entry with strange flags");
      if (offset >= capacity) throw std::runtime_error("an entry beyond the end of the disk");
      uint64_t from = word & 0x00fffffffffffe00;
      if (!unfinished) clusters.use(from);
      // The last cluster of the file may end where the disk does.
      uint64_t there = from < file.length() ? std::min(cluster, file.length() - from) : 0;
      std::vector<uint8_t> plain = file.at(from, there);
      add_bytes(content, plain.data(), plain.size(), offset);
    }
  }
  if (!unfinished) clusters.compare_with_counts(file, header);
  return content;
}

disk_content read_target(const std::string &path, const std::string &format, bool unfinished) {
  if (format == "QCOW2") return read_qcow2(path, unfinished);
  if (format == "VMDK_SPARSE" || format == "VMDK_STREAM_OPTIMIZED") return read_sparse_vmdk(path, unfinished);
  bool flat = format == "VMDK_FLAT" && !unfinished;
  return read_raw(flat ? path.substr(0, path.size() - 5) + "-flat.vmdk" : path);
}

static bool covers(const std::vector<uint8_t> &right, const std::vector<uint8_t> &torn) {
  for (size_t at = 0; at < torn.size(); at++) {
    if (torn[at] != 0 && torn[at] != right[at]) return false;
  }
  return true;
}

std::string compare(const disk_content &truth, const disk_content &found, bool part) {
  for (const auto &block : found) {
    auto right = truth.find(block.first);
    bool good = right != truth.end() && (part ? covers(right->second, block.second) : right->second == block.second);
    if (!good) {
      return "wrong bytes in block " + std::to_string(block.first);
    }
  }
  if (part || found.size() == truth.size()) return "";
  return std::to_string(truth.size() - found.size()) + " blocks are missing";
}

}  // namespace reinstate::faults

#include "disk_content.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
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

disk_content read_target(const std::string &path, const std::string &format, bool unfinished) {
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

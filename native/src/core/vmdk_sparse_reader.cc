#include "vmdk_sparse_reader.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>

#include "bytes.h"

namespace reinstate {

static constexpr uint64_t sector = 512;
static constexpr uint32_t table_sectors = 4;
static constexpr uint32_t marker_length = 12;

/** Which grain-sized pieces of the file are taken. All grains of one file stand at one distance from a multiple. */
struct vmdk_sparse_reader::grain_use {
  std::vector<bool> taken;
  uint32_t phase = 0;
  bool any = false;
};

/** A hole of the file that was found last: thousands of empty tables lie in one. */
struct vmdk_sparse_reader::known_holes {
  uint64_t begin = 0;
  uint64_t end = 0;
};

vmdk_sparse_reader::vmdk_sparse_reader(std::unique_ptr<byte_reader> file, std::string path)
    : file_(std::move(file)), path_(std::move(path)), shape_(read_vmdk_sparse_shape(*file_, path_)) {
  directory_ = read_directory(shape_.directory_at);
  if (shape_.redundant_at != 0) redundant_ = read_directory(shape_.redundant_at);
  check_directories();
  if (shape_.compressed) return;
  check_grains();
  // Compared once, which is enough: from here on the first directory is the truth.
  redundant_ = {};
}

std::string vmdk_sparse_reader::descriptor() const {
  std::string text(shape_.descriptor_sectors * sector, '\0');
  if (!text.empty()) file_->read(reinterpret_cast<uint8_t *>(&text[0]), text.size(), shape_.descriptor_at * sector);
  return text;
}

copy_error vmdk_sparse_reader::damaged_at(uint64_t grain, const std::string &why) const {
  uint64_t offset = grain * shape_.grain_bytes;
  return vmdk_damaged(path_, why + " (byte " + std::to_string(offset) + " of its data)");
}

std::vector<uint32_t> vmdk_sparse_reader::read_directory(uint64_t at_sector) const {
  std::vector<uint8_t> bytes(size_t{shape_.table_count} * 4);
  file_->read(bytes.data(), bytes.size(), at_sector * sector);
  std::vector<uint32_t> entries(shape_.table_count);
  for (uint32_t at = 0; at < shape_.table_count; at++) entries[at] = load_u32(&bytes[size_t{at} * 4]);
  return entries;
}

/** Everything that describes the disk lies in the file, and no part of it on another. */
void vmdk_sparse_reader::check_directories() {
  uint64_t file_sectors = file_->size() / sector;
  uint32_t directory_sectors = static_cast<uint32_t>((uint64_t{shape_.table_count} * 4 + sector - 1) / sector);
  std::vector<sector_range> parts = {{0, 1}};
  auto add = [&](uint64_t at, uint64_t sectors, const char *what) {
    // Sectors are named by 32 bits; only header fields could name more.
    if (at == 0 || at + sectors > file_sectors || at + sectors > 0xffffffffull) {
      throw vmdk_damaged(path_, std::string(what) + " at sector " + std::to_string(at) + " lies outside the file of " +
                                    std::to_string(file_sectors) + " sectors");
    }
    parts.emplace_back(static_cast<uint32_t>(at), static_cast<uint32_t>(at + sectors));
  };
  if (shape_.descriptor_sectors != 0) add(shape_.descriptor_at, shape_.descriptor_sectors, "the descriptor");
  add(shape_.directory_at, directory_sectors, "the directory");
  if (!redundant_.empty()) add(shape_.redundant_at, directory_sectors, "the redundant directory");
  for (uint32_t table = 0; table < shape_.table_count; table++) {
    if (directory_[table] != 0) add(directory_[table], table_sectors, "a grain table");
    if (redundant_.empty()) continue;
    if ((directory_[table] == 0) != (redundant_[table] == 0)) {
      throw damaged_at(uint64_t{table} * entry_count, "its two directories contradict each other");
    }
    if (redundant_[table] != 0) add(redundant_[table], table_sectors, "a redundant grain table");
  }
  std::sort(parts.begin(), parts.end());
  size_t kept = 0;
  for (size_t at = 1; at < parts.size(); at++) {
    if (parts[at].first < parts[kept].second) {
      throw vmdk_damaged(path_, "two of its tables or directories lie on each other at sector " +
                                    std::to_string(parts[at].first));
    }
    if (parts[at].first == parts[kept].second) parts[kept].second = parts[at].second;
    else parts[++kept] = parts[at];
  }
  parts.resize(kept + 1);
  parts.shrink_to_fit();
  metadata_ = std::move(parts);
}

/** False: the table lies in a hole of the file, so all of its entries are zero; `entries` is left alone. */
bool vmdk_sparse_reader::load_table(uint32_t at_sector, known_holes &holes, table_entries &entries) const {
  uint64_t begin = at_sector * sector;
  uint64_t end = begin + table_sectors * sector;
  if (begin < holes.begin || begin >= holes.end) holes = {begin, file_->next_data(begin)};
  if (end <= holes.end) return false;
  uint8_t bytes[entry_count * 4];
  file_->read(bytes, sizeof bytes, begin);
  for (uint32_t at = 0; at < entry_count; at++) entries[at] = load_u32(bytes + at * 4);
  return true;
}

uint32_t vmdk_sparse_reader::grain_length(uint64_t grain) const {
  uint64_t begin = grain * shape_.grain_bytes;
  return static_cast<uint32_t>(std::min<uint64_t>(shape_.grain_bytes, shape_.capacity_bytes - begin));
}

/** The grain lies in the file, on no table and on no other grain. */
void vmdk_sparse_reader::check_place(uint64_t grain, uint32_t place, grain_use &use) const {
  uint32_t grain_sectors = shape_.grain_bytes / sector;
  uint64_t end = place * sector + grain_length(grain);
  if (end > file_->size()) {
    throw damaged_at(grain, "a grain at sector " + std::to_string(place) + " lies outside the file");
  }
  auto behind = std::upper_bound(metadata_.begin(), metadata_.end(), sector_range(place, ~uint32_t{0}));
  bool on_table = behind != metadata_.begin() && std::prev(behind)->second > place;
  on_table = on_table || (behind != metadata_.end() && behind->first * sector < end);
  if (on_table) throw damaged_at(grain, "a grain at sector " + std::to_string(place) + " lies on a table");
  if (!use.any) use.phase = place % grain_sectors;
  use.any = true;
  if (place % grain_sectors != use.phase) {
    throw damaged_at(grain, "a grain at sector " + std::to_string(place) + " does not stand in line with the others");
  }
  std::vector<bool>::reference taken = use.taken[place / grain_sectors];
  if (taken) throw damaged_at(grain, "the grain at sector " + std::to_string(place) + " is named twice");
  taken = true;
}

/** False: no grain of this table is named. Throws when its redundant copy says something else. */
bool vmdk_sparse_reader::load_both(uint32_t table, known_holes (&holes)[2], table_entries &entries) const {
  if (directory_[table] == 0) return false;
  bool filled = load_table(directory_[table], holes[0], entries);
  if (redundant_.empty()) return filled;
  table_entries copies;
  bool copied = load_table(redundant_[table], holes[1], copies);
  if (!filled && !copied) return false;
  if (!filled) std::memset(entries, 0, sizeof entries);
  if (!copied) std::memset(copies, 0, sizeof copies);
  if (std::memcmp(entries, copies, sizeof entries) == 0) return true;
  throw damaged_at(uint64_t{table} * entry_count, "the two copies of a grain table contradict each other");
}

void vmdk_sparse_reader::check_grains() const {
  grain_use use;
  uint64_t named_max = std::min<uint64_t>(file_->size() / sector, 0xffffffffull);
  use.taken.resize(named_max / (shape_.grain_bytes / sector) + 1);
  known_holes holes[2];
  table_entries entries;
  for (uint32_t table = 0; table < shape_.table_count; table++) {
    if (!load_both(table, holes, entries)) continue;
    uint64_t first = uint64_t{table} * entry_count;
    for (uint32_t slot = 0; slot < entry_count && first + slot < shape_.grain_count; slot++) {
      if (holds_data(entries[slot])) check_place(first + slot, entries[slot], use);
    }
  }
}

uint64_t vmdk_sparse_reader::next_data(uint64_t offset) const {
  uint64_t grain = offset / shape_.grain_bytes;
  known_holes holes[2];
  table_entries entries;
  while (grain < shape_.grain_count) {
    uint32_t table = static_cast<uint32_t>(grain / entry_count);
    uint64_t first = uint64_t{table} * entry_count;
    bool filled = load_both(table, holes, entries);
    for (; filled && grain < first + entry_count && grain < shape_.grain_count; grain++) {
      if (holds_data(entries[grain - first])) return std::max(offset, grain * shape_.grain_bytes);
    }
    grain = first + entry_count;
  }
  return shape_.capacity_bytes;
}

void vmdk_sparse_reader::read(uint8_t *to, uint64_t offset, size_t length) const {
  while (length > 0) {
    uint64_t grain = offset / shape_.grain_bytes;
    uint32_t table = static_cast<uint32_t>(grain / entry_count);
    uint32_t slot = static_cast<uint32_t>(grain % entry_count);
    uint64_t last = (offset + length - 1) / shape_.grain_bytes;
    uint32_t count = static_cast<uint32_t>(std::min<uint64_t>(last - grain + 1, entry_count - slot));
    uint8_t entries[entry_count * 4] = {};
    if (directory_[table] != 0) file_->read(entries, count * 4, directory_[table] * sector + slot * 4);
    for (uint32_t at = 0; at < count; at++, grain++) {
      uint32_t begin = static_cast<uint32_t>(offset - grain * shape_.grain_bytes);
      uint32_t part = static_cast<uint32_t>(std::min<uint64_t>(length, shape_.grain_bytes - begin));
      uint32_t place = load_u32(entries + at * 4);
      if (!holds_data(place)) std::memset(to, 0, part);
      else if (shape_.compressed) read_compressed(to, grain, place, begin, part);
      else read_plain(to, grain, place, begin, part);
      to += part;
      offset += part;
      length -= part;
    }
  }
}

void vmdk_sparse_reader::read_plain(uint8_t *to, uint64_t grain, uint32_t place, uint32_t begin,
                                    uint32_t length) const {
  if (place * sector + begin + length > file_->size()) {
    throw damaged_at(grain, "a grain at sector " + std::to_string(place) + " lies outside the file");
  }
  file_->read(to, length, place * sector + begin);
}

/** What one thread needs to inflate a grain. */
struct grain_workspace {
  libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  std::vector<uint8_t> packed;
  std::vector<uint8_t> plain;
  grain_workspace() {
    if (decompressor == nullptr) throw std::bad_alloc();
  }
  ~grain_workspace() { libdeflate_free_decompressor(decompressor); }
};

void vmdk_sparse_reader::read_compressed(uint8_t *to, uint64_t grain, uint32_t place, uint32_t begin,
                                         uint32_t length) const {
  thread_local grain_workspace space;
  uint64_t at = place * sector;
  uint8_t marker[marker_length];
  if (at + marker_length > file_->size()) {
    throw damaged_at(grain, "a grain at sector " + std::to_string(place) + " lies outside the file");
  }
  file_->read(marker, sizeof marker, at);
  uint64_t stated = load_u64(marker);
  uint32_t size = load_u32(marker + 8);
  if (stated != grain * (shape_.grain_bytes / sector)) {
    throw damaged_at(grain, "the grain at sector " + std::to_string(place) + " says that it stands at sector " +
                                std::to_string(stated) + " of the disk");
  }
  // Deflate never needs twice the plain length: a size beyond it is a lie, and memory stays bounded.
  if (size == 0 || size > 2 * shape_.grain_bytes || at + marker_length + size > file_->size()) {
    throw damaged_at(grain, "the grain at sector " + std::to_string(place) + " states a length of " +
                                std::to_string(size) + " bytes, which cannot be");
  }
  space.packed.resize(size);
  space.plain.resize(shape_.grain_bytes);
  file_->read(space.packed.data(), size, at + marker_length);
  size_t used = 0;
  size_t filled = 0;
  libdeflate_result result = libdeflate_zlib_decompress_ex(space.decompressor, space.packed.data(), size,
                                                           space.plain.data(), shape_.grain_bytes, &used, &filled);
  if (result != LIBDEFLATE_SUCCESS || used != size) {
    throw damaged_at(grain, "the grain at sector " + std::to_string(place) + " cannot be decompressed");
  }
  if (filled < grain_length(grain)) {
    throw damaged_at(grain, "the grain at sector " + std::to_string(place) + " holds only " + std::to_string(filled) +
                                " bytes");
  }
  std::memcpy(to, space.plain.data() + begin, length);
}

}  // namespace reinstate

#include "disk_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "copy_error.h"
#include "index_page.h"
#include "vmdk_descriptor.h"

namespace reinstate {

static constexpr uint64_t sector = 512;
static constexpr uint64_t descriptor_length_max = 64 * 1024;

static copy_error not_aligned(const std::string &path, uint64_t size) {
  return copy_error("permanent", "SOURCE_NOT_SECTOR_ALIGNED",
                    path + " has " + std::to_string(size) + " bytes, which is not a multiple of 512. It is no whole "
                           "disk image: copy it again.",
                    path);
}

static copy_error too_short(const std::string &path, uint64_t size, uint64_t wanted) {
  copy_error error("permanent", "SOURCE_TOO_SHORT",
                   path + " holds " + std::to_string(size) + " bytes, " + std::to_string(wanted) +
                       " are needed. The image is cut off or belongs to another disk.",
                   path);
  return error.at(size);
}

unique_fd open_source_file(int folder, const std::string &name, const std::string &full_path, uint64_t &size) {
  // O_NONBLOCK: a named pipe must not hold the call up before its kind is known.
  unique_fd file = open_beneath(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file) throw source_error(errno, "Cannot open", full_path);
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw source_error(errno, "Cannot inspect", full_path);
  if (!S_ISREG(status.st_mode)) {
    throw copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT", full_path + " is not a regular file. Give a disk image.",
                     full_path);
  }
  size = static_cast<uint64_t>(status.st_size);
  return file;
}

void disk_source::check_size(uint64_t size, const std::string &path) const {
  if (size % sector != 0) throw not_aligned(path, size);
  if (size < capacity_bytes_) throw too_short(path, size, capacity_bytes_);
  if (size > capacity_bytes_) {
    throw copy_error("permanent", "SOURCE_TOO_LONG",
                     path + " holds " + std::to_string(size) + " bytes, the disk has " +
                         std::to_string(capacity_bytes_) +
                         ". The image belongs to another disk, or the disk was grown since.",
                     path);
  }
}

void disk_source::open_raw(const placed_file &file) {
  placed_parent parent = open_parent(file, false);
  if (!parent.folder) throw source_error(parent.error, "Cannot open", file.full_path());
  source_extent extent;
  extent.path = file.full_path();
  extent.file = open_source_file(parent.folder.get(), parent.name, extent.path, extent.length);
  check_size(extent.length, extent.path);
  extents_.push_back(std::move(extent));
}

static std::string read_descriptor(int fd, uint64_t size, const std::string &path) {
  std::string text(std::min(size, descriptor_length_max), '\0');
  ssize_t count = read_whole(fd, reinterpret_cast<uint8_t *>(&text[0]), text.size(), 0);
  if (count < 0) throw source_error(errno, "Cannot read", path);
  text.resize(static_cast<size_t>(count));
  bool sparse = text.compare(0, 4, "KDMV") == 0 || text.compare(0, 4, "COWD") == 0;
  if (size > descriptor_length_max && !sparse) {
    throw copy_error("permanent", "VMDK_DESCRIPTOR_INVALID",
                     path + " is too large for a VMDK descriptor. Name the descriptor, not its extent, or capture it "
                            "as a raw image.",
                     path);
  }
  return text;
}

void disk_source::open_vmdk(const placed_file &file) {
  placed_parent parent = open_parent(file, false);
  if (!parent.folder) throw source_error(parent.error, "Cannot open", file.full_path());
  std::string path = file.full_path();
  std::string folder_path = path.substr(0, path.rfind('/'));
  uint64_t descriptor_size = 0;
  unique_fd descriptor = open_source_file(parent.folder.get(), parent.name, path, descriptor_size);
  uint64_t total = 0;
  std::string text = read_descriptor(descriptor.get(), descriptor_size, path);
  for (const vmdk_extent &stated : parse_vmdk_descriptor(text, path)) {
    source_extent extent;
    extent.zero = stated.zero;
    extent.path = stated.zero ? path : folder_path + "/" + stated.file_name;
    extent.file_offset = stated.file_offset_sectors * sector;
    extent.disk_offset = total;
    extent.length = stated.sectors * sector;
    total += extent.length;
    // Refused before the next one: the sum of all extents that a descriptor can name would pass 2^64.
    if (total > capacity_max) check_size(total, path);
    if (!stated.zero) {
      uint64_t size = 0;
      extent.file = open_source_file(parent.folder.get(), stated.file_name, extent.path, size);
      if (size % sector != 0) throw not_aligned(extent.path, size);
      uint64_t needed = extent.file_offset + extent.length;
      if (size < needed) throw too_short(extent.path, size, needed);
    }
    extents_.push_back(std::move(extent));
  }
  check_size(total, path);
}

disk_source disk_source::open(const placed_file &file, source_format format, uint64_t capacity_bytes) {
  disk_source source;
  source.capacity_bytes_ = capacity_bytes;
  if (capacity_bytes == 0 || capacity_bytes % sector != 0 || capacity_bytes > capacity_max) {
    throw not_aligned("The stated capacity of " + file.full_path(), capacity_bytes);
  }
  if (format == source_format::raw) source.open_raw(file);
  else source.open_vmdk(file);
  return source;
}

const source_extent &disk_source::extent_at(uint64_t offset) const {
  auto behind = std::upper_bound(extents_.begin(), extents_.end(), offset,
                                 [](uint64_t at, const source_extent &extent) { return at < extent.disk_offset; });
  return *std::prev(behind);
}

uint64_t disk_source::next_data(uint64_t offset) const {
  while (offset < capacity_bytes_) {
    const source_extent &extent = extent_at(offset);
    uint64_t end = extent.disk_offset + extent.length;
    if (!extent.zero) {
      uint64_t shift = extent.file_offset - extent.disk_offset;
      off_t found = lseek(extent.file.get(), static_cast<off_t>(offset + shift), SEEK_DATA);
      // ENXIO: only a hole follows. Any other answer: the file system cannot tell, so everything may be data.
      if (found < 0 && errno != ENXIO) return offset;
      uint64_t position = found < 0 ? end : static_cast<uint64_t>(found) - shift;
      if (position < end) return position;
    }
    offset = end;
  }
  return capacity_bytes_;
}

void disk_source::read(uint8_t *to, uint64_t offset, size_t length) const {
  while (length > 0) {
    const source_extent &extent = extent_at(offset);
    size_t part = static_cast<size_t>(std::min<uint64_t>(length, extent.disk_offset + extent.length - offset));
    if (extent.zero) {
      std::memset(to, 0, part);
    } else {
      uint64_t at = extent.file_offset + (offset - extent.disk_offset);
      ssize_t count = read_whole(extent.file.get(), to, part, at);
      if (count < 0) throw source_error(errno, "Cannot read", extent.path).at(offset);
      if (static_cast<size_t>(count) < part) {
        throw too_short(extent.path, at + static_cast<uint64_t>(count), at + part);
      }
    }
    to += part;
    offset += part;
    length -= part;
  }
}

}  // namespace reinstate

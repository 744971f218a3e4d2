#include "fault_world.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include "../src/core/capture.h"
#include "../src/core/copy_error.h"
#include "../src/core/restore.h"
#include "../src/core/verify.h"

namespace fs = std::filesystem;

namespace reinstate::faults {

static constexpr uint64_t chunk_length = 1u << 20;

const std::vector<std::string> &target_formats() {
  static const std::vector<std::string> names = {"RAW_SPARSE", "RAW_THICK", "VMDK_FLAT", "VMDK_SPARSE",
                                                 "VMDK_STREAM_OPTIMIZED", "QCOW2"};
  return names;
}

saved_tree saved_tree::of(const std::string &folder) {
  saved_tree tree;
  for (const auto &entry : fs::recursive_directory_iterator(folder)) {
    std::string name = entry.path().string().substr(folder.size() + 1);
    if (entry.is_directory()) {
      tree.folders_.push_back(name);
      continue;
    }
    std::ifstream file(entry.path(), std::ios::binary);
    tree.files_[name].assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::sort(tree.folders_.begin(), tree.folders_.end());
  return tree;
}

void saved_tree::put_back(const std::string &folder) const {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const std::string &name : folders_) fs::create_directory(folder + "/" + name);
  // Garbage is collected by age, and the clock of a file system stands still for milliseconds.
  const struct timespec yesterday[2] = {{time(nullptr) - 86400, 0}, {time(nullptr) - 86400, 0}};
  for (const auto &file : files_) {
    std::string path = folder + "/" + file.first;
    int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ssize_t length = static_cast<ssize_t>(file.second.size());
    bool good = fd >= 0 && write(fd, file.second.data(), file.second.size()) == length;
    if (!good || futimens(fd, yesterday) != 0) throw std::runtime_error("cannot write " + path);
    close(fd);
  }
}

void fault_world::add_disk(const std::string &name, uint64_t capacity, const std::vector<uint64_t> &chunks,
                           unsigned seed) {
  world_disk disk;
  disk.file_name = name;
  disk.capacity_bytes = capacity;
  std::string path = folder_ + "/" + name;
  int fd = open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || ftruncate(fd, static_cast<off_t>(capacity)) != 0) throw std::runtime_error("cannot make " + path);
  for (uint64_t chunk : chunks) {
    std::mt19937_64 random(chunk * 1000 + seed);
    uint64_t blocks = full_chunks_ ? 256 : 3 + chunk % 5;
    for (uint64_t block = 0; block < blocks; block++) {
      std::vector<uint8_t> bytes(block_length);
      // Every other block compresses, so that both kinds of chunk file are there.
      for (uint8_t &byte : bytes) byte = static_cast<uint8_t>(chunk % 2 == 0 ? random() : "restore"[random() % 7]);
      uint64_t offset = chunk * chunk_length + block * block_length * (full_chunks_ ? 1 : 9);
      uint64_t length = offset < capacity ? std::min(block_length, capacity - offset) : 0;
      if (pwrite(fd, bytes.data(), length, static_cast<off_t>(offset)) != static_cast<ssize_t>(length)) {
        throw std::runtime_error("cannot write " + path);
      }
    }
  }
  close(fd);
  disk.truth = read_raw(path);
  disk.index_hash = "";
  disks_.push_back(disk);
}

fault_world::fault_world(std::string folder, unsigned chunks, bool full_chunks)
    : folder_(std::move(folder)), full_chunks_(full_chunks) {
  fs::create_directories(targets());
  std::vector<uint64_t> numbers, wide_numbers = {0, 3, 520};
  for (unsigned chunk = 0; chunk <= chunks; chunk++) {
    if (chunk % 4 != 2) numbers.push_back(chunk);
  }
  // Three sectors into the last chunk: neither whole chunks nor whole blocks.
  uint64_t capacity = chunks * chunk_length + 3 * 512;
  add_disk("first.raw", capacity, numbers, 0);
  add_disk("second.raw", capacity, numbers, 0);
  add_disk("wide.raw", 600 * chunk_length, wide_numbers, 1);
  changed_offset_ = 3 * chunk_length;
  std::fstream second(folder_ + "/second.raw", std::ios::in | std::ios::out | std::ios::binary);
  second.seekp(static_cast<std::streamoff>(changed_offset_));
  second << "changed since the first point";
  second.close();
  disks_[1].truth = read_raw(folder_ + "/second.raw");
  for (world_disk &disk : disks_) {
    disk.index_hash = capture(disk, false);
    if (&disk == &disks_[0]) with_first_ = saved_tree::of(repository());
  }
  whole_ = saved_tree::of(repository());
  for (const std::string format : {"VMDK_SPARSE", "VMDK_STREAM_OPTIMIZED"}) {
    restore(first(), format);
    std::string wrong = judge_target(first(), format);
    if (!wrong.empty()) throw std::runtime_error(format + ": " + wrong);
    fs::create_directory(folder_ + "/" + format);
    fs::rename(target_path(format), folder_ + "/" + vmdk_image(format));
  }
}

std::string fault_world::vmdk_image(const std::string &format) const { return format + "/out.vmdk"; }

static run_settings settings_of(const fault_world &world) {
  run_settings settings;
  settings.workers = world.workers;
  settings.nice = 0;
  return settings;
}

std::string fault_world::capture_vmdk(const std::string &format) const {
  capture_request request;
  request.repository_path = repository();
  request.source = {folder_, vmdk_image(format)};
  request.format = source_format::vmdk;
  request.capacity_bytes = first().capacity_bytes;
  run_control control;
  return capture_disk(request, settings_of(*this), control).index_hash;
}

std::string fault_world::capture(const world_disk &disk, bool incremental) const {
  capture_request request;
  request.repository_path = repository();
  request.source = {folder_, disk.file_name};
  request.capacity_bytes = disk.capacity_bytes;
  if (incremental) {
    request.parent_index_hash = first().index_hash;
    request.changed = {{changed_offset_, 29}};
  }
  run_control control;
  return capture_disk(request, settings_of(*this), control).index_hash;
}

void fault_world::restore(const world_disk &disk, const std::string &format) const {
  restore_request request;
  request.repository_path = repository();
  request.index_hash = disk.index_hash;
  request.capacity_bytes = disk.capacity_bytes;
  request.target = {targets(), "out.vmdk"};
  request.operation_id = "operation-1";
  request.fencing_token = 1;
  if (!target_format_from(format, request.format)) throw std::runtime_error("no format " + format);
  run_control control;
  restore_disk(request, settings_of(*this), control);
}

uint64_t fault_world::verify(const world_disk &disk) const {
  run_control control;
  return verify_disk({repository(), disk.index_hash, disk.capacity_bytes}, settings_of(*this), control)
      .damaged_chunk_count;
}

std::string fault_world::target_path(const std::string &) const { return targets() + "/out.vmdk"; }

std::string fault_world::judge_target(const world_disk &disk, const std::string &format) const {
  for (const auto &entry : fs::directory_iterator(targets())) {
    std::string name = entry.path().filename();
    if (name != "out.vmdk" && (name != "out-flat.vmdk" || format != "VMDK_FLAT")) return name + " was left behind";
  }
  try {
    return compare(disk.truth, read_target(target_path(format), format, false), false);
  } catch (const std::runtime_error &error) {
    return error.what();
  }
}

std::string fault_world::judge_failed_target(const world_disk &disk, const std::string &format) const {
  std::string path = target_path(format);
  std::string partial = path + ".reinstate-partial";
  try {
    if (fs::exists(path)) return compare(disk.truth, read_target(path, format, false), false);
    return fs::exists(partial) ? compare(disk.truth, read_target(partial, format, true), true) : "";
  } catch (const std::runtime_error &error) {
    return error.what();
  }
}

void fault_world::empty_targets() const {
  for (const auto &entry : fs::directory_iterator(targets())) fs::remove_all(entry.path());
}

outcome outcome_of(const std::function<void()> &body) {
  outcome result;
  try {
    body();
  } catch (const copy_error &error) {
    result = {false, error.code, error.message, error.path};
  }
  return result;
}

}  // namespace reinstate::faults

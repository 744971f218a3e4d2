// The small world in which faults fall: a few disks, a repository that holds them, a folder for targets; and the
// operations of the engine on it, each with what must hold after a failure and after a success.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "disk_content.h"

namespace reinstate::faults {

/** A folder's files by relative path; kept in memory so that each round begins with the same bytes. */
class saved_tree {
 public:
  static saved_tree of(const std::string &folder);
  /** Makes `folder` hold just this, all of it a day old. */
  void put_back(const std::string &folder) const;
  const std::map<std::string, std::vector<uint8_t>> &files() const { return files_; }

 private:
  std::map<std::string, std::vector<uint8_t>> files_;
  std::vector<std::string> folders_;
};

struct world_disk {
  std::string file_name;
  uint64_t capacity_bytes = 0;
  disk_content truth;
  std::string index_hash;
};

class fault_world {
 public:
  /** Makes everything beneath `folder`, which is empty. `chunks` of the disk hold data, a few blocks or all of it. */
  fault_world(std::string folder, unsigned chunks, bool full_chunks);

  /** Two points of one disk of six chunks and a bit; one of 600 MiB with two leaves and three chunks. */
  const world_disk &first() const { return disks_[0]; }
  const world_disk &second() const { return disks_[1]; }
  const world_disk &wide() const { return disks_[2]; }
  const std::vector<world_disk> &disks() const { return disks_; }

  std::string repository() const { return folder_ + "/repository"; }
  std::string targets() const { return folder_ + "/targets"; }
  const std::string &folder() const { return folder_; }

  /** The repository with all three disks, and with only the first. */
  const saved_tree &whole() const { return whole_; }
  const saved_tree &with_first() const { return with_first_; }

  /** Bytes of the disk that changed from first to second. */
  uint64_t changed_offset() const { return changed_offset_; }

  unsigned workers = 1;

  std::string capture(const world_disk &disk, bool incremental) const;
  /** The first disk, out of a VMDK of that format: VMDK_SPARSE or VMDK_STREAM_OPTIMIZED. */
  std::string capture_vmdk(const std::string &format) const;
  void restore(const world_disk &disk, const std::string &format) const;
  /** Count of damaged parts. */
  uint64_t verify(const world_disk &disk) const;

  std::string target_path(const std::string &format) const;
  /** Empty when the target folder holds this disk and nothing else. */
  std::string judge_target(const world_disk &disk, const std::string &format) const;
  /** Empty when what stands in the target folder is harmless after a failure: no wrong byte, no half disk. */
  std::string judge_failed_target(const world_disk &disk, const std::string &format) const;
  void empty_targets() const;

 private:
  std::string vmdk_image(const std::string &format) const;
  void add_disk(const std::string &name, uint64_t capacity, const std::vector<uint64_t> &chunks, unsigned seed);
  std::string folder_;
  std::vector<world_disk> disks_;
  saved_tree whole_;
  saved_tree with_first_;
  uint64_t changed_offset_ = 0;
  bool full_chunks_;
};

const std::vector<std::string> &target_formats();

/** What `after_success` says when only temporary files of a capture stayed. */
constexpr char left_in_tmp[] = "tmp is not empty";

struct operation {
  std::string name;
  std::function<void()> prepare;
  std::function<void()> run;
  std::function<std::string()> after_failure;
  std::function<std::string()> after_success;
};

/** Everything that the engine does with files. */
std::vector<operation> operations_of(const fault_world &world);

/** Runs `body`. Empty when it ended well, else code and message of its copy_error. */
struct outcome {
  bool good = true;
  std::string code;
  std::string message;
  std::string path;
};
outcome outcome_of(const std::function<void()> &body);

}  // namespace reinstate::faults

// How the bytes of a disk lie in the file that a restore writes: one implementation for each target format.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "disk_index.h"
#include "restore_journal.h"

namespace reinstate {

/** The numbers stand in journals (docs/formats.md §6). */
enum class target_format : uint32_t {
  raw_sparse = 0,
  raw_thick = 1,
  vmdk_flat = 2,
  vmdk_sparse = 3,
  vmdk_stream = 4,
  qcow2 = 5
};

/** Reads RAW_SPARSE, RAW_THICK, VMDK_FLAT, VMDK_SPARSE, VMDK_STREAM_OPTIMIZED or QCOW2. False: it is none of them. */
bool target_format_from(const std::string &name, target_format &out);
const char *target_format_name(target_format format);

/** What every layout knows of its restore. */
struct layout_setting {
  target_format format = target_format::raw_sparse;
  uint64_t capacity_bytes = 0;
  digest index_hash{};
  /** Name of the finished file, as a VMDK's descriptor states it. */
  std::string file_name;
  /** For error texts. */
  std::string partial_path;
  uint64_t block_count = 0;
  const repository *from = nullptr;
  const std::atomic<bool> *abort = nullptr;
  /** Throws when the fencing token is stale. */
  std::function<void()> guard;
};

class target_layout {
 public:
  virtual ~target_layout() = default;

  /** Lays out a file that holds nothing acknowledged yet. May be called again after a crash. */
  virtual void begin(int fd) = 0;

  /** Takes up a file of `length` bytes of which the journal acknowledged something. False: the two do not match. */
  virtual bool resume(int fd, uint64_t length, const restore_journal &journal) = 0;

  /** Safe for many threads. False: it gave up because of `stop`; nothing was written then. */
  virtual bool write_chunk(const chunk_view &view, const index_item &item, uint64_t &written) = 0;

  /** Writes what stands behind the last chunk. */
  virtual void finish() {}

  /** Formats written from front to back: what is written so far. False for the others. */
  virtual bool stream_position(stream_point &) { return false; }

  /** Wakes threads that wait in write_chunk for one that failed. */
  virtual void stop() {}
};

/** Throws TARGET_FORMAT_UNSUITABLE when the format cannot hold this disk or this name. */
std::unique_ptr<target_layout> make_layout(layout_setting setting);

std::unique_ptr<target_layout> make_raw_layout(layout_setting setting);
std::unique_ptr<target_layout> make_vmdk_sparse_layout(layout_setting setting);
std::unique_ptr<target_layout> make_vmdk_stream_layout(layout_setting setting);
std::unique_ptr<target_layout> make_qcow2_layout(layout_setting setting);

/** Writes each run of present blocks where `position(block)` says; blocks of one run lie behind each other. */
uint64_t write_runs(int fd, const chunk_view &view, const std::string &path, uint64_t disk_offset,
                    const std::function<uint64_t(uint32_t)> &position);

copy_error format_unsuitable(target_format format, const std::string &why);

}  // namespace reinstate

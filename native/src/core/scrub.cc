#include "scrub.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>

#include "copy_error.h"

namespace reinstate {

/** Pages are small: a folder full of them must not make one call endless. */
static constexpr size_t objects_max = 1u << 16;

namespace {

struct object_name {
  object_kind kind;
  digest id;
};

class scrub_run {
 public:
  scrub_run(const scrub_request &request, run_control &control)
      : request_(request), control_(control), repository_(repository::open(request.repository_path)) {}

  scrub_result run(const run_settings &settings) {
    uint64_t bytes = 0;
    uint32_t folder = request_.first_folder;
    while (folder < request_.folder_end && bytes < request_.byte_limit && objects_.size() < objects_max) {
      bytes += list(object_kind::chunk, folder) + list(object_kind::page, folder);
      folder++;
      if (control_.abort) throw aborted_error();
    }
    result_.next_folder = folder;
    control_.total_bytes = bytes;
    run_workers(settings, control_, [&](unsigned) { read_objects(); });
    if (control_.abort) throw aborted_error();
    keep_names();
    std::sort(result_.bad.begin(), result_.bad.end(), [](const bad_object &a, const bad_object &b) {
      return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
    });
    control_.done_bytes = bytes;
    return std::move(result_);
  }

 private:
  /** Adds the objects of one folder; returns their size. */
  uint64_t list(object_kind kind, uint32_t folder) {
    static const char digits[] = "0123456789abcdef";
    std::string name = kind == object_kind::chunk ? "chunks/" : "pages/";
    name += {digits[folder >> 12], digits[folder >> 8 & 15], '/', digits[folder >> 4 & 15], digits[folder & 15]};
    unique_fd opened = open_at(repository_.fd(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!opened && errno == ENOENT) return 0;
    std::vector<std::string> entries;
    if (!opened || !list_folder(opened.get(), entries)) {
      throw repository_error(errno, "Cannot list", repository_.path() + "/" + name);
    }
    uint64_t bytes = 0;
    for (const std::string &entry : entries) {
      digest id;
      struct stat status;
      if (!digest_from_hex(entry, id) || folder_of(id) != folder) continue;
      if (fstatat(opened.get(), entry.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        bytes += static_cast<uint64_t>(status.st_size);
      }
      objects_.push_back({kind, id});
    }
    return bytes;
  }

  void read_objects() {
    chunk_reader chunks;
    page_reader pages;
    for (;;) {
      size_t at = next_++;
      if (at >= objects_.size() || control_.abort) return;
      read_one(objects_[at], chunks, pages);
    }
  }

  void read_one(const object_name &object, chunk_reader &chunks, page_reader &pages) {
    unique_fd file = repository_.open_object(object.kind, object.id);
    bad_object found{object.kind, object.id, chunk_status::good, "", false};
    if (object.kind == object_kind::chunk) {
      chunk_view view;
      found.status = chunks.read(file.get(), object.id, view, found.why);
    } else {
      index_page page;
      found.status = pages.read(file.get(), object.id, page, found.why);
    }
    // It was there when the folder was listed: a collection took it.
    if (found.status == chunk_status::missing) return;
    struct stat status;
    uint64_t bytes = file && fstat(file.get(), &status) == 0 ? static_cast<uint64_t>(status.st_size) : 0;
    control_.done_bytes += bytes;
    if (found.status == chunk_status::damaged) found.quarantined = keep_file(file.get(), object);
    std::lock_guard<std::mutex> lock(mutex_);
    result_.byte_count += bytes;
    (object.kind == object_kind::chunk ? result_.chunk_count : result_.page_count)++;
    if (found.status != chunk_status::good) result_.bad.push_back(std::move(found));
  }

  /**
   * The very file that was read, not what stands under its name by now: a capture may have put a whole one there, and
   * has then kept the damaged one itself. One name for each file, so that later scrubs add none.
   */
  bool keep_file(int file, const object_name &object) {
    struct stat status;
    if (fstat(file, &status) != 0) return false;
    std::string name = std::string("quarantine/") + (object.kind == object_kind::chunk ? "chunk-" : "page-") +
                       to_hex(object.id) + ".scrub-" + std::to_string(status.st_ino);
    std::string from = "/proc/self/fd/" + std::to_string(file);
    if (linkat(AT_FDCWD, from.c_str(), repository_.fd(), name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      kept_ = true;
      return true;
    }
    return errno == EEXIST;
  }

  void keep_names() {
    if (!kept_) return;
    unique_fd folder = open_at(repository_.fd(), "quarantine", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!folder || !sync_all(folder.get())) {
      throw repository_error(errno, "Cannot make durable", repository_.path() + "/quarantine");
    }
  }

  const scrub_request &request_;
  run_control &control_;
  repository repository_;
  std::vector<object_name> objects_;
  std::atomic<size_t> next_{0};
  std::atomic<bool> kept_{false};
  std::mutex mutex_;
  scrub_result result_;
};

}  // namespace

scrub_result scrub_repository(const scrub_request &request, const run_settings &settings, run_control &control) {
  return scrub_run(request, control).run(settings);
}

}  // namespace reinstate

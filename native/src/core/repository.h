// The repository folder: format.json, chunks/, pages/, quarantine/, tmp/ (docs/formats.md, "Folder").
#pragma once
#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "bytes.h"
#include "chunk_codec.h"
#include "file_io.h"

namespace reinstate {

enum class object_kind { chunk, page };

/** Read side. Safe for use by many threads at once. */
class repository {
 public:
  /** Throws REPOSITORY_NOT_FOUND or REPOSITORY_FORMAT_UNSUPPORTED. */
  static repository open(const std::string &path);

  /** Makes a repository in a folder that is missing (its parent must exist) or empty, else opens it. */
  static repository open_or_create(const std::string &path);

  /** -1 inside, with errno, when it cannot be opened. */
  unique_fd open_object(object_kind kind, const digest &id) const;
  /** Whether a file of this name stands there; false with errno when not, or when that cannot be known. */
  bool has_object(object_kind kind, const digest &id) const;
  std::string object_path(object_kind kind, const digest &id) const;
  const std::string &path() const { return path_; }
  int fd() const { return folder_.get(); }

 private:
  repository(std::string path, unique_fd folder) : path_(std::move(path)), folder_(std::move(folder)) {}
  void check_format() const;
  std::string path_;
  unique_fd folder_;
};

/**
 * Write side of one capture. Files are written under tmp/<run>/ and renamed into place; nothing is durable before
 * `sync`. put_chunk may be called by many threads; put_page and finish by one at a time.
 */
class repository_writer {
 public:
  explicit repository_writer(const repository &target);
  ~repository_writer();
  repository_writer(const repository_writer &) = delete;
  repository_writer &operator=(const repository_writer &) = delete;

  /** Stores the body that `writer` has built unless a whole, equal chunk is there. True when it was added. */
  bool put_chunk(const digest &id, chunk_writer &writer, chunk_reader &reader);

  /**
   * Opens an object that this capture is about to name and marks it as used now, so that a collection of garbage lets
   * it stand. Closed with errno ENOENT when there is none, or when it was just collected.
   */
  unique_fd open_for_use(object_kind kind, const digest &id) const;

  /** Queues an index page; pages reach their names only after every chunk put before is durable. */
  digest put_page(std::vector<uint8_t> bytes);

  /** Makes everything durable: chunks, then pages. */
  void finish();

  uint64_t stored_bytes() const { return stored_bytes_; }

 private:
  struct pending_page {
    digest id;
    std::vector<uint8_t> bytes;
    std::string temporary;
  };
  std::string write_temporary(const uint8_t *bytes, size_t length);
  void place(const std::string &temporary, object_kind kind, const digest &id);
  void quarantine(object_kind kind, const digest &id);
  bool page_stands(const pending_page &page);
  void flush_pages();
  void sync();
  std::string full(const std::string &name) const { return repository_.path() + "/" + name; }

  const repository &repository_;
  std::string run_name_;
  unique_fd run_folder_;
  std::atomic<uint64_t> counter_{0};
  std::atomic<uint64_t> stored_bytes_{0};
  std::vector<pending_page> pages_;
};

}  // namespace reinstate

// The journal beside a target that is being restored (docs/formats.md, "Journal").
// The main lock (byte 0, open file description lock) makes one engine the only writer of the target. The token slots
// may be written by a newer holder without it: that is how a holder that was stopped learns that it is stale.
#pragma once
#include <map>
#include <vector>

#include "bytes.h"
#include "copy_error.h"
#include "file_io.h"

namespace reinstate {

struct journal_identity {
  std::string operation_id;
  uint64_t fencing_token = 0;
  digest index_hash{};
  uint64_t capacity_bytes = 0;
  /** Number of the target format; 0 is a raw sparse file. */
  uint32_t layout = 0;
};

/** What of a target that is written from front to back is durable: its first chunks, its first bytes. */
struct stream_point {
  uint64_t chunk_count = 0;
  uint64_t length_bytes = 0;
};

/** Half-open ranges of ordinals that are durable in the partial file, merged. */
class ordinal_ranges {
 public:
  void add(uint64_t first, uint64_t end);
  bool contains(uint64_t ordinal) const;
  bool empty() const { return ranges_.empty(); }
  const std::map<uint64_t, uint64_t> &ranges() const { return ranges_; }
  void clear() { ranges_.clear(); }

 private:
  std::map<uint64_t, uint64_t> ranges_;
};

class restore_journal {
 public:
  restore_journal(unique_fd file, std::string path, journal_identity identity)
      : file_(std::move(file)), path_(std::move(path)), identity_(std::move(identity)) {}

  /** False when another engine holds it. */
  bool try_lock();

  enum class header_state { fresh, ours, foreign, damaged };
  header_state read_header();

  void write_header();

  /** Makes our token the journal's. Throws STALE_FENCING_TOKEN when it already holds a higher one. */
  void announce_token();

  /** Throws STALE_FENCING_TOKEN when a newer holder has announced itself. */
  void check_token();

  /** Reads the records and cuts off a torn tail. */
  void load_records();

  /** Forgets all records: the partial file is gone. */
  void reset_records();

  /** Appends completed ordinals and makes them durable. Their bytes must be durable already. */
  void append_ranges(const ordinal_ranges &ranges);

  /** The same for a target that is written from front to back. */
  void append_stream(const stream_point &point);

  /** States that the partial file (its inode number) is whole, verified and durable. */
  void append_whole(uint64_t inode);

  const ordinal_ranges &completed() const { return completed_; }
  const stream_point &stream() const { return stream_; }
  bool whole() const { return whole_; }
  uint64_t whole_inode() const { return whole_inode_; }
  int fd() const { return file_.get(); }

 private:
  void append(uint32_t type, const std::vector<uint8_t> &payload);
  bool apply(uint32_t type, const std::vector<uint8_t> &payload);
  uint64_t read_token(bool &first_is_current, bool &any);
  copy_error damaged(const std::string &why) const;
  copy_error stale(uint64_t current) const;

  unique_fd file_;
  std::string path_;
  journal_identity identity_;
  ordinal_ranges completed_;
  stream_point stream_;
  bool whole_ = false;
  uint64_t whole_inode_ = 0;
  uint64_t end_ = 0;
};

}  // namespace reinstate

#include "restore_journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace reinstate {

static const uint8_t journal_magic[8] = {'R', 'S', 'J', 'O', 'U', 'R', 'N', 'L'};
static const uint8_t record_magic[4] = {'R', 'S', 'J', 'R'};
// Version 1 knows raw sparse files only: a reader of that version must not take another layout for one.
static constexpr uint32_t journal_version_raw = 1;
static constexpr uint32_t journal_version = 2;
static constexpr size_t layout_at = 320;
static constexpr size_t header_length = 4096;
static constexpr size_t identity_length = 512;
static constexpr size_t operation_id_at = 64;
static constexpr size_t operation_id_max = 256;
static constexpr size_t token_first_at = 512;
static constexpr size_t token_second_at = 1024;
static constexpr size_t token_slot_length = 12;
static constexpr uint32_t record_ranges = 1;
static constexpr uint32_t record_whole = 2;
static constexpr uint32_t record_stream = 3;
static constexpr size_t record_head_length = 12;
static constexpr size_t payload_max = 1u << 20;

void ordinal_ranges::add(uint64_t first, uint64_t end) {
  if (first >= end) return;
  auto next = ranges_.upper_bound(first);
  if (next != ranges_.begin() && std::prev(next)->second >= first) {
    next = std::prev(next);
    first = next->first;
  }
  while (next != ranges_.end() && next->first <= end) {
    end = std::max(end, next->second);
    next = ranges_.erase(next);
  }
  ranges_.emplace(first, end);
}

bool ordinal_ranges::contains(uint64_t ordinal) const {
  auto next = ranges_.upper_bound(ordinal);
  return next != ranges_.begin() && std::prev(next)->second > ordinal;
}

copy_error restore_journal::damaged(const std::string &why) const {
  return copy_error("permanent", "JOURNAL_DAMAGED",
                    "The journal " + path_ + " cannot be used: " + why +
                        ". Remove it together with the .reinstate-partial file beside it, then restore again from the "
                        "beginning.",
                    path_);
}

copy_error restore_journal::stale(uint64_t current) const {
  return copy_error("conflict", "STALE_FENCING_TOKEN",
                    "Restore refused: " + path_ + " belongs to a newer holder (token " + std::to_string(current) +
                        ", this call has " + std::to_string(identity_.fencing_token) + "). The newer one goes on.",
                    path_);
}

static bool set_lock(int fd, short type, off_t start, off_t length) {
  struct flock lock = {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = start;
  lock.l_len = length;
  while (fcntl(fd, F_OFD_SETLK, &lock) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

bool restore_journal::try_lock() {
  if (set_lock(file_.get(), F_WRLCK, 0, 1)) return true;
  if (errno == EAGAIN || errno == EACCES) return false;
  throw target_error(errno, "Cannot lock", path_);
}

static void store_token(uint8_t *slot, uint64_t token) {
  store_u64(slot, token);
  store_u32(slot + 8, crc32c(slot, 8));
}

restore_journal::header_state restore_journal::read_header() {
  std::vector<uint8_t> header(header_length);
  ssize_t count = read_whole(file_.get(), header.data(), header.size(), 0);
  if (count < 0) throw target_error(errno, "Cannot read", path_);
  // Too short or all zero: its writer died before the header was durable, so it never guarded any data.
  if (static_cast<size_t>(count) < header_length || all_zero(header.data(), header_length)) return header_state::fresh;
  if (std::memcmp(header.data(), journal_magic, 8) != 0) return header_state::damaged;
  if (load_u32(&header[508]) != crc32c(header.data(), 508)) return header_state::damaged;
  uint32_t id_length = load_u32(&header[12]);
  uint32_t version = load_u32(&header[8]);
  uint32_t layout = load_u32(&header[layout_at]);
  bool known = version == journal_version ? layout != 0 : version == journal_version_raw && layout == 0;
  if (!known || id_length > operation_id_max) return header_state::damaged;
  std::string operation_id(reinterpret_cast<const char *>(&header[operation_id_at]), id_length);
  bool same = operation_id == identity_.operation_id && layout == identity_.layout &&
              load_u64(&header[16]) == identity_.capacity_bytes &&
              std::memcmp(&header[24], identity_.index_hash.data(), identity_.index_hash.size()) == 0;
  return same ? header_state::ours : header_state::foreign;
}

void restore_journal::write_header() {
  std::vector<uint8_t> header(header_length, 0);
  std::memcpy(header.data(), journal_magic, 8);
  store_u32(&header[8], identity_.layout == 0 ? journal_version_raw : journal_version);
  store_u32(&header[12], static_cast<uint32_t>(identity_.operation_id.size()));
  store_u64(&header[16], identity_.capacity_bytes);
  std::memcpy(&header[24], identity_.index_hash.data(), identity_.index_hash.size());
  store_u32(&header[layout_at], identity_.layout);
  std::memcpy(&header[operation_id_at], identity_.operation_id.data(), identity_.operation_id.size());
  store_u32(&header[508], crc32c(header.data(), 508));
  store_token(&header[token_first_at], identity_.fencing_token);
  bool written = set_length(file_.get(), 0) && write_whole(file_.get(), header.data(), header.size(), 0) &&
                 sync_all(file_.get());
  if (!written) throw target_error(errno, "Cannot write", path_);
  end_ = header_length;
}

uint64_t restore_journal::read_token(bool &first_is_current, bool &any) {
  uint8_t slots[token_second_at + token_slot_length - token_first_at];
  ssize_t count = read_whole(file_.get(), slots, sizeof slots, token_first_at);
  if (count < 0) throw target_error(errno, "Cannot read", path_);
  if (static_cast<size_t>(count) < sizeof slots) throw damaged("it was cut off");
  const uint8_t *second = slots + (token_second_at - token_first_at);
  // The CRC of eight zero bytes is not zero, so a slot that was never written is not valid.
  bool first_valid = load_u32(slots + 8) == crc32c(slots, 8);
  bool second_valid = load_u32(second + 8) == crc32c(second, 8);
  uint64_t first_token = first_valid ? load_u64(slots) : 0;
  uint64_t second_token = second_valid ? load_u64(second) : 0;
  any = first_valid || second_valid;
  first_is_current = first_valid && (!second_valid || first_token >= second_token);
  return first_is_current ? first_token : second_token;
}

void restore_journal::check_token() {
  bool first_is_current = false;
  bool any = false;
  uint64_t current = read_token(first_is_current, any);
  if (!any) throw damaged("both of its token slots are broken");
  if (current > identity_.fencing_token) throw stale(current);
}

void restore_journal::announce_token() {
  // Short lock of its own range: two newer holders must not write the same slot at once.
  for (int attempt = 0; !set_lock(file_.get(), F_WRLCK, token_first_at, header_length - token_first_at); attempt++) {
    if (attempt == 200) throw copy_error("conflict", "TARGET_BUSY", "Another engine holds " + path_ + ".", path_);
    usleep(1000);
  }
  bool first_is_current = false;
  bool any = false;
  uint64_t current = read_token(first_is_current, any);
  bool written = true;
  if (!any) throw damaged("both of its token slots are broken");
  if (current < identity_.fencing_token) {
    uint8_t slot[token_slot_length];
    store_token(slot, identity_.fencing_token);
    written = write_whole(file_.get(), slot, sizeof slot, first_is_current ? token_second_at : token_first_at) &&
              sync_data(file_.get());
  }
  int error = errno;
  set_lock(file_.get(), F_UNLCK, token_first_at, header_length - token_first_at);
  if (current > identity_.fencing_token) throw stale(current);
  if (!written) throw target_error(error, "Cannot write", path_);
}

bool restore_journal::apply(uint32_t type, const std::vector<uint8_t> &payload) {
  if (type == record_whole && payload.size() == 8) {
    whole_ = true;
    whole_inode_ = load_u64(payload.data());
    return true;
  }
  if (type == record_stream && payload.size() == 16 && identity_.layout != 0) {
    stream_ = {load_u64(payload.data()), load_u64(&payload[8])};
    completed_.add(0, stream_.chunk_count);
    return true;
  }
  if (type != record_ranges || payload.size() % 16 != 0) return false;
  for (size_t at = 0; at < payload.size(); at += 16) {
    uint64_t first = load_u64(&payload[at]);
    uint64_t count = load_u64(&payload[at + 8]);
    if (count == 0 || first > (1ull << 53) || count > (1ull << 53)) return false;
    completed_.add(first, first + count);
  }
  return true;
}

void restore_journal::load_records() {
  end_ = header_length;
  for (;;) {
    uint8_t head[record_head_length];
    ssize_t count = read_whole(file_.get(), head, sizeof head, end_);
    if (count < 0) throw target_error(errno, "Cannot read", path_);
    uint32_t length = load_u32(head + 8);
    if (static_cast<size_t>(count) < sizeof head || std::memcmp(head, record_magic, 4) != 0) break;
    if (length > payload_max) break;
    std::vector<uint8_t> record(record_head_length + length + 4);
    count = read_whole(file_.get(), record.data(), record.size(), end_);
    if (count < 0) throw target_error(errno, "Cannot read", path_);
    if (static_cast<size_t>(count) < record.size()) break;
    if (load_u32(&record[record.size() - 4]) != crc32c(record.data(), record.size() - 4)) break;
    std::vector<uint8_t> payload(record.begin() + record_head_length, record.end() - 4);
    if (!apply(load_u32(head + 4), payload)) throw damaged("it holds a record of an unknown kind");
    end_ += record.size();
  }
  // What stands behind the last whole record was never acknowledged; cut it off so that nothing follows it.
  if (!set_length(file_.get(), end_)) throw target_error(errno, "Cannot cut", path_);
}

void restore_journal::reset_records() {
  completed_.clear();
  stream_ = {};
  whole_ = false;
  end_ = header_length;
  if (!set_length(file_.get(), header_length) || !sync_all(file_.get())) {
    throw target_error(errno, "Cannot write", path_);
  }
}

void restore_journal::append(uint32_t type, const std::vector<uint8_t> &payload) {
  std::vector<uint8_t> record(record_head_length + payload.size() + 4);
  std::memcpy(record.data(), record_magic, 4);
  store_u32(&record[4], type);
  store_u32(&record[8], static_cast<uint32_t>(payload.size()));
  if (!payload.empty()) std::memcpy(&record[record_head_length], payload.data(), payload.size());
  store_u32(&record[record.size() - 4], crc32c(record.data(), record.size() - 4));
  if (!write_whole(file_.get(), record.data(), record.size(), end_) || !sync_data(file_.get())) {
    throw target_error(errno, "Cannot write", path_);
  }
  end_ += record.size();
}

void restore_journal::append_ranges(const ordinal_ranges &ranges) {
  std::vector<uint8_t> payload;
  for (const auto &range : ranges.ranges()) {
    size_t at = payload.size();
    payload.resize(at + 16);
    store_u64(&payload[at], range.first);
    store_u64(&payload[at + 8], range.second - range.first);
    if (payload.size() == payload_max) {
      append(record_ranges, payload);
      payload.clear();
    }
  }
  if (!payload.empty()) append(record_ranges, payload);
}

void restore_journal::append_stream(const stream_point &point) {
  std::vector<uint8_t> payload(16);
  store_u64(payload.data(), point.chunk_count);
  store_u64(&payload[8], point.length_bytes);
  append(record_stream, payload);
}

void restore_journal::append_whole(uint64_t inode) {
  std::vector<uint8_t> payload(8);
  store_u64(payload.data(), inode);
  append(record_whole, payload);
}

}  // namespace reinstate

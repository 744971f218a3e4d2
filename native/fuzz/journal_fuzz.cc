// A journal of any bytes behind a header that may be ours: it is refused, or what is read from it can be gone on with,
// and a second reader sees the same.
#include <fcntl.h>

#include <vector>

#include "../src/core/restore_journal.h"
#include "fuzz_input.h"

using namespace reinstate;

static void store_crc(std::vector<uint8_t> &bytes, size_t from, size_t length) {
  if (bytes.size() >= from + length + 4) store_u32(&bytes[from + length], crc32c(&bytes[from], length));
}

/** Random bytes hardly ever bear the right CRC; every second input gets it. */
static void mend(std::vector<uint8_t> &bytes) {
  store_crc(bytes, 0, 508);
  store_crc(bytes, 512, 8);
  for (size_t at = 4096; at + 16 <= bytes.size();) {
    uint64_t length = load_u32(&bytes[at + 8]);
    if (length > bytes.size() - at - 16) return;
    store_crc(bytes, at, 12 + length);
    at += 16 + length;
  }
}

static restore_journal journal_of(int fd, const std::vector<uint8_t> &bytes) {
  journal_identity identity;
  identity.operation_id = "operation-1";
  identity.fencing_token = ~uint64_t{0};
  if (bytes.size() >= 4096) {
    identity.capacity_bytes = load_u64(&bytes[16]);
    std::copy(&bytes[24], &bytes[56], identity.index_hash.begin());
    identity.layout = load_u32(&bytes[320]);
  }
  return restore_journal(unique_fd(fcntl(fd, F_DUPFD_CLOEXEC, 0)), "journal", identity);
}

static void read_twice(int fd, const std::vector<uint8_t> &bytes) {
  restore_journal journal = journal_of(fd, bytes);
  if (journal.read_header() != restore_journal::header_state::ours) return;
  journal.announce_token();
  journal.check_token();
  journal.load_records();
  ordinal_ranges more;
  more.add(1ull << 40, (1ull << 40) + 3);
  journal.append_ranges(more);
  restore_journal again = journal_of(fd, bytes);
  fuzz::demand(again.read_header() == restore_journal::header_state::ours, "the header stays");
  again.load_records();
  fuzz::demand(again.whole() == journal.whole(), "whole");
  fuzz::demand(again.completed().contains(1ull << 40), "what was appended is found");
  for (const auto &range : journal.completed().ranges()) {
    fuzz::demand(again.completed().contains(range.first) && again.completed().contains(range.second - 1), "ranges");
  }
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  if (length == 0) return 0;
  std::vector<uint8_t> bytes(data + 1, data + length);
  if (data[0] % 2 == 1) mend(bytes);
  int fd = fuzz::file_with(bytes.data(), bytes.size());
  try {
    read_twice(fd, bytes);
  } catch (const copy_error &error) {
    fuzz::demand(error.code == "JOURNAL_DAMAGED", "refused as damaged");
  }
  return 0;
}

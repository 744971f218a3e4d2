// A sparse VMDK of any bytes: refused, or every byte of the disk that it describes can be asked for.
#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "../src/core/copy_error.h"
#include "../src/core/vmdk_sparse_reader.h"
#include "fuzz_input.h"

using namespace reinstate;

class buffer_bytes : public byte_reader {
 public:
  buffer_bytes(const uint8_t *data, size_t length) : data_(data, data + length) {}
  uint64_t size() const override { return data_.size(); }
  void read(uint8_t *to, size_t length, uint64_t offset) const override {
    if (offset > data_.size() || length > data_.size() - offset) {
      throw copy_error("permanent", "SOURCE_TOO_SHORT", "The input ends before.");
    }
    if (length > 0) std::memcpy(to, data_.data() + offset, length);
  }

 private:
  std::vector<uint8_t> data_;
};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  try {
    vmdk_sparse_reader reader(std::make_unique<buffer_bytes>(data, length), "disk.vmdk");
    (void)reader.descriptor();
    std::vector<uint8_t> part(100'000);
    uint64_t offset = 0;
    for (int pieces = 0; pieces < 50; pieces++) {
      uint64_t next = reader.next_data(offset);
      fuzz::demand(next >= offset && next <= reader.capacity_bytes(), "forwards, within the disk");
      if (next == reader.capacity_bytes()) return 0;
      uint64_t rest = std::min<uint64_t>(part.size(), reader.capacity_bytes() - next);
      reader.read(part.data(), next, static_cast<size_t>(rest));
      offset = next + rest;
    }
  } catch (const copy_error &error) {
    bool known = error.code == "SOURCE_DAMAGED" || error.code == "UNSUPPORTED_SOURCE_FORMAT" ||
                 error.code == "SOURCE_TOO_SHORT";
    fuzz::demand(known, "a known refusal");
  }
  return 0;
}

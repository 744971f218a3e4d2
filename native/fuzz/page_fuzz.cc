// An index page of any bytes: what is accepted is the one form in which its content is written.
#include "../src/core/index_page.h"
#include "fuzz_input.h"

using namespace reinstate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  index_page page;
  if (decode_page(data, length, page) != nullptr) return 0;
  std::vector<uint8_t> again = encode_page(page);
  fuzz::demand(again.size() == length && std::memcmp(again.data(), data, length) == 0, "one form only");
  fuzz::demand(page.chunk_count() <= (uint64_t{1} << 36), "a count that adds up");
  return 0;
}

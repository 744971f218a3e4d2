// A chunk file of any bytes: under a name that is not its own it is damaged; under its own name it is good only in its
// one canonical form.
#include <zstd.h>

#include <cstring>
#include <vector>

#include "../src/core/chunk_codec.h"
#include "../src/core/sha256.h"
#include "fuzz_input.h"

using namespace reinstate;

/** The id under which this file would be looked for, if it has a body at all. */
static bool own_id(const uint8_t *data, size_t length, digest &id) {
  if (length < chunk_header_length) return false;
  uint32_t body_length = load_u32(data + 12);
  if (body_length > body_length_max) return false;
  const uint8_t *payload = data + chunk_header_length;
  size_t stored = length - chunk_header_length;
  if (data[5] == 0) {
    id = sha256(payload, stored);
    return true;
  }
  std::vector<uint8_t> body(body_length);
  size_t made = ZSTD_decompress(body.data(), body.size(), payload, stored);
  if (ZSTD_isError(made)) return false;
  id = sha256(body.data(), made);
  return true;
}

static void check_good(const chunk_view &view) {
  fuzz::demand(view.plain_length >= 512 && view.plain_length <= chunk_size, "plain length");
  fuzz::demand(view.body_length == body_head_length + view.block_count * block_size, "body length");
  std::vector<uint8_t> plain(chunk_size);
  uint32_t stored = 0;
  for (uint32_t block = 0; block < blocks_per_chunk; block++) {
    if (view.present(block)) std::memcpy(&plain[block * block_size], view.blocks + stored++ * block_size, block_size);
  }
  static chunk_writer writer(1);
  std::memcpy(writer.disk_bytes(), plain.data(), view.plain_length);
  fuzz::demand(writer.build(view.plain_length), "a chunk of nothing but zeros");
  fuzz::demand(writer.body_length() == view.body_length, "one form only: length");
  fuzz::demand(std::memcmp(writer.body(), view.body, view.body_length) == 0, "one form only: bytes");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  static chunk_reader reader;
  int fd = fuzz::file_with(data, length);
  chunk_view view;
  std::string why;
  digest id{};
  fuzz::demand(reader.read(fd, id, view, why) == chunk_status::damaged, "a wrong name is found");
  fuzz::demand(!why.empty(), "a reason");
  if (own_id(data, length, id) && reader.read(fd, id, view, why) == chunk_status::good) check_good(view);
  return 0;
}

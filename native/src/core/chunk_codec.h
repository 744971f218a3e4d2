// One chunk: 1 MiB of disk as a canonical body (docs/formats.md, "Chunk"), its file header, its compression.
#pragma once
#include <memory>

#include "bytes.h"
#include "file_io.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace reinstate {

constexpr uint32_t chunk_size = 1u << 20;
constexpr uint32_t block_size = 4096;
constexpr uint32_t blocks_per_chunk = chunk_size / block_size;
constexpr uint32_t map_length = blocks_per_chunk / 8;
constexpr uint32_t body_head_length = 4 + map_length;
constexpr uint32_t body_length_max = body_head_length + chunk_size;
constexpr uint32_t chunk_header_length = 32;
static_assert(map_length == 32 && body_head_length == 36, "the body's head is part of the frozen format");

/** Memory for header and body in which the first block of the body is aligned to 4096 bytes (for direct I/O). */
class chunk_buffer {
 public:
  chunk_buffer();
  uint8_t *file() { return memory_.get() + block_size - body_head_length - chunk_header_length; }
  uint8_t *body() { return memory_.get() + block_size - body_head_length; }
  uint8_t *blocks() { return memory_.get() + block_size; }
  const uint8_t *file() const { return memory_.get() + block_size - body_head_length - chunk_header_length; }
  const uint8_t *body() const { return memory_.get() + block_size - body_head_length; }

 private:
  struct release {
    void operator()(uint8_t *memory) const { free(memory); }
  };
  std::unique_ptr<uint8_t, release> memory_;
};

/** A verified body. Pointers live until the reader that made it reads again. */
struct chunk_view {
  uint32_t plain_length = 0;
  uint32_t block_count = 0;
  const uint8_t *map = nullptr;
  const uint8_t *blocks = nullptr;
  const uint8_t *body = nullptr;
  uint32_t body_length = 0;
  bool present(uint32_t block) const { return map[block / 8] & (1u << (block % 8)); }
};

/** `unreadable`: it may be whole, nothing is known of it. */
enum class chunk_status { good, missing, damaged, unreadable };

/** A chunk file in memory. Nothing of it is checked yet. */
struct stored_chunk {
  chunk_buffer buffer;
  uint64_t file_length = 0;
  /** `good`: it was read whole. */
  chunk_status status = chunk_status::missing;
  std::string why;

  /** `fd` may be closed-by-error (-1, errno tells). */
  void load(int fd);
};

/** A chunk to decode, and what came of it. */
struct chunk_work {
  const stored_chunk *stored = nullptr;
  digest id{};
  chunk_status status = chunk_status::missing;
  std::string why;
  /** Set when `status` is good; lives as long as the stored chunk, until the decoder works again. */
  chunk_view view;
};

/** Chunks that are decoded at once: two hashes side by side take less time than one after the other. */
constexpr size_t chunks_at_once = 2;

/** Decompresses and verifies chunks. One per thread: it owns buffers and a zstd context. */
class chunk_decoder {
 public:
  chunk_decoder();
  ~chunk_decoder();
  chunk_decoder(const chunk_decoder &) = delete;
  chunk_decoder &operator=(const chunk_decoder &) = delete;

  /** At most `chunks_at_once`. `why` says what is wrong. Nothing unverified leaves this call as good. */
  void decode(chunk_work *works, size_t count);

 private:
  void unpack(chunk_work &work, chunk_buffer &plain);
  chunk_buffer plain_[chunks_at_once];
  ZSTD_DCtx_s *context_;
};

/** Reads, decompresses and verifies one chunk file after the other. One per thread. */
class chunk_reader {
 public:
  /** `fd` may be closed-by-error (-1, errno tells). `why` says what is wrong. Nothing unverified leaves this call. */
  chunk_status read(int fd, const digest &id, chunk_view &view, std::string &why);

 private:
  stored_chunk stored_;
  chunk_decoder decoder_;
};

/** Turns disk bytes into a body and a chunk file. One per thread. */
class chunk_writer {
 public:
  explicit chunk_writer(int zstd_level);
  ~chunk_writer();
  chunk_writer(const chunk_writer &) = delete;
  chunk_writer &operator=(const chunk_writer &) = delete;

  /** Where the caller puts up to chunk_size bytes of disk before `build`. */
  uint8_t *disk_bytes() { return plain_.blocks(); }

  /** Makes the canonical body of `plain_length` bytes. False when all of it is zero (such a chunk is not stored). */
  bool build(uint32_t plain_length);

  const uint8_t *body() { return plain_.body(); }
  uint32_t body_length() const { return body_length_; }
  uint32_t block_count() const { return block_count_; }

  /** Makes the chunk file of the built body: valid until the next `build`. */
  const uint8_t *encode(uint32_t &file_length);

 private:
  chunk_buffer plain_;
  chunk_buffer packed_;
  ZSTD_CCtx_s *context_;
  int level_;
  uint32_t body_length_ = 0;
  uint32_t block_count_ = 0;
  uint32_t plain_length_ = 0;
};

}  // namespace reinstate

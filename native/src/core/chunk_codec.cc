#include "chunk_codec.h"

#include <sys/stat.h>
#include <zstd.h>

#include <cerrno>
#include <cstdlib>
#include <new>

#include "copy_error.h"
#include "sha256.h"

namespace reinstate {

static const uint8_t chunk_magic[4] = {'R', 'S', 'C', 'H'};
static constexpr uint8_t chunk_version = 1;
static constexpr uint8_t codec_raw = 0;
static constexpr uint8_t codec_zstd = 1;

chunk_buffer::chunk_buffer() {
  void *memory = aligned_alloc(block_size, block_size + chunk_size + block_size);
  if (memory == nullptr) throw std::bad_alloc();
  memory_.reset(static_cast<uint8_t *>(memory));
}

chunk_decoder::chunk_decoder() : context_(ZSTD_createDCtx()) {
  if (context_ == nullptr) throw std::bad_alloc();
}
chunk_decoder::~chunk_decoder() { ZSTD_freeDCtx(context_); }

static const char *header_fault(const uint8_t *header, uint64_t file_length) {
  uint32_t plain_length = load_u32(header + 8);
  uint32_t body_length = load_u32(header + 12);
  uint32_t stored_length = load_u32(header + 16);
  if (std::memcmp(header, chunk_magic, 4) != 0) return "it is not a chunk file";
  if (header[4] != chunk_version) return "its version is unknown";
  if (header[5] > codec_zstd) return "its codec is unknown";
  if (header[6] != 0 || header[7] != 0) return "its cipher or flags are unknown";
  if (!all_zero(header + 20, 12)) return "reserved bytes of its header are not zero";
  bool whole_sectors = plain_length % 512 == 0;
  if (plain_length == 0 || plain_length > chunk_size || !whole_sectors) return "its plain length is impossible";
  if (body_length <= body_head_length || body_length > body_length_max) return "its body length is impossible";
  if ((body_length - body_head_length) % block_size != 0) return "its body is not whole blocks";
  if (header[5] == codec_raw && stored_length != body_length) return "its stored length is impossible";
  if (header[5] == codec_zstd && stored_length >= body_length) return "its stored length is impossible";
  if (file_length != chunk_header_length + static_cast<uint64_t>(stored_length)) return "its file length is wrong";
  return nullptr;
}

static chunk_status failed_read(int error, std::string &why) {
  why = error == ENOENT ? "it is not in the repository" : describe_errno(error);
  if (error == ENOENT) return chunk_status::missing;
  return is_unreadable(error) ? chunk_status::unreadable : chunk_status::damaged;
}

void stored_chunk::load(int fd) {
  int error = errno;
  why.clear();
  struct stat info;
  if (fd < 0 || fstat(fd, &info) != 0) {
    status = failed_read(fd < 0 ? error : errno, why);
    return;
  }
  file_length = static_cast<uint64_t>(info.st_size);
  status = chunk_status::damaged;
  if (file_length < chunk_header_length || file_length > chunk_header_length + body_length_max) {
    why = "its file length is impossible";
    return;
  }
  ssize_t count = read_whole(fd, buffer.file(), file_length, 0);
  if (count < 0) status = failed_read(errno, why);
  else if (static_cast<uint64_t>(count) < file_length) why = "it shrank while read";
  else status = chunk_status::good;
}

void chunk_decoder::unpack(chunk_work &work, chunk_buffer &plain) {
  const stored_chunk &stored = *work.stored;
  work.status = stored.status;
  work.why = stored.why;
  if (work.status != chunk_status::good) return;
  const uint8_t *header = stored.buffer.file();
  const char *fault = header_fault(header, stored.file_length);
  if (fault != nullptr) {
    work.status = chunk_status::damaged;
    work.why = fault;
    return;
  }
  work.view.plain_length = load_u32(header + 8);
  work.view.body_length = load_u32(header + 12);
  work.view.body = stored.buffer.body();
  if (header[5] == codec_raw) return;
  // One-shot decompression into a buffer of fixed size: a bomb ends as an error, it never makes memory grow.
  uint32_t stored_length = load_u32(header + 16);
  size_t made =
      ZSTD_decompressDCtx(context_, plain.body(), work.view.body_length, stored.buffer.body(), stored_length);
  work.view.body = plain.body();
  if (!ZSTD_isError(made) && made == work.view.body_length) return;
  work.status = chunk_status::damaged;
  work.why = "its compressed bytes do not decode to the stated length";
}

static const char *body_fault(const chunk_view &view) {
  uint32_t blocks = (view.plain_length + block_size - 1) / block_size;
  uint32_t set = 0;
  for (uint32_t block = 0; block < blocks_per_chunk; block++) {
    if (!view.present(block)) continue;
    if (block >= blocks) return "its zero map names a block beyond its length";
    if (set == view.block_count) return "its zero map and its length disagree";
    if (all_zero(view.blocks + set * block_size, block_size)) return "its zero map calls an empty block full";
    set++;
  }
  if (set != view.block_count) return "its zero map and its length disagree";
  uint32_t tail = view.plain_length % block_size;
  if (tail != 0 && view.present(blocks - 1)) {
    const uint8_t *last = view.blocks + (set - 1) * block_size;
    if (!all_zero(last + tail, block_size - tail)) return "bytes behind its end are not zero";
  }
  return nullptr;
}

/** The body was unpacked and has the digest `found`. */
static void check_body(chunk_work &work, const digest &found) {
  chunk_view &view = work.view;
  const char *fault = nullptr;
  if (found != work.id) {
    fault = "its bytes do not have its SHA-256";
  } else {
    uint32_t stated_length = view.plain_length;
    view.plain_length = load_u32(view.body);
    view.map = view.body + 4;
    view.blocks = view.body + body_head_length;
    view.block_count = (view.body_length - body_head_length) / block_size;
    fault = view.plain_length != stated_length ? "header and body state different lengths" : body_fault(view);
  }
  if (fault == nullptr) return;
  work.status = chunk_status::damaged;
  work.why = fault;
}

void chunk_decoder::decode(chunk_work *works, size_t count) {
  for (size_t at = 0; at < count; at++) unpack(works[at], plain_[at]);
  digest found[chunks_at_once];
  bool both = count == 2 && works[0].status == chunk_status::good && works[1].status == chunk_status::good;
  if (both) {
    sha256_two(works[0].view.body, works[0].view.body_length, found[0], works[1].view.body, works[1].view.body_length,
               found[1]);
  }
  for (size_t at = 0; at < count; at++) {
    if (works[at].status != chunk_status::good) continue;
    if (!both) found[at] = sha256(works[at].view.body, works[at].view.body_length);
    check_body(works[at], found[at]);
  }
}

chunk_status chunk_reader::read(int fd, const digest &id, chunk_view &view, std::string &why) {
  stored_.load(fd);
  chunk_work work;
  work.stored = &stored_;
  work.id = id;
  decoder_.decode(&work, 1);
  view = work.view;
  why = work.why;
  return work.status;
}

chunk_writer::chunk_writer(int zstd_level) : context_(ZSTD_createCCtx()), level_(zstd_level) {
  if (context_ == nullptr) throw std::bad_alloc();
}
chunk_writer::~chunk_writer() { ZSTD_freeCCtx(context_); }

bool chunk_writer::build(uint32_t plain_length) {
  uint32_t blocks = (plain_length + block_size - 1) / block_size;
  uint8_t *data = plain_.blocks();
  uint8_t *map = plain_.body() + 4;
  std::memset(data + plain_length, 0, blocks * block_size - plain_length);
  std::memset(map, 0, map_length);
  store_u32(plain_.body(), plain_length);
  uint32_t kept = 0;
  for (uint32_t block = 0; block < blocks; block++) {
    const uint8_t *from = data + block * block_size;
    if (all_zero(from, block_size)) continue;
    map[block / 8] = static_cast<uint8_t>(map[block / 8] | (1u << (block % 8)));
    if (kept != block) std::memcpy(data + kept * block_size, from, block_size);
    kept++;
  }
  plain_length_ = plain_length;
  block_count_ = kept;
  body_length_ = body_head_length + kept * block_size;
  return kept != 0;
}

const uint8_t *chunk_writer::encode(uint32_t &file_length) {
  // Compression must save a sixteenth, or reading would pay for decompression and gain nothing.
  uint32_t limit = body_length_ - body_length_ / 16;
  size_t packed = ZSTD_compressCCtx(context_, packed_.body(), limit, plain_.body(), body_length_, level_);
  bool raw = ZSTD_isError(packed);
  uint32_t stored_length = raw ? body_length_ : static_cast<uint32_t>(packed);
  uint8_t *file = raw ? plain_.file() : packed_.file();
  std::memcpy(file, chunk_magic, 4);
  file[4] = chunk_version;
  file[5] = raw ? codec_raw : codec_zstd;
  file[6] = 0;
  file[7] = 0;
  store_u32(file + 8, plain_length_);
  store_u32(file + 12, body_length_);
  store_u32(file + 16, stored_length);
  std::memset(file + 20, 0, 12);
  file_length = chunk_header_length + stored_length;
  return file;
}

}  // namespace reinstate

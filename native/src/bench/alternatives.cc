// Chunk size, zero map, hash and compression level, each varied alone, on one image; one file for each chunk.
#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "../core/copy_error.h"
#include "../core/file_io.h"
#include "../core/sha256.h"
#include "commands.h"

namespace reinstate {

struct alternative {
  const char *name;
  uint32_t chunk_bytes;
  /** Granularity of the zero map; 0: none, zeros are stored and written unless the whole chunk is zero. */
  uint32_t block_bytes;
  int zstd_level;
  enum { sha_256, blake2b, none } hash;
};

static const alternative alternatives[] = {
    {"64 KiB, map 4 KiB, SHA-256, zstd 1", 64 << 10, 4096, 1, alternative::sha_256},
    {"256 KiB, map 4 KiB, SHA-256, zstd 1", 256 << 10, 4096, 1, alternative::sha_256},
    {"1 MiB, map 4 KiB, SHA-256, zstd 1", 1 << 20, 4096, 1, alternative::sha_256},
    {"4 MiB, map 4 KiB, SHA-256, zstd 1", 4 << 20, 4096, 1, alternative::sha_256},
    {"1 MiB, no map, SHA-256, zstd 1", 1 << 20, 0, 1, alternative::sha_256},
    {"4 MiB, no map, SHA-256, zstd 1", 4 << 20, 0, 1, alternative::sha_256},
    {"1 MiB, map 64 KiB, SHA-256, zstd 1", 1 << 20, 65536, 1, alternative::sha_256},
    {"1 MiB, map 4 KiB, SHA-256, zstd 3", 1 << 20, 4096, 3, alternative::sha_256},
    {"1 MiB, map 4 KiB, BLAKE2b, zstd 1", 1 << 20, 4096, 1, alternative::blake2b},
    {"1 MiB, map 4 KiB, no hash, zstd 1", 1 << 20, 4096, 1, alternative::none},
};

static void take_hash(const alternative &choice, const uint8_t *bytes, size_t length, uint8_t *out) {
  if (choice.hash == alternative::sha_256) {
    digest value = sha256(bytes, length);
    std::memcpy(out, value.data(), 32);
  } else if (choice.hash == alternative::blake2b) {
    unsigned size = 0;
    uint8_t full[EVP_MAX_MD_SIZE];
    EVP_Digest(bytes, length, full, &size, EVP_blake2b512(), nullptr);
    std::memcpy(out, full, 32);
  }
}

struct stored_chunk {
  bool present = false;
  std::vector<uint8_t> map;
  uint32_t body_length = 0;
  uint32_t stored_length = 0;
  uint8_t hash[32] = {};
};

class trial {
 public:
  trial(const alternative &choice, int image, uint64_t capacity, std::string folder)
      : choice_(choice), image_(image), folder_(std::move(folder)), chunks_(capacity / choice.chunk_bytes) {}

  void capture() { parallel([this](size_t number) { capture_chunk(number); }); }
  void restore(int target) { parallel([this, target](size_t number) { restore_chunk(number, target); }); }

  uint64_t stored_bytes() const {
    uint64_t sum = 0;
    for (const stored_chunk &chunk : chunks_) sum += chunk.present ? chunk.stored_length : 0;
    return sum;
  }
  uint64_t written_bytes() const { return written_; }
  ~trial() {
    for (size_t number = 0; number < chunks_.size(); number++) unlink(path(number).c_str());
  }

 private:
  template <typename work> void parallel(work body) {
    std::atomic<size_t> next{0};
    std::vector<std::thread> threads;
    for (unsigned worker = 0; worker < std::max(1u, std::thread::hardware_concurrency()); worker++) {
      threads.emplace_back([&] {
        for (size_t number = next++; number < chunks_.size(); number = next++) body(number);
      });
    }
    for (std::thread &thread : threads) thread.join();
  }

  std::string path(size_t number) const { return folder_ + "/trial-" + std::to_string(number); }
  uint32_t granule() const { return choice_.block_bytes == 0 ? choice_.chunk_bytes : choice_.block_bytes; }

  void capture_chunk(size_t number) {
    thread_local std::vector<uint8_t> body, packed;
    thread_local ZSTD_CCtx *context = ZSTD_createCCtx();
    body.resize(choice_.chunk_bytes);
    packed.resize(choice_.chunk_bytes);
    if (read_whole(image_, body.data(), body.size(), number * choice_.chunk_bytes) < 0) {
      throw source_error(errno, "Cannot read", "image");
    }
    stored_chunk &chunk = chunks_[number];
    uint32_t kept = 0;
    chunk.map.assign(choice_.chunk_bytes / granule(), 0);
    for (uint32_t block = 0; block < chunk.map.size(); block++) {
      const uint8_t *from = body.data() + block * granule();
      if (all_zero(from, granule())) continue;
      chunk.map[block] = 1;
      if (kept != block) std::memcpy(body.data() + kept * granule(), from, granule());
      kept++;
    }
    chunk.present = kept != 0;
    if (!chunk.present) return;
    chunk.body_length = kept * granule();
    take_hash(choice_, body.data(), chunk.body_length, chunk.hash);
    size_t size = ZSTD_compressCCtx(context, packed.data(), chunk.body_length - chunk.body_length / 16, body.data(),
                                    chunk.body_length, choice_.zstd_level);
    bool raw = ZSTD_isError(size);
    chunk.stored_length = raw ? chunk.body_length : static_cast<uint32_t>(size);
    unique_fd file(open(path(number).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!write_whole(file.get(), raw ? body.data() : packed.data(), chunk.stored_length, 0)) {
      throw target_error(errno, "Cannot write", path(number));
    }
  }

  void restore_chunk(size_t number, int target) {
    thread_local std::vector<uint8_t> body, packed;
    thread_local ZSTD_DCtx *context = ZSTD_createDCtx();
    const stored_chunk &chunk = chunks_[number];
    if (!chunk.present) return;
    body.resize(choice_.chunk_bytes);
    packed.resize(choice_.chunk_bytes);
    unique_fd file(open(path(number).c_str(), O_RDONLY | O_CLOEXEC));
    bool raw = chunk.stored_length == chunk.body_length;
    if (read_whole(file.get(), raw ? body.data() : packed.data(), chunk.stored_length, 0) < 0) {
      throw source_error(errno, "Cannot read", path(number));
    }
    if (!raw) ZSTD_decompressDCtx(context, body.data(), chunk.body_length, packed.data(), chunk.stored_length);
    uint8_t hash[32] = {};
    take_hash(choice_, body.data(), chunk.body_length, hash);
    if (std::memcmp(hash, chunk.hash, 32) != 0) throw copy_error("permanent", "CHUNK_DAMAGED", path(number));
    uint32_t kept = 0;
    for (uint32_t block = 0; block < chunk.map.size();) {
      uint32_t end = block;
      while (end < chunk.map.size() && chunk.map[end]) end++;
      uint32_t length = (end - block) * granule();
      if (length != 0 && !write_whole(target, body.data() + kept * granule(), length,
                                      number * choice_.chunk_bytes + block * uint64_t{granule()})) {
        throw target_error(errno, "Cannot write", "target");
      }
      written_ += length;
      kept += end - block;
      block = end + 1;
    }
  }

  const alternative &choice_;
  int image_;
  std::string folder_;
  std::vector<stored_chunk> chunks_;
  std::atomic<uint64_t> written_{0};
};

static double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void compare_alternatives(const std::string &image_path, const std::string &scratch_folder, unsigned rounds) {
  unique_fd image(open(image_path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status;
  if (!image || fstat(image.get(), &status) != 0) throw source_error(errno, "Cannot open", image_path);
  constexpr size_t count = sizeof alternatives / sizeof alternatives[0];
  std::vector<double> capture[count], restore[count];
  uint64_t stored[count] = {}, written[count] = {};
  std::string target_path = scratch_folder + "/trial-target";
  for (unsigned round = 0; round < rounds; round++) {
    for (size_t at = 0; at < count; at++) {
      trial run(alternatives[at], image.get(), static_cast<uint64_t>(status.st_size), scratch_folder);
      double begin = seconds_now();
      run.capture();
      capture[at].push_back(seconds_now() - begin);
      unique_fd target(open(target_path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
      begin = seconds_now();
      if (!target || ftruncate(target.get(), status.st_size) != 0) {
        throw target_error(errno, "Cannot make", target_path);
      }
      run.restore(target.get());
      restore[at].push_back(seconds_now() - begin);
      unlink(target_path.c_str());
      stored[at] = run.stored_bytes();
      written[at] = run.written_bytes();
    }
  }
  printf("| alternative | capture s | restore s | stored MiB | written MiB |\n| --- | --- | --- | --- | --- |\n");
  for (size_t at = 0; at < count; at++) {
    printf("| %s | %.3f | %.3f [%.3f-%.3f] | %.0f | %.0f |\n", alternatives[at].name, median(capture[at]),
           median(restore[at]), *std::min_element(restore[at].begin(), restore[at].end()),
           *std::max_element(restore[at].begin(), restore[at].end()), static_cast<double>(stored[at]) / 1048576,
           static_cast<double>(written[at]) / 1048576);
  }
}

}  // namespace reinstate

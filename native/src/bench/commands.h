// The commands of bench-engine that need more than a call of the core.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "../core/run_control.h"

namespace reinstate {

/** Writes the image of the benchmark: 1 MiB data and 1 MiB hole in turn, a quarter of the data random. */
void make_image(const std::string &path, uint64_t capacity_bytes);

/** Writes the disk of an index into a new file, one chunk after the other, on one thread, with no journal. */
uint64_t extract_disk(const std::string &repository_path, const std::string &index_hash, const std::string &out_path);

/** Prints how chunk size, zero map, hash and zstd level act on capture and restore of `image_path`. */
void compare_alternatives(const std::string &image_path, const std::string &scratch_folder, unsigned rounds);

int run_collect(const std::vector<std::string> &words);
int run_scrub(const std::vector<std::string> &words, const run_settings &settings);
int run_trace(const std::vector<std::string> &words);

double seconds_now();

struct hash_comparison {
  uint64_t pairs = 0;
  uint64_t wrong = 0;
};

/** Hashes bytes made from `seed`, two at once and one at a time. */
hash_comparison compare_hashes(uint32_t seed);

}  // namespace reinstate

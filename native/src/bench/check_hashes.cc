// Two hashes at once against libcrypto's one at a time: every pair of lengths near the borders of SHA-256's blocks.
#include <random>
#include <vector>

#include "../core/sha256.h"
#include "commands.h"

namespace reinstate {

hash_comparison compare_hashes(uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<uint8_t> first(4096), second(4096);
  for (uint8_t &byte : first) byte = static_cast<uint8_t>(random());
  for (uint8_t &byte : second) byte = static_cast<uint8_t>(random());
  std::vector<size_t> lengths;
  for (size_t length = 0; length <= 260; length++) lengths.push_back(length);
  for (size_t length : {1023u, 1024u, 4000u, 4095u, 4096u}) lengths.push_back(length);
  hash_comparison result;
  for (size_t one : lengths) {
    for (size_t other : lengths) {
      digest found_one, found_other;
      sha256_two(first.data(), one, found_one, second.data(), other, found_other);
      bool right = found_one == sha256(first.data(), one) && found_other == sha256(second.data(), other);
      result.pairs++;
      if (!right) result.wrong++;
    }
  }
  return result;
}

}  // namespace reinstate

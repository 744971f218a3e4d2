// Little-endian loads and stores, hexadecimal names: every on-disk number goes through these, never through a struct.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace reinstate {

using digest = std::array<uint8_t, 32>;

inline uint16_t load_u16(const uint8_t *from) { return static_cast<uint16_t>(from[0] | (from[1] << 8)); }

inline uint32_t load_u32(const uint8_t *from) {
  return static_cast<uint32_t>(from[0]) | (static_cast<uint32_t>(from[1]) << 8) |
         (static_cast<uint32_t>(from[2]) << 16) | (static_cast<uint32_t>(from[3]) << 24);
}

inline uint64_t load_u64(const uint8_t *from) {
  return static_cast<uint64_t>(load_u32(from)) | (static_cast<uint64_t>(load_u32(from + 4)) << 32);
}

inline void store_u16(uint8_t *to, uint16_t value) {
  to[0] = static_cast<uint8_t>(value);
  to[1] = static_cast<uint8_t>(value >> 8);
}

inline void store_u32(uint8_t *to, uint32_t value) {
  for (int i = 0; i < 4; i++) to[i] = static_cast<uint8_t>(value >> (8 * i));
}

inline void store_u64(uint8_t *to, uint64_t value) {
  for (int i = 0; i < 8; i++) to[i] = static_cast<uint8_t>(value >> (8 * i));
}

inline bool all_zero(const uint8_t *from, size_t length) {
  size_t at = 0;
  for (; at + 64 <= length; at += 64) {
    uint64_t words[8];
    std::memcpy(words, from + at, 64);
    if (words[0] | words[1] | words[2] | words[3] | words[4] | words[5] | words[6] | words[7]) return false;
  }
  for (; at < length; at++) {
    if (from[at]) return false;
  }
  return true;
}

std::string to_hex(const uint8_t *from, size_t length);
inline std::string to_hex(const digest &value) { return to_hex(value.data(), value.size()); }

/** False unless `text` is exactly 64 lower-case hexadecimal digits. */
bool digest_from_hex(const std::string &text, digest &out);

/** CRC-32C (Castagnoli), as in the journal. */
uint32_t crc32c(const uint8_t *from, size_t length);

}  // namespace reinstate

// Two SHA-256 at once (FIPS 180-4, sections 5 and 6). The instructions of one message wait for each other, so a core
// that hashes one at a time idles for a third of it: two take 0.68 of the time of one after the other (Zen 4, 1 MiB).
#include <cpuid.h>
#include <immintrin.h>

#include <algorithm>

#include "sha256.h"

namespace reinstate {

static constexpr size_t sha_block = 64;

alignas(16) static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

struct hash_state {
  alignas(16) uint32_t words[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
};

/** One message in the registers of SHA-NI: state words a b e f and c d g h, and the last sixteen words of schedule. */
struct hash_lane {
  __m128i abef, cdgh;
  __m128i words[4];
};

__attribute__((target("sha,sse4.1"))) static inline void enter(hash_lane &lane, const hash_state &state) {
  __m128i abcd = _mm_load_si128(reinterpret_cast<const __m128i *>(state.words));
  __m128i efgh = _mm_load_si128(reinterpret_cast<const __m128i *>(state.words + 4));
  __m128i badc = _mm_shuffle_epi32(abcd, 0xb1);
  __m128i hgfe = _mm_shuffle_epi32(efgh, 0x1b);
  lane.abef = _mm_alignr_epi8(badc, hgfe, 8);
  lane.cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
}

__attribute__((target("sha,sse4.1"))) static inline void leave(const hash_lane &lane, hash_state &state) {
  __m128i feba = _mm_shuffle_epi32(lane.abef, 0x1b);
  __m128i dchg = _mm_shuffle_epi32(lane.cdgh, 0xb1);
  _mm_store_si128(reinterpret_cast<__m128i *>(state.words), _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_store_si128(reinterpret_cast<__m128i *>(state.words + 4), _mm_alignr_epi8(dchg, feba, 8));
}

/** Rounds 4 × `group` to 4 × `group` + 3. `from`: the block's sixteen words, each highest byte first. */
__attribute__((target("sha,sse4.1"))) static inline void four_rounds(hash_lane &lane, int group, const uint8_t *from) {
  const __m128i highest_first = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i &word = lane.words[group & 3];
  if (group < 4) {
    word = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + group * 16));
    word = _mm_shuffle_epi8(word, highest_first);
  } else {
    __m128i last = lane.words[(group + 3) & 3];
    word = _mm_sha256msg1_epu32(word, lane.words[(group + 1) & 3]);
    word = _mm_add_epi32(word, _mm_alignr_epi8(last, lane.words[(group + 2) & 3], 4));
    word = _mm_sha256msg2_epu32(word, last);
  }
  __m128i constants = _mm_load_si128(reinterpret_cast<const __m128i *>(round_constants + group * 4));
  __m128i sum = _mm_add_epi32(word, constants);
  lane.cdgh = _mm_sha256rnds2_epu32(lane.cdgh, lane.abef, sum);
  lane.abef = _mm_sha256rnds2_epu32(lane.abef, lane.cdgh, _mm_shuffle_epi32(sum, 0x0e));
}

template <int lanes>
__attribute__((target("sha,sse4.1"))) static void hash_blocks(hash_state *states, const uint8_t *const *from,
                                                              size_t count) {
  hash_lane lane[lanes];
  for (int at = 0; at < lanes; at++) enter(lane[at], states[at]);
  for (size_t block = 0; block < count; block++) {
    __m128i abef[lanes], cdgh[lanes];
    for (int at = 0; at < lanes; at++) {
      abef[at] = lane[at].abef;
      cdgh[at] = lane[at].cdgh;
    }
#pragma GCC unroll 16
    for (int group = 0; group < 16; group++) {
#pragma GCC unroll 2
      for (int at = 0; at < lanes; at++) four_rounds(lane[at], group, from[at] + block * sha_block);
    }
    for (int at = 0; at < lanes; at++) {
      lane[at].abef = _mm_add_epi32(lane[at].abef, abef[at]);
      lane[at].cdgh = _mm_add_epi32(lane[at].cdgh, cdgh[at]);
    }
  }
  for (int at = 0; at < lanes; at++) leave(lane[at], states[at]);
}

/** The blocks from `done` on, then the padding. */
static digest end_of(hash_state state, const uint8_t *from, size_t done, size_t length) {
  size_t whole = (length - done) / sha_block;
  const uint8_t *rest = from + done;
  hash_blocks<1>(&state, &rest, whole);
  rest += whole * sha_block;
  uint8_t tail[2 * sha_block] = {};
  size_t left = length % sha_block;
  std::memcpy(tail, rest, left);
  tail[left] = 0x80;
  size_t tail_length = left + 9 <= sha_block ? sha_block : 2 * sha_block;
  uint64_t bits = uint64_t{length} * 8;
  for (size_t at = 0; at < 8; at++) tail[tail_length - 1 - at] = static_cast<uint8_t>(bits >> (8 * at));
  const uint8_t *padded = tail;
  hash_blocks<1>(&state, &padded, tail_length / sha_block);
  digest out;
  for (size_t at = 0; at < out.size(); at++) out[at] = static_cast<uint8_t>(state.words[at / 4] >> (24 - at % 4 * 8));
  return out;
}

static bool has_sha_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & (1u << 29)) != 0;
}

void sha256_two(const uint8_t *first, size_t first_length, digest &first_out, const uint8_t *second,
                size_t second_length, digest &second_out) {
  static const bool accelerated = has_sha_instructions();
  if (!accelerated) {
    first_out = sha256(first, first_length);
    second_out = sha256(second, second_length);
    return;
  }
  hash_state states[2];
  const uint8_t *from[2] = {first, second};
  size_t common = std::min(first_length, second_length) / sha_block;
  hash_blocks<2>(states, from, common);
  first_out = end_of(states[0], first, common * sha_block, first_length);
  second_out = end_of(states[1], second, common * sha_block, second_length);
}

}  // namespace reinstate

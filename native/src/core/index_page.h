// One page of an index tree (docs/formats.md, "Page"): encode, decode, and the arithmetic of the tree.
#pragma once
#include <vector>

#include "bytes.h"

namespace reinstate {

constexpr uint32_t page_fan_out = 512;
constexpr uint32_t page_header_length = 96;
constexpr uint32_t leaf_entry_length = 34;
constexpr uint32_t inner_entry_length = 48;
constexpr uint32_t page_length_max = page_header_length + page_fan_out * inner_entry_length;
constexpr uint64_t capacity_max = 1ull << 53;
constexpr int level_max = 3;

struct page_entry {
  uint32_t slot = 0;
  digest id{};
  /** 4 KiB blocks that are not zero beneath this entry. */
  uint64_t block_count = 0;
  /** Chunks beneath this entry: 1 in a leaf. */
  uint64_t chunk_count = 1;
};

struct index_page {
  int level = 0;
  bool root = false;
  uint64_t capacity_bytes = 0;
  std::vector<page_entry> entries;
  uint64_t block_count() const;
  uint64_t chunk_count() const;
};

/** Chunks beneath one entry of a page at `level`: 1, 512, 262144, … */
uint64_t chunks_per_entry(int level);

/** The least level whose page covers `capacity_bytes`. */
int root_level(uint64_t capacity_bytes);

uint64_t chunk_total(uint64_t capacity_bytes);

std::vector<uint8_t> encode_page(const index_page &page);

/** Null when good, else what is wrong. The bytes' hash was checked by the caller. */
const char *decode_page(const uint8_t *bytes, size_t length, index_page &out);

}  // namespace reinstate

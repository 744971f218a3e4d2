// What a disk holds, block by block, as this program's own readers of each target format see it. They share no code
// with the engine's writers: a mistake in a writer must not be hidden by the same mistake in its judge.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace reinstate::faults {

constexpr uint64_t block_length = 4096;

/** Number of a block -> its bytes; blocks of zeros are not in it. */
using disk_content = std::map<uint64_t, std::vector<uint8_t>>;

void add_bytes(disk_content &to, const uint8_t *bytes, uint64_t length, uint64_t offset);

/** Raw file, holes and all. */
disk_content read_raw(const std::string &path);

/**
 * The disk in a file of `format` (the names of the port). `unfinished`: a partial file, of which everything is read
 * that a reader could take for data. Throws std::runtime_error when the file is none of that format.
 */
disk_content read_target(const std::string &path, const std::string &format, bool unfinished);

/**
 * Empty when `found` is `truth`; else the first block that is wrong. In a partial file (`part`) bytes that were not
 * written yet may be zero, but none may be another.
 */
std::string compare(const disk_content &truth, const disk_content &found, bool part);

}  // namespace reinstate::faults

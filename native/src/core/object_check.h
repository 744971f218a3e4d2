// One chunk or page read as a whole, for those who judge objects and not disks (scrub, trace of damage).
#pragma once
#include <string>
#include <vector>

#include "index_page.h"
#include "repository.h"

namespace reinstate {

/** Reads pages; owns its buffer, so one per thread. */
class page_reader {
 public:
  page_reader() : bytes_(page_length_max + 1) {}

  /** `fd` may be closed-by-error (-1, errno tells). `page` is set when good, `why` when not. */
  chunk_status read(int fd, const digest &id, index_page &page, std::string &why);

 private:
  std::vector<uint8_t> bytes_;
};

/** Which of the 65,536 folders of its kind an object lies in: the first four digits of its id. */
inline uint32_t folder_of(const digest &id) { return static_cast<uint32_t>(id[0]) << 8 | id[1]; }
constexpr uint32_t folder_count_all = 65536;

/** "DAMAGED", "MISSING" or "UNREADABLE". */
const char *word_of(chunk_status status);

}  // namespace reinstate

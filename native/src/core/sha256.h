// SHA-256 by libcrypto's block function, which uses SHA-NI where the processor has it (3.4x, see docs/formats.md).
#pragma once
#include "bytes.h"

namespace reinstate {
digest sha256(const uint8_t *from, size_t length);

/** Both at once: with SHA-NI the two keep each other's wait for results busy (docs/formats.md §7). */
void sha256_two(const uint8_t *first, size_t first_length, digest &first_out, const uint8_t *second,
                size_t second_length, digest &second_out);
}

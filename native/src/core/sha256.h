// SHA-256 by libcrypto's block function, which uses SHA-NI where the processor has it (3.4x, see docs/formats.md).
#pragma once
#include "bytes.h"

namespace reinstate {
digest sha256(const uint8_t *from, size_t length);
}

// The low-level functions are used on purpose: they need no provider, no locale and no allocation, so a static
// libcrypto pulls in little and nothing is shared with the OpenSSL that the node binary exports.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "sha256.h"

#include <openssl/sha.h>

namespace reinstate {

digest sha256(const uint8_t *from, size_t length) {
  digest result;
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, from, length);
  SHA256_Final(result.data(), &context);
  return result;
}

}  // namespace reinstate

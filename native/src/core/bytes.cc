#include "bytes.h"

namespace reinstate {

std::string to_hex(const uint8_t *from, size_t length) {
  static const char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(length * 2);
  for (size_t i = 0; i < length; i++) {
    text.push_back(digits[from[i] >> 4]);
    text.push_back(digits[from[i] & 15]);
  }
  return text;
}

static int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

bool digest_from_hex(const std::string &text, digest &out) {
  if (text.size() != out.size() * 2) return false;
  for (size_t i = 0; i < out.size(); i++) {
    int high = hex_value(text[2 * i]);
    int low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<uint8_t>(high * 16 + low);
  }
  return true;
}

struct crc_table {
  uint32_t entry[256];
  crc_table() {
    for (uint32_t i = 0; i < 256; i++) {
      uint32_t value = i;
      for (int bit = 0; bit < 8; bit++) value = (value >> 1) ^ ((value & 1) ? 0x82f63b78u : 0);
      entry[i] = value;
    }
  }
};

uint32_t crc32c(const uint8_t *from, size_t length) {
  static const crc_table table;
  uint32_t crc = 0xffffffffu;
  for (size_t i = 0; i < length; i++) crc = table.entry[(crc ^ from[i]) & 255] ^ (crc >> 8);
  return ~crc;
}

}  // namespace reinstate

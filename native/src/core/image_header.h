// What an image says of itself before qemu opens it: no name of another file may be in it, and it must be whole.
#pragma once
#include "byte_reader.h"
#include "disk_source.h"

namespace reinstate {

/**
 * Judges the header of a qcow2, VDI or VHDX image. Throws UNSUPPORTED_SOURCE_FORMAT for a backing file, an external
 * data file, encryption and what is not known, SOURCE_DAMAGED for a header that cannot be. `path` only names the file.
 */
void check_image_header(const byte_reader &file, source_format format, const std::string &path);

}  // namespace reinstate

// A disk image that qemu can read: qemu-nbd serves it for the time of one copy.
#pragma once
#include "disk_source.h"

namespace reinstate {

/**
 * Judges the image, has qemu-img check it, starts qemu-nbd and reads through it. The format is stated, never guessed,
 * and qemu is given the opened file. Throws SOURCE_TOOL_MISSING, SOURCE_IN_USE, SOURCE_DAMAGED and what nbd_source and
 * check_image_header throw.
 */
std::unique_ptr<source_part> open_image(const source_request &request);

}  // namespace reinstate

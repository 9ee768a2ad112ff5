// pack/zip.h — reads a zip's directory and says whether the archive may be mounted. Never: unpacks, opens a file or trusts a size.
#ifndef PACK_ZIP_H
#define PACK_ZIP_H
#include "base/bytes.h"
#include "base/diag.h"
#include "base/region.h"
#include "pack/path.h"

// Pure over any bytes. Accepts one shape only, so that no two readers can see two archives in it:
// entries from byte 0 on without gaps, then the directory, then the end record, nothing else.
// True: out lists every file and folder, names checked (pack/path.h), in directory order, in the region.
// False: findings in diags; out still lists the entries with usable names, unless items is NULL. Codes:
// E401, E402, E403, E405, E406, E407, E408, E412, about `file`.
MUST_USE bool zip_index(
        Bytes zip, const char *file, Region *region, PathEntries *out, Diags *diags);
// CRC-32 as zips use it. Start with 0; pass the last result to go on.
uint32_t zip_crc(uint32_t crc, const void *data, size_t length);

#endif // PACK_ZIP_H

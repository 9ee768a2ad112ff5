// pack/write.h — the one zip a pack's content makes. Never: dates, owners or an order of its own.
#ifndef PACK_WRITE_H
#define PACK_WRITE_H
#include "base/bytes.h"
#include "base/err.h"
#include "pack/pack.h"

// Adds the pack as a zip to out: names sorted, fixed dates, nothing compressed, so that the same
// content gives the same bytes everywhere. pack_open_zip reads it back with the same hash. Fails with
// ERR_PACK when the zip would be larger than a pack may be.
MUST_USE bool write_zip(const Pack *pack, Buffer *out, Err *err);

#endif // PACK_WRITE_H

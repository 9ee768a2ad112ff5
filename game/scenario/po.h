// scenario/po.h — reads the entries of a PO file. Never: knows what a path means, uses libintl.
#ifndef SCENARIO_PO_H
#define SCENARIO_PO_H
#include "base/bytes.h"
#include "base/diag.h"
#include "base/region.h"

typedef struct PoEntry {
    const char *context, *id, *words; // "" where missing
    int32_t line;                     // of msgctxt, or of msgid without it
    bool fuzzy;
} PoEntry;

typedef struct PoFile {
    const PoEntry *entries; // without the header
    int32_t count;
    const char *language; // of the header, or ""
} PoFile;

// Reads any bytes. Lines that are not understood are E506 with their number, and reading goes on.
// Everything lives in the region. Obsolete entries (#~) are left out. False when there was a finding.
bool po_read(Region *region, const char *file, Bytes bytes, PoFile *out, Diags *diags);

#endif // SCENARIO_PO_H

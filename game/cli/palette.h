// cli/palette.h — the colours of assets/theme.lua. Never: draws.
#ifndef CLI_PALETTE_H
#define CLI_PALETTE_H
#include "base/err.h"
#include "base/region.h"
#include "client/theme.h"

// Fills one theme for each kind: the built-in colours, changed by the file. False when the file is
// missing or broken: then all three are the built-in ones, and err says what, where and how to fix it.
MUST_USE bool palette_read(const char *path, Theme out[THEMES_COUNT], Err *err);

#endif // CLI_PALETTE_H

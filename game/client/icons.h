// client/icons.h — one-colour line icons, always shown with a word. Never: draws; gives outlines.
#ifndef CLIENT_ICONS_H
#define CLIENT_ICONS_H
#include "client/path.h"

typedef enum IconKind {
    ICON_NONE,
#define ICON(constant, name, strokes) ICON_##constant,
#include "client/icons.def"
    ICONS_COUNT
} IconKind;

const char *icon_name(IconKind icon);
// The icon of a built-in word ("money", "base"); ICON_NONE when there is none.
IconKind icon_of(const char *name);
// Its strokes as icons.def writes them, for other drawers (assets/icons).
const char *icon_strokes(IconKind icon);
// Adds the icon's lines for a square of size_px pixels at the origin.
void icon_outline(IconKind icon, int32_t size_px, Path *out);

#endif // CLIENT_ICONS_H

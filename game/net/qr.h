// net/qr.h — an address as a QR square. Never: decides what is in it.
#ifndef NET_QR_H
#define NET_QR_H
#include "base/bytes.h"

enum { QR_SIDE_MAX = 57 }; // 178 bytes of text, error correction M

typedef struct QrSquare {
    int32_t side; // modules in a row, without the quiet border
    uint8_t dark[QR_SIDE_MAX * QR_SIDE_MAX];
} QrSquare;

// False when the text is too long for a square that a telephone reads across a room.
MUST_USE bool qr_make(const char *text, QrSquare *out);
// Half blocks for a terminal, two modules in one sign, with the border of four. colours: black on white
// whatever the terminal's own colours are.
void qr_draw(const QrSquare *square, bool colours, Buffer *out);

#endif // NET_QR_H

// net/qr.c — libqrencode behind one function, and the square in half blocks. Never: an address of its own.
#include "net/qr.h"
#include <qrencode.h>

enum { BORDER = 4 };

bool qr_make(const char *text, QrSquare *out) {
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    bool fits = code && code->width <= QR_SIDE_MAX;
    *out = (QrSquare){.side = fits ? code->width : 0};
    for (int32_t i = 0; i < out->side * out->side; i++)
        out->dark[i] = code->data[i] & 1;
    QRcode_free(code);
    return fits;
}

// The border is light; so is everything outside.
static bool is_dark(const QrSquare *square, int32_t row, int32_t column) {
    bool inside = row >= 0 && column >= 0 && row < square->side && column < square->side;
    return inside && square->dark[row * square->side + column];
}

void qr_draw(const QrSquare *square, bool colours, Buffer *out) {
    static const char *const signs[] = {"█", "▀", "▄", " "}; // light is drawn
    for (int32_t row = -BORDER; row < square->side + BORDER; row += 2) {
        if (colours) buffer_add_text(out, "\033[97;40m");
        for (int32_t column = -BORDER; column < square->side + BORDER; column++) {
            bool upper = is_dark(square, row, column),
                 lower = is_dark(square, row + 1, column);
            buffer_add_text(out, signs[2 * upper + lower]);
        }
        buffer_add_text(out, colours ? "\033[0m\n" : "\n");
    }
}

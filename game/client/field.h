// client/field.h — what fields of one line and of several share: edits letter by letter. Never: included outside client/field*.c.
#ifndef CLIENT_FIELD_H
#define CLIENT_FIELD_H
#include "client/node.h"

enum { FIELD_BYTES_MAX = 1024 };

// What a drawing of a field begins with, so that ui_selected can read it.
typedef struct FieldDrawing {
    char text[FIELD_BYTES_MAX];
    int32_t caret, anchor; // byte offsets; caret -1 = no focus
} FieldDrawing;

// The least letters one can read; lines of a language read as it does until letters say otherwise.
TextStyle field_style(int32_t size_px, bool rtl);
// Byte offset of the letter before or after `at`.
int32_t field_letter(const char *text, int32_t at, bool backward);
// Moves the caret; what is selected grows while Shift is held.
void field_jump(Ui *ui, const Edit *edit, int32_t to);
// One key or piece of text against the whole text; true when it changed. rtl: how the caret's line reads;
// lines: a line feed may stand in it.
bool field_edit(
        Ui *ui, const Edit *edit, char *text, size_t capacity, bool rtl, bool lines);

#endif // CLIENT_FIELD_H

// wire/view_json.h — a view as JSON, section by section. Never: adds anything the view does not hold.
#ifndef WIRE_VIEW_JSON_H
#define WIRE_VIEW_JSON_H
#include "base/bytes.h"
#include "model/view.h"

typedef enum Section {
#define SECTION(id, name, whose, writer) SECTION_##id,
#include "wire/sections.def"
#undef SECTION
    SECTION_COUNT
} Section;

// What stands for ever is sent once (in "words", "brief" and "book"); what moves is sent when it changed.
// The fixed and the moving part of a section laid over each other are the whole (VIEWS.md).
typedef enum ViewPart { VIEW_MOVING = 1, VIEW_FIXED = 2, VIEW_WHOLE = 3 } ViewPart;

// "now", "me" …
const char *section_name(Section section);
// SECTION_COUNT for an unknown name.
Section section_of(const char *name);
// Bits of the sections the game writes for a seat (0), VIEW_BOARD or VIEW_CONSOLE.
uint32_t sections_of(uint8_t who);
// Of those the house writes.
uint32_t sections_of_house(uint8_t who);
// Of the game's, those that are the same bytes for everybody who reads in one language.
uint32_t sections_alike(void);
// Appends one section as one JSON object, as it travels. The same view gives the same bytes.
void view_json_section(const View *view, Section section, Buffer *out);
// Appends one item of section "news", and the numbers of all of section "table", as they stand there.
void view_json_line(const ViewNews *line, Buffer *out);
void view_json_numbers(const View *view, Buffer *out);
// Appends one part of a section that has both.
void view_json_part(const View *view, Section section, ViewPart part, Buffer *out);

#endif // WIRE_VIEW_JSON_H

// wire/view_json.h — a view as JSON, section by section. Never: adds anything the view does not hold.
#ifndef WIRE_VIEW_JSON_H
#define WIRE_VIEW_JSON_H
#include "base/bytes.h"
#include "model/view.h"

typedef enum Section {
#define SECTION(id, name) SECTION_##id,
#include "wire/sections.def"
#undef SECTION
    SECTION_COUNT
} Section;

// "now", "me" …
const char *section_name(Section section);
// SECTION_COUNT for an unknown name.
Section section_of(const char *name);
// Appends one section as one JSON object. The same view gives the same bytes.
void view_json_section(const View *view, Section section, Buffer *out);

#endif // WIRE_VIEW_JSON_H

// host/house.h — the sections that the game does not write: who is here, how one joins, what the facilitator shows. Never: a number or a text of the game.
#ifndef HOST_HOUSE_H
#define HOST_HOUSE_H
#include "host/guest.h"
#include "wire/json_out.h"

// Bits of the sections of the house this connection gets.
uint32_t house_sections(const Guest *guest);
// Writes one as an object; false when nothing writes it for this viewer.
bool house_write(Hall *hall, const Guest *guest, Section section, Buffer *out);

// One writer for each, section_*.c: the members of the object.
void section_seat(const Hall *hall, const Guest *guest, JsonOut *json);
void section_join(const Hall *hall, const Guest *guest, JsonOut *json);
void section_roster(const Hall *hall, const Guest *guest, JsonOut *json);
void section_talk(const Hall *hall, const Guest *guest, JsonOut *json);
void section_obs(const Hall *hall, const Guest *guest, JsonOut *json);
void section_show(const Hall *hall, const Guest *guest, JsonOut *json);
void section_log(const Hall *hall, const Guest *guest, JsonOut *json);
void section_deck(const Hall *hall, const Guest *guest, JsonOut *json);
void section_run(const Hall *hall, const Guest *guest, JsonOut *json);
void section_health(const Hall *hall, const Guest *guest, JsonOut *json);

#endif // HOST_HOUSE_H

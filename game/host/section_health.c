// host/section_health.c — section "health": a lamp for the record, its copies, the disk, the people's devices, the address. Never: a secret, a thing that only looks well.
#include "host/house.h"
#include <string.h>

enum {
    LEVEL_GOOD,
    LEVEL_CARE,
    LEVEL_ALARM,
    MIB = 1024 * 1024,
    FREE_CARE_MIB = 1024,
    FREE_ALARM_MIB = 200,
    COPIES_MAX = 64,
    COPY_CARE_S = 45 * 60,
};

static void lamp(
        JsonOut *json, const Say *say, SayId name, int32_t level, const char *text) {
    json_open(json, NULL, '{');
    json_text(json, "name", say_word(say, name));
    json_int(json, "level", level);
    json_text(json, "text", text);
    json_close(json, '}');
}

static const char *hour(const Say *say, int64_t wall_ms) {
    int32_t second = clock_second_of_day(wall_ms);
    return region_format(say->region, "%02d:%02d", second / 3600, second / 60 % 60);
}

static void record(JsonOut *json, const Say *say, const Party *party) {
    SayWith with = {.n = (int32_t)party_session(party)->seq,
            .text = party->watch.kept_wall_ms ? hour(say, party->watch.kept_wall_ms) : ""};
    bool failed = party_session(party)->failure.kind != ERR_NONE;
    SayId text = failed ? SAY_LAMP_RECORD_FAILED : SAY_LAMP_RECORD_KEPT;
    lamp(json, say, SAY_LAMP_RECORD, failed ? LEVEL_ALARM : LEVEL_GOOD,
            say_sentence(say, text, with));
}

// Without a place for copies the game still goes on; who leads should know that there are none.
static void copies(JsonOut *json, const Say *say, const Party *party) {
    const Journal *journal = &party_session(party)->journal;
    JournalCopy list[COPIES_MAX];
    Region region = {0};
    Err ignored = {0};
    int32_t count = 0;
    if (!journal->self) return;
    bool known =
            journal->copies(journal->self, list, COPIES_MAX, &count, &region, &ignored);
    if (known && count > 0) {
        const JournalCopy *newest = &list[count - 1];
        const Clock *clock = &party->seats.clock;
        bool old = clock->wall_ms(clock->context) - newest->at_ms > 1000 * COPY_CARE_S;
        SayWith with = {.text = hour(say, newest->at_ms), .what = newest->place};
        lamp(json, say, SAY_LAMP_COPIES, old ? LEVEL_CARE : LEVEL_GOOD,
                say_sentence(say, SAY_LAMP_COPIES_LAST, with));
    } else if (known) {
        lamp(json, say, SAY_LAMP_COPIES, LEVEL_CARE, say_word(say, SAY_LAMP_COPIES_NONE));
    }
    region_clear(&region);
}

static void devices(JsonOut *json, const Say *say, const Party *party) {
    const State *state = &party_session(party)->state;
    uint64_t here = 0;
    int32_t slow = 0, people = 0;
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        bool sits = guest->kind == GUEST_SEAT && !guest->replaced && guest->seat > 0;
        if (!sits) continue;
        here |= UINT64_C(1) << (guest->seat - 1);
        slow += guest->waits;
    }
    for (int32_t i = 0; i < SEATS_MAX; i++)
        people += state->place_role[i] != ROLE_FREE;
    SayWith with = {.n = __builtin_popcountll(here),
            .m = people,
            .number = region_format(say->region, "%d", slow)};
    bool all = with.n == people && slow == 0;
    lamp(json, say, SAY_LAMP_DEVICES, all ? LEVEL_GOOD : LEVEL_CARE,
            say_sentence(say, slow ? SAY_LAMP_DEVICES_SLOW : SAY_LAMP_DEVICES_HERE, with));
}

static void disk(JsonOut *json, const Say *say, const HallFacts *facts) {
    int64_t mib = facts->free_bytes / MIB;
    if (facts->free_bytes < 0) return;
    bool much = mib >= 10 * FREE_CARE_MIB;
    SayWith with = {.n = (int32_t)(much ? mib / 1024 : mib), .text = facts->folder};
    int32_t level = mib < FREE_ALARM_MIB  ? LEVEL_ALARM
                    : mib < FREE_CARE_MIB ? LEVEL_CARE
                                          : LEVEL_GOOD;
    lamp(json, say, SAY_LAMP_DISK, level,
            say_sentence(say, much ? SAY_LAMP_DISK_GIB : SAY_LAMP_DISK_MIB, with));
}

static void address(JsonOut *json, const Say *say, const HallFacts *facts) {
    static const SayId MAKERS[] = {
            SAY_NONE, SAY_HOTSPOT_1, SAY_HOTSPOT_2, SAY_HOTSPOT_3, SAY_HOTSPOT_4};
    bool nobody = facts->only_here || !*facts->address;
    bool safe = strncmp(facts->address, "https://", 8) == 0;
    bool spot = facts->hotspot > 0 && facts->hotspot < ARRAY_COUNT(MAKERS);
    const char *dot = facts->network && *facts->network ? " \xC2\xB7 " : "";
    SayWith with = {.text = region_format(say->region, "%s%s%s.", facts->address, dot,
                            *dot ? facts->network : ""),
            .what = spot ? say_word(say, MAKERS[facts->hotspot]) : ""};
    SayId id = safe   ? SAY_LAMP_ADDRESS_SAFE
               : spot ? SAY_LAMP_ADDRESS_SPOT
                      : SAY_LAMP_ADDRESS_AT;
    lamp(json, say, SAY_LAMP_ADDRESS, nobody ? LEVEL_ALARM : LEVEL_GOOD,
            nobody ? say_word(say, SAY_LAMP_ADDRESS_NONE) : say_sentence(say, id, with));
}

static void power(JsonOut *json, const Say *say, const HallFacts *facts) {
    enum { LOW_PERCENT = 30 };
    bool battery = facts->power == POWER_BATTERY;
    bool low = facts->battery >= 0 && facts->battery < LOW_PERCENT;
    if (facts->power == POWER_NOT_KNOWN) return;
    SayWith with = {.n = facts->battery};
    int32_t level = !battery ? LEVEL_GOOD : low ? LEVEL_ALARM : LEVEL_CARE;
    SayId text = facts->battery < 0 ? SAY_LAMP_POWER_AWAY : SAY_LAMP_POWER_BATTERY;
    lamp(json, say, SAY_LAMP_POWER, level,
            battery ? say_sentence(say, text, with) : say_word(say, SAY_LAMP_POWER_MAINS));
}

static void board(JsonOut *json, const Say *say, const HallFacts *facts) {
    if (!facts->board) return;
    bool open = *facts->board != 0;
    lamp(json, say, SAY_LAMP_BOARD, open ? LEVEL_GOOD : LEVEL_CARE,
            open ? say_sentence(say, SAY_LAMP_BOARD_ON, (SayWith){.what = facts->board})
                 : say_word(say, SAY_LAMP_BOARD_NOT));
}

// A host opens no case in which anything was found wrong; this says which one, and of which edition.
static void pack(JsonOut *json, const Say *say) {
    const Def *def = say->def;
    SayWith with = {
            .what = say_text(say, def->title_text), .text = def_text(def, def->version)};
    lamp(json, say, SAY_LAMP_CASE, LEVEL_GOOD, say_sentence(say, SAY_LAMP_CASE_READ, with));
}

static bool nobody_came(const Hall *hall, const Party *party) {
    const Watch *watch = &party->watch;
    return hall->reached == 0 && watch->check_ms > 0
           && hall_now(hall) - watch->check_ms >= WATCH_CHECK_MS;
}

// Has any phone been here? One that tried itself out says how fast it was.
static void phones(JsonOut *json, const Say *say, const Hall *hall, const Party *party) {
    bool awaited = party->watch.check_ms > 0;
    SayWith with = {.n = hall->reached_ms};
    if (hall->reached > 0) {
        SayId text = hall->reached_ms > 0 ? SAY_LAMP_PHONES_MS : SAY_LAMP_PHONES_CAME;
        lamp(json, say, SAY_LAMP_PHONES, LEVEL_GOOD, say_sentence(say, text, with));
    } else if (nobody_came(hall, party)) {
        lamp(json, say, SAY_LAMP_PHONES, LEVEL_ALARM, say_word(say, SAY_LAMP_PHONES_NOT));
    } else {
        lamp(json, say, SAY_LAMP_PHONES, LEVEL_CARE,
                say_word(say, awaited ? SAY_LAMP_PHONES_WAIT : SAY_LAMP_PHONES_TRY));
    }
}

// What is to be asked in the place, the likeliest and cheapest first. A firewall and a network that keeps its
// guests apart look alike from here.
static void questions(JsonOut *json, const Say *say, const HallFacts *facts) {
    const char *network = facts->network ? facts->network : "";
    json_open(json, "ask", '[');
    json_text(json, NULL,
            *network ? say_sentence(say, SAY_ASK_NETWORK_IN, (SayWith){.text = network})
                     : say_word(say, SAY_ASK_NETWORK));
    json_text(json, NULL, say_word(say, SAY_ASK_FIREWALL));
    json_text(json, NULL, say_word(say, SAY_ASK_HOTSPOT));
    json_close(json, ']');
}

void section_health(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    json_open(json, "lamps", '[');
    pack(json, &say);
    record(json, &say, guest->party);
    copies(json, &say, guest->party);
    devices(json, &say, guest->party);
    if (hall->facts) {
        HallFacts facts = hall->facts(hall->facts_context);
        disk(json, &say, &facts);
        address(json, &say, &facts);
        power(json, &say, &facts);
        board(json, &say, &facts);
    }
    phones(json, &say, hall, guest->party);
    json_close(json, ']');
    if (hall->facts && nobody_came(hall, guest->party)) {
        HallFacts facts = hall->facts(hall->facts_context);
        questions(json, &say, &facts);
    }
    region_clear(&region);
}

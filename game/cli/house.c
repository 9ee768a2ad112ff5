// cli/house.c — opens and closes what a host serves. Never: two sessions with one code.
#include "cli/house.h"
#include "base/file.h"
#include "cli/findings.h"
#include "cli/kept.h"
#include "host/keep.h"
#include "store/room.h"
#include "store/roster.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void use_scenario(House *house, const HouseWish *wish) {
    house->script = (ScriptHooks){.machines = house->scenario.machines,
            .function_machine = house->scenario.function_machine,
            .function_number = house->scenario.function_number};
    house->hooks = script_hooks(&house->script);
    tongues_open(&house->tongues, house->places.home, &house->scenario, wish->lang);
}

static bool load_pack(House *house, const HouseWish *wish, Err *err) {
    house->places.format = wish->format;
    snprintf(house->pack, sizeof house->pack, "%s", wish->pack);
    snprintf(house->format, sizeof house->format, "%s", wish->format ? wish->format : "");
    if (!places_load(&house->places, wish->pack, false, false, &house->scenario,
                &house->diags, err)) {
        return false;
    }
    use_scenario(house, wish);
    return true;
}

// What the session itself keeps: a pack that was changed or deleted since does not matter.
static bool load_kept(House *house, const HouseWish *wish, const Journal *journal,
        const KeptGame *kept, Err *err) {
    house->places.format = kept->format[0] ? kept->format : NULL;
    bool good = kept_load(
            &house->places, journal, kept->pack, &house->scenario, &house->diags, err);
    house->places.format = NULL;
    if (good) use_scenario(house, wish);
    return good;
}

static bool has_twin(const House *house, const Party *party) {
    for (int32_t i = 0; i < house->parties_count; i++) {
        const Party *other = house->parties[i];
        if (other && other != party && strcmp(other->seats.pin, party->seats.pin) == 0)
            return true;
    }
    return false;
}

// The party owns the journal from now on; on failure nobody has it open.
static bool open_party(House *house, const Journal *journal, uint64_t seed, Err *err) {
    PartyConfig config = {
            .session = {.def = house->scenario.def,
                        .hooks = &house->hooks,
                        .journal = *journal,
                        .clock = clock_system(),
                        .entropy = entropy_system(),
                        .seed = seed},
            .roster = store_roster(journal),
            .players = BOT_PERSONA,
            .tongues = tongues_table(&house->tongues),
    };
    Party *party = party_open(&config, err);
    if (!party) {
        journal->close(journal->self);
        return false;
    }
    house->parties[house->parties_count++] = party;
    while (has_twin(house, party)) {
        if (!seats_new_codes(&party->seats, journal, err)) return false;
    }
    return true;
}

static uint64_t seed_of(const HouseWish *wish, int32_t number) {
    uint64_t seed = 0;
    Entropy entropy = entropy_system();
    if (wish->seed) return wish->seed + (uint64_t)number;
    entropy.fill(entropy.context, &seed, sizeof seed);
    return seed & INT64_MAX;
}

// Where people meet, the last one to be ready does not take the others' second thoughts.
static bool leave_a_moment(Party *party, Err *err) {
    Command command = {.kind = COMMAND_OPTION,
            .actor = NONE,
            .at_phase = NONE,
            .a = OPTION_GRACE,
            .b = 1};
    return party_console(party, &command, "", err);
}

// key: of the facilitator who leads it beside another one, NULL: its own.
static bool start_one(
        House *house, const HouseWish *wish, int32_t number, const char *key, Err *err) {
    Journal journal;
    RecordWish record = {.places = &house->places,
            .scenario = &house->scenario,
            .pack = house->pack,
            .format = house->format,
            .path = wish->file,
            .seed = seed_of(wish, number)};
    if (key)
        record.more[record.more_count++] =
                (JournalFact){"facilitator", record_file_text(key)};
    if (!record_file_create(&record, &journal, err)
            || !open_party(house, &journal, record.seed, err)) {
        return false;
    }
    Party *party = house->parties[house->parties_count - 1];
    return party_keep_computers(party, wish->computers, err)
           && (wish->at_once || leave_a_moment(party, err));
}

static bool start_all(House *house, const HouseWish *wish, Err *err) {
    if (!load_pack(house, wish, err)) return false;
    for (int32_t i = 0; i < wish->sessions; i++) {
        if (!start_one(house, wish, i, NULL, err)) return false;
    }
    return true;
}

// ---- a second session of the same case ---------------------------------------------------------------------

static const char SECOND_FACT[] =
        "second"; // name of the session that was opened for those who found no part

static bool remember_second(const Party *first, const Party *second, Err *err) {
    const Journal *journal = &party_session(first)->journal;
    char name[KEEP_NAME_BYTES];
    keep_name(second, name);
    return journal->fact_put(journal->self, SECOND_FACT, record_file_text(name), err);
}

Party *house_second(House *house, Party *first, Err *err) {
    HouseWish wish = {.at_once = house->at_once};
    int32_t before = house->parties_count;
    if (before == HALL_PARTIES_MAX) {
        err_set(err, ERR_USAGE, "Too many sessions are open.");
        return NULL;
    }
    bool good = start_one(house, &wish, 0, first->seats.key, err);
    Party *party = house->parties_count > before ? house->parties[before] : NULL;
    good = good && (!first->second || remember_second(party, first->second, err))
           && remember_second(first, party, err);
    if (good) return party;
    if (party) party_destroy(party);
    house->parties_count = before;
    return NULL;
}

// It plays the very packs of the first one, of which this house has only one copy in memory.
static bool plays_the_same(const House *house, const Journal *journal) {
    Region region = {0};
    Err ignored = {0};
    const char *pack = "";
    char hash[2 * DIGEST_BYTES + 1];
    digest_hex(&house->scenario.def->hash, hash);
    bool same = record_file_fact(journal, &region, "pack", &pack, &ignored)
                && strcmp(pack, hash) == 0;
    region_clear(&region);
    return same;
}

static Party *open_second(House *house, const char *name, Err *err) {
    Journal journal;
    KeptGame kept;
    if (!record_file_open(&house->places, name, &journal, &kept, err)) return NULL;
    if (!plays_the_same(house, &journal)) {
        journal.close(journal.self);
        err_set(err, ERR_USAGE, "It plays another case.");
        return NULL;
    }
    return open_party(house, &journal, 0, err) ? house->parties[house->parties_count - 1]
                                               : NULL;
}

// Those that were opened beside it come back with it. One that cannot be opened keeps nobody from the others.
static void go_on_beside(House *house, Party *party) {
    Region region = {0};
    while (party && house->parties_count < HALL_PARTIES_MAX) {
        Err err = {0};
        const char *name = "";
        const Journal *journal = &party_session(party)->journal;
        if (!record_file_fact(journal, &region, SECOND_FACT, &name, &err) || !*name
                || strchr(name, '/') || !record_file_named(&house->places, name))
            break;
        party->second = open_second(house, name, &err);
        if (!party->second)
            fprintf(stderr, "convene: the session %s beside it was not opened: %s\n", name,
                    err.what);
        party = party->second;
    }
    region_clear(&region);
}

static bool go_on(House *house, const HouseWish *wish, const char *name, Err *err) {
    Journal journal;
    KeptGame kept;
    if (!record_file_open(&house->places, name, &journal, &kept, err)) return false;
    snprintf(house->pack, sizeof house->pack, "%s", kept.pack);
    snprintf(house->format, sizeof house->format, "%s", kept.format);
    if (!load_kept(house, wish, &journal, &kept, err)) {
        journal.close(journal.self);
        return false;
    }
    if (!open_party(house, &journal, 0, err)) return false;
    go_on_beside(house, house->parties[0]);
    return true;
}

static bool open_sessions(House *house, const HouseWish *wish, Err *err) {
    if (wish->session) return go_on(house, wish, wish->session, err);
    if (wish->file && file_exists(wish->file)) return go_on(house, wish, wish->file, err);
    if (wish->pack) return start_all(house, wish, err);
    err_set(err, ERR_USAGE, "host needs a case, or a session to go on with.");
    return err_fix(err, "write for example: convene host riverside-link");
}

// The folder of the session files: of the one that is named, or of all.
static void name_folder(House *house, const HouseWish *wish) {
    const char *file = wish->file ? wish->file : wish->session;
    const char *slash = file ? strrchr(file, '/') : NULL;
    if (slash)
        snprintf(
                house->folder, sizeof house->folder, "%.*s", (int)(slash - file + 1), file);
    else
        snprintf(house->folder, sizeof house->folder, "%s%s",
                wish->file ? "." : house->places.data, wish->file ? "" : "/sessions");
}

// Little room is said while there is still time to make some.
static void look_at_room(const House *house) {
    int64_t free_mib = room_free_mib(house->folder);
    if (room_is_little(free_mib))
        fprintf(stderr,
                "convene: only %lld MiB are free in %s. Make room before you begin.\n",
                (long long)free_mib, house->folder);
    (void)room_keep_reserve(house->folder);
}

House *house_open(const HouseWish *wish, bool *findings, Err *err) {
    House *house = calloc(1, sizeof *house);
    ASSERT(house != NULL);
    bool good =
            places_find(&house->places, wish->data, err) && open_sessions(house, wish, err);
    house->at_once = wish->at_once;
    *findings = !good && err->kind == ERR_NONE;
    if (good) {
        name_folder(house, wish);
        look_at_room(house);
        return house;
    }
    if (*findings) findings_print(&house->diags, false);
    house_close(house);
    return NULL;
}

void house_close(House *house) {
    if (!house) return;
    for (int32_t i = 0; i < house->parties_count; i++)
        party_close(house->parties[i]);
    tongues_close(&house->tongues);
    scenario_free(&house->scenario);
    places_free(&house->places);
    free(house);
}

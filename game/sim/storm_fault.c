// sim/storm_fault.c — what each row of storm.def does to the hall, its disk, its clock or its connections. Never: draws when it comes (storm_plan.c).
#include "sim/storm_parts.h"
#include <stdio.h>

enum { DAY_MS = 24 * 3600 * 1000, HOUR_MS = 3600 * 1000, DISK_SOON = 40 };

// A person by the fault's own number; the board and consoles too.
static StormPerson *someone(Storm *storm, uint32_t draw) {
    return &storm->persons[draw % (uint32_t)storm->persons_count];
}

static void cut(Storm *storm, StormPerson *person, int32_t notices_ms) {
    if (person->line) storm_line_cut(storm, person->line, notices_ms);
}

static void start_again(Storm *storm) {
    storm_host_kill(storm);
    (void)storm_host_open(storm);
}

static void arm(Storm *storm, StormKind kind, PowerMode mode, uint32_t draw) {
    if (storm->pending) return; // one at a time
    power_arm(storm->config->power, mode, 1 + draw % DISK_SOON);
    storm->pending = (uint8_t)kind;
}

static void second_console(Storm *storm) {
    if (storm->persons_count == STORM_PEOPLE_MAX) return;
    StormPerson *person = &storm->persons[storm->persons_count++];
    *person = (StormPerson){.persona = STORM_CHIEF,
            .address = (uint32_t)(10 + storm->persons_count),
            .mirror = mirror_make()};
}

static void erase(Storm *storm, uint32_t draw) {
    char line[60];
    snprintf(line, sizeof line, "erase %d storm", 1 + (int)(draw % 6));
    if (storm->persons[0].inside) (void)storm_chief_say(storm, 0, line);
}

static void flood(Storm *storm, const StormPerson *person) {
    static const char ping[] = "{\"t\":\"ping\",\"n\":5}";
    for (int32_t i = 0; i < 100 && person->line; i++)
        storm_line_say(storm, person->line, ping, sizeof ping - 1);
}

static void to_people(Storm *storm, const StormFault *fault) {
    StormPerson *person = someone(storm, fault->draw);
    int32_t span = 1000 + (int32_t)(fault->draw >> 8) % 30000;
    StormLine *line = person->line;
    switch ((int)fault->kind) {
    case STORM_CUT: cut(storm, person, 0); break;
    case STORM_DUPLICATE:
        storm_person_repeat(storm, (int32_t)(person - storm->persons), 0);
        break;
    case STORM_DELAY:
        if (line) line->slow_until_ms = storm->now_ms + span;
        break;
    case STORM_DEAF:
        if (line) line->deaf_until_ms = storm->now_ms + span;
        break;
    case STORM_OFFLINE:
        cut(storm, person, span);
        person->calls_ms = storm->now_ms + span / 2;
        break;
    case STORM_ADDRESS:
        person->address += 1000;
        cut(storm, person, span);
        break;
    case STORM_FLOOD: flood(storm, person); break;
    default: break;
    }
}

void storm_fault(Storm *storm, const StormFault *fault) {
    switch ((int)fault->kind) {
    case STORM_CRASH: start_again(storm); break;
    case STORM_KILL: arm(storm, STORM_KILL, POWER_KILLED, fault->draw); break;
    case STORM_POWER: arm(storm, STORM_POWER, POWER_LOSES_ALL, fault->draw); break;
    case STORM_TORN: arm(storm, STORM_TORN, POWER_TEARS, fault->draw); break;
    case STORM_WRITE: arm(storm, STORM_WRITE, POWER_FAILS, fault->draw); break;
    case STORM_FULL: arm(storm, STORM_FULL, POWER_FULL, fault->draw); break;
    case STORM_DAY: storm->wall_ms += fault->draw % 2 ? DAY_MS : -DAY_MS; break;
    case STORM_SLEEP:
        storm->wall_ms += HOUR_MS;
        if (fault->draw % 2) storm->now_ms += HOUR_MS; // some clocks go on in a sleep
        break;
    case STORM_HOOK: storm->bad_calls += 1 + (int32_t)(fault->draw % 4); break;
    case STORM_CONSOLE: second_console(storm); break;
    case STORM_ERASE: erase(storm, fault->draw); break;
    default: to_people(storm, fault); break;
    }
}

// The moment the power is gone nothing leaves the program any more; it starts again once the turn is over.
void storm_fault_after(Storm *storm) {
    Power *power = storm->config->power;
    storm_host_follow(storm);
    if (power_is_off(power)) storm->dead = true;
    bool over = storm->pending && power_struck(power) && !power_is_off(power);
    if (over && storm->pending == STORM_WRITE) {
        power_arm(power, POWER_GOES_ON, 0);
        storm->pending = STORM_NOTHING;
    }
}

// wire/console_more.c — what a console's forms let one pick from: phases, numbers of the game, words that were said. Never: a private number.
#include "wire/console_more.h"
#include "wire/seat_view_parts.h"

static void read_phases(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_words(mirror, "now"), "phases");
    size_t count = held_count(list);
    const char **phases = region_take(region, (count + 1) * sizeof *phases);
    for (size_t i = 0; i < count; i++)
        phases[i] = held_copy(region, json_array_get(list, i), "name");
    view->phases = phases;
    view->phases_count = (int32_t)count;
    view->phase = core_clamp(
            held_int(mirror_section(mirror, "now"), "phase", 0), 0, (int32_t)count);
}

// ---- numbers -----------------------------------------------------------------------------------------------------

enum { NUMBERS_MAX = 400 };

static void add(ConsoleNumber *numbers, int32_t *count, Region *region, const char *whose,
        const char *name, const ViewNumber *number) {
    if (*count == NUMBERS_MAX || number->cell == UINT16_MAX) return;
    const char *text = *whose ? region_format(region, "%s: %s", whose, name) : name;
    numbers[(*count)++] = (ConsoleNumber){text, number->cell};
}

static void add_named(ConsoleNumber *numbers, int32_t *count, Region *region,
        const char *whose, const ViewNamed *named, int32_t named_count) {
    for (int32_t i = 0; i < named_count; i++)
        add(numbers, count, region, whose, named[i].name, &named[i].number);
}

// As they stand on the table: of the world, and what each actor holds and how it stands.
static void read_numbers(const Mirror *mirror, Region *region, ConsoleView *view) {
    View *table = region_take(region, sizeof *table);
    *table = (View){.me = NONE, .title = "", .lang = "", .state = "", .at = ""};
    SeatRead read = {.mirror = mirror, .region = region, .view = table};
    ConsoleNumber *numbers = region_take(region, NUMBERS_MAX * sizeof *numbers);
    int32_t count = 0;
    seat_read_table(&read);
    if (!read.bad) add_named(numbers, &count, region, "", table->world, table->world_count);
    for (int32_t i = 0; !read.bad && i < table->actors_count; i++) {
        const ViewActor *actor = &table->actors[i];
        add_named(numbers, &count, region, actor->name, actor->standing,
                actor->standing_count);
        add_named(numbers, &count, region, actor->name, actor->holds, actor->holds_count);
    }
    view->numbers = numbers;
    view->numbers_count = count;
}

// What `numbers` can open, by its id.
static void read_items(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_section(mirror, "deck"), "items");
    size_t count = held_count(list);
    ConsoleThing *items = region_take(region, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        items[i] = (ConsoleThing){.id = held_copy(region, item, "id"),
                .name = held_copy(region, item, "name")};
    }
    view->items = items;
    view->items_count = (int32_t)count;
}

// ---- words -------------------------------------------------------------------------------------------------------

// Lines to all, whispers and entries that were shared, newest first: what may have to be taken off the screens.
static void read_words(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *talk = mirror_section(mirror, "talk");
    const json_t *lists[] = {held_list(talk, "lines"), held_list(talk, "journal")};
    static const char *const KEYS[] = {"words", "id"};
    size_t most = held_count(lists[0]) + held_count(lists[1]);
    ConsoleLine *words = region_take(region, (most + 1) * sizeof *words);
    int32_t count = 0;
    for (size_t k = 0; k < ARRAY_COUNT(lists); k++) {
        for (size_t i = held_count(lists[k]); i-- > 0;) {
            const json_t *line = json_array_get(lists[k], i);
            int32_t number = held_int(line, KEYS[k], 0);
            if (number <= 0) continue;
            words[count++] = (ConsoleLine){number, held_copy(region, line, "text")};
        }
    }
    view->words = words;
    view->words_count = count;
}

void console_more_read(const Mirror *mirror, Region *region, ConsoleView *view) {
    read_phases(mirror, region, view);
    read_numbers(mirror, region, view);
    read_items(mirror, region, view);
    read_words(mirror, region, view);
}

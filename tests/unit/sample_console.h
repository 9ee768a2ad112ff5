// tests/unit/sample_console.h — an invented workshop as its console and board show it. Never: a test.
#ifndef SAMPLE_CONSOLE_H
#define SAMPLE_CONSOLE_H
#include "unit/sample_base.h"
#include <stdio.h>

static void sample_join(Sample *s, JoinView *join) {
    *join = (JoinView){.url = "http://192.168.178.25:8080/j",
            .pin = "482 913",
            .network = "Workshop-WLAN",
            .open = true,
            .reached = true,
            .waiting = 2,
            .people = 9,
            .qr_side = 33,
            .check_url = "http://192.168.178.25:8080/check",
            .check_side = 25};
    for (int32_t i = 0; i < 25 * 25; i++)
        join->check[i] = (uint8_t)((i * 5 + i / 25) % 3 == 0);
    for (int32_t i = 0; i < 33 * 33; i++)
        join->qr[i] = (uint8_t)((i * 7 + i / 33 * 3) % 5 < 2);
    (void)s;
}

static void sample_step(Sample *s, StepView *step) {
    *step = (StepView){.stage = STAGE_RUNNING,
            .title = T("Harbour Kitchens"),
            .phase = T("Meeting"),
            .part = T("speeches"),
            .round = 2,
            .rounds = 4,
            .prompt = T("Ask who has not spoken yet."),
            .sent = 5,
            .of = 8,
            .clock_on = true,
            .left_s = 252};
}

static void sample_seats(Sample *s) {
    static const char *const LABELS[] = {
            "Amina", "Seat 2", "Jo and Ravi", "Seat 4", "María", "Seat 6", "Tomas"};
    ConsoleSeat *seats = sample_take(s, 7 * sizeof *seats);
    for (int32_t i = 0; i < 7; i++)
        seats[i] = (ConsoleSeat){.seat = i + 1,
                .label = T(LABELS[i]),
                .note = i == 3 ? T("last seen 2 minutes ago") : "",
                .actor = (uint8_t)(i < 5 ? i % 4 : NONE),
                .presence = (uint8_t)(i % 3),
                .sent = i % 2 == 0,
                .stand_in = i == 3,
                .help = i == 1,
                .observes = i == 5,
                .waits = i == 6};
    s->console.seats = seats;
    s->console.seats_count = 7;
    ConsoleActor *actors = sample_take(s, 5 * sizeof *actors);
    static const char *const NAMES[] = {"Harbour Kitchen", "City Council",
            "Fish Traders' Union", "Parents of the East Quay", "Port Authority"};
    for (int32_t i = 0; i < 5; i++)
        actors[i] = (ConsoleActor){.id = "actor",
                .name = T(NAMES[i]),
                .people = i == 0 ? 2 : i < 4,
                .people_most = 3,
                .core = i == 0 || i == 4,
                .computer = i == 4};
    s->console.actors = actors;
    s->console.actors_count = 5;
}

static void sample_calls(Sample *s) {
    ConsoleCall *calls = sample_take(s, 4 * sizeof *calls);
    calls[0] = (ConsoleCall){CALL_KNOCK, 7, 7, T("Tomas knocks.")};
    calls[1] =
            (ConsoleCall){CALL_HELP, 41, 2, T("Seat 2: where do I see what we promised?")};
    calls[2] = (ConsoleCall){CALL_PAUSE, 42, 0, T("Somebody asks for a pause.")};
    calls[3] = (ConsoleCall){CALL_PROMISE, 5, 1,
            T("A promise of City Council: Harbour Kitchen says it was kept, City Council "
              "says it was broken. We speak for you at the port.")};
    s->console.calls = calls;
    s->console.calls_count = 4;
}

static void sample_deck(Sample *s) {
    ConsoleHappening *deck = sample_take(s, 2 * sizeof *deck);
    deck[0] = (ConsoleHappening){"storm", T("A storm closes the quay"),
            T("The public looks at the harbour again."), ""};
    deck[1] =
            (ConsoleHappening){"leak", T("A paper is leaked"), "", T("Played in round 1.")};
    s->console.deck = deck;
    s->console.deck_count = 2;
    ConsoleLamp *lamps = sample_take(s, 3 * sizeof *lamps);
    lamps[0] = (ConsoleLamp){T("Disk"), T("31 GB free"), 0};
    lamps[1] = (ConsoleLamp){T("Copies"), T("the last one is 22 minutes old"), 1};
    lamps[2] = (ConsoleLamp){T("Phones"), T("9 here, the slowest answers in 180 ms"), 0};
    s->console.lamps = lamps;
    s->console.lamps_count = 3;
    ConsoleLine *lines = sample_take(s, 2 * sizeof *lines);
    lines[0] = (ConsoleLine){118, T("You gave one minute more.")};
    lines[1] = (ConsoleLine){97, T("You answered seat 2.")};
    s->console.lines = lines;
    s->console.lines_count = 2;
}

static void sample_things(Sample *s) {
    static const char *const NAMES[] = {"Harbour Kitchen", "City Council", "The Mayor",
            "Opening hours of the kitchen", "Committee of the quay", "Food is a right"};
    ConsoleThing *things = sample_take(s, 6 * sizeof *things);
    for (int32_t i = 0; i < 6; i++)
        things[i] = (ConsoleThing){"thing", T(NAMES[i]), KIND_ACTOR};
    s->console.things = things;
    s->console.things_count = 6;
}

static void sample_board(Sample *s) {
    BoardView *board = &s->board;
    sample_step(s, &board->step);
    sample_join(s, &board->join);
    board->words = T("In five minutes everybody reads the minutes aloud.");
    board->right_to_left = s->tongue == TONGUE_ARABIC;
    board->page = BOARD_TABLE;
    static const char *const NAMES[] = {
            "The Mayor", "Head of the port", "Committee of the quay"};
    for (int32_t i = 0; i < 3; i++)
        board->rows[i] = (BoardRow){T(NAMES[i]), T("leaning for"),
                i == 1 ? T("Belongs to the Port Authority") : "", i == 1 ? 4 : NONE,
                (uint8_t)(i + 2), 0, 0};
    board->rows_count = 3;
    board->heat = true;
    board->heading = board->about = "";
    board->lit_actor = NONE;
    board->stood_in = 1 << 4 | 1 << 2;
}

// One of the pages the facilitator chooses.
static void sample_board_page(Sample *s, BoardPage page) {
    BoardView *board = &s->board;
    board->page = (uint8_t)page;
    board->heat = page == BOARD_TABLE;
    if (page == BOARD_ONE) {
        board->heading = T("Fish Traders' Union");
        board->about = T("They sell what the boats bring, and fear that a free kitchen "
                         "takes their customers.");
        board->lit_actor = 2;
    }
    for (int32_t i = 0; i < 3; i++) {
        BoardRow *row = &board->rows[i];
        if (page == BOARD_DECISIONS)
            *row = (BoardRow){T("Committee of the quay"), "4 : 1",
                    T("More than half of the votes"), NONE, 0, (uint8_t)(BOARD_PASSED + i),
                    0};
        if (page == BOARD_COALITIONS)
            *row = (BoardRow){T("Kitchen and Parents"), "",
                    T("Harbour Kitchen, Parents of the East Quay"), NONE, 0, 0, 9};
        if (page == BOARD_MEETING)
            *row = (BoardRow){T("A harbour that feeds its children is a safe harbour."), "",
                    "", (uint8_t)i, 0, 0, 0};
        if (page == BOARD_END) *row = (BoardRow){T("Legitimacy"), "62", "", NONE, 4, 0, 0};
    }
}

static void sample_knobs(Sample *s) {
    ConsoleKnob *knobs = sample_take(s, 4 * sizeof *knobs);
    knobs[0] = (ConsoleKnob){"ease", T("Help for who starts far away"),
            T("How much easier is it to move those who begin against it?"), 0, 20, 5, 7};
    knobs[1] = (ConsoleKnob){"fish_price", T("Price of fish"),
            T("How dear is fish when the story begins?"), -10, 10, 0, 0};
    knobs[2] = (ConsoleKnob){
            "public_cap", T("Most the public moves in a round"), "", 1, 100, 3, 3};
    knobs[3] = (ConsoleKnob){
            "cohesion_crowd", T("Each member above four, in tenths"), "", 0, 200, 15, 15};
    s->console.knobs = knobs;
    s->console.knobs_count = 4;
}

static void sample_console(Sample *s) {
    sample_knobs(s);
    sample_step(s, &s->console.step);
    sample_join(s, &s->console.join);
    sample_seats(s);
    sample_calls(s);
    sample_deck(s);
    const char **ready = sample_take(s, 2 * sizeof *ready);
    ready[0] = T("Shorten the next two phases: 6 minutes saved");
    ready[1] = T("Leave out round 4: 14 minutes saved");
    s->console.ready_actions = ready;
    s->console.ready_count = 2;
    static const ConsoleNumber CELLS[] = {
            {"Harbour Kitchen: people",      12},
            {"Market Women's Union: public", 31}
    };
    const char **phases = sample_take(s, 3 * sizeof *phases);
    phases[0] = T("News");
    phases[1] = T("Meeting");
    phases[2] = T("Action");
    s->console.phases = phases;
    s->console.phases_count = 3;
    s->console.phase = 1;
    for (int32_t i = 0; i < OPTION_COUNT; i++)
        s->console.options[i] = (uint8_t)option_row((OptionId)i)->standard;
    s->console.options[OPTION_GRACE] = 1;
    s->console.keeping_days = 90;
    s->console.numbers = CELLS;
    s->console.numbers_count = 2;
    static const int32_t NUMBERS[] = {1, 2};
    s->console.ready_numbers = NUMBERS;
    ConsoleThing *items = sample_take(s, 3 * sizeof *items);
    items[0] = (ConsoleThing){"legitimacy", "", KIND_NONE};
    items[1] = (ConsoleThing){"stance", "", KIND_NONE};
    items[2] = (ConsoleThing){"queue", T("Length of the queue"), KIND_NONE};
    s->console.items = items;
    s->console.items_count = 3;
    s->console.minute_of_day = 14 * 60 + 52;
    s->console.waiting = T("Waiting for Port Authority and Fish Traders' Union.");
    s->console.spent = T("This phase: 6 of 10 minutes used.");
    s->console.left = T("To play: about 40 minutes, then 20 for the debrief.");
    s->console.plan = T("Ends at 16:11 instead of 16:05, debrief 20 minutes.");
    s->console.plan_level = 1;
    s->console.board = T("The board shows the table.");
    s->console.key = "K7Q2 M8XP TRNA";
    s->console.answer = T("One minute more for everybody.");
    sample_things(s);
    sample_board(s);
}

static void sample_host(void *context, const char *pack) {
    ((Sample *)context)->hosted += pack != NULL;
}
static void sample_line(void *context, const char *line) {
    Sample *s = context;
    snprintf(s->told, sizeof s->told, "%s", s->line);
    snprintf(s->line, sizeof s->line, "%s", line);
}

#endif // SAMPLE_CONSOLE_H

// sim/storm_act.c — what a telephone does with what it was shown: an act its page offers, or, from a hostile one, anything. Never: looks at the State.
#include "sim/storm_parts.h"
#include "sim/tap.h"
#include "wire/action_write.h"
#include "wire/seat_view.h"
#include <stdio.h>

// ---- what the page offers --------------------------------------------------------------------------------------

// Ready rather often, so that steps end.
static void choose(Rng *rng, const View *view, Command *command) {
    if (tap_answer(rng, view, command) || tap_vote(rng, view, command)) return;
    int32_t wish = storm_draw(rng, 10);
    *command = (Command){.kind = COMMAND_DONE, .at_phase = NONE};
    if (wish < 5 && tap_move(rng, view, command)) return;
    *command = (Command){.kind = COMMAND_DONE, .at_phase = NONE};
    if (wish == 5) tap_deal(rng, view, command);
    if (wish == 6) tap_together(rng, view, command);
}

// ---- beside the game -------------------------------------------------------------------------------------------

static void say(Storm *storm, int32_t no, const char *text) {
    StormPerson *person = &storm->persons[no];
    if (person->line) storm_line_say(storm, person->line, text, strlen(text));
}

// A line in the journal, or a call for help.
static void do_say(Storm *storm, int32_t no, bool journal) {
    char text[300], id[STORM_ID_BYTES];
    storm_person_next_id(storm, no, id);
    snprintf(text, sizeof text,
            "{\"t\":\"cmd\",\"id\":\"%s\",\"do\":\"seat.%s\",\"args\":{\"scope\":%d},"
            "\"words\":{"
            "\"text\":\"A thought %d\"}}",
            id, journal ? "journal" : "help", (int)storm_draw(&storm->people, 3),
            (int)storm_draw(&storm->people, 100));
    storm_person_act(storm, no, true, text);
}

// Or a question, or a draft.
static void do_beside(Storm *storm, int32_t no) {
    Rng *rng = &storm->people;
    char text[120];
    int32_t what = storm_draw(rng, 5), number = storm_draw(rng, 200);
    if (what == 2) {
        snprintf(text, sizeof text, "{\"t\":\"draft\",\"key\":\"k%d\",\"text\":\"half\"}",
                (int)(number % 25));
        say(storm, no, text);
    } else if (what == 3) {
        snprintf(text, sizeof text, "{\"t\":\"why\",\"id\":\"w\",\"of\":\"%d\"}",
                (int)number);
        say(storm, no, text);
    } else if (what == 4) {
        say(storm, no, "{\"t\":\"ping\",\"n\":1}");
    } else {
        do_say(storm, no, what == 0);
    }
}

void storm_act(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    char id[STORM_ID_BYTES];
    Command command = {.at_phase = NONE};
    if (person->open_count == STORM_OPEN_MAX) return;
    bool reads = seat_view_read(person->mirror, &person->view);
    if (!reads || person->view.me == NONE || storm_draw(&storm->people, 8) == 0) {
        do_beside(storm, no);
        return;
    }
    choose(&storm->people, &person->view, &command);
    storm_person_next_id(storm, no, id);
    if (!action_write(&person->view, &command, "", id, &storm->text)) return;
    storm_person_act(storm, no, true, storm->text.data);
}

// ---- a hostile one ---------------------------------------------------------------------------------------------

// Any command with any numbers, as a page could never send it.
static void any_command(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    Rng *rng = &storm->people;
    char id[STORM_ID_BYTES];
    if (!seat_view_read(person->mirror, &person->view)) return;
    Command command = {.kind = (uint8_t)storm_draw(rng, COMMAND_COUNT), .at_phase = NONE};
    int16_t *numbers[] = {&command.a, &command.b, &command.c, &command.d};
    for (size_t i = 0; i < ARRAY_COUNT(numbers); i++)
        *numbers[i] = (int16_t)(storm_draw(rng, 4) ? storm_draw(rng, 8)
                                                   : storm_draw(rng, 66000) - 33000);
    if (command.kind == COMMAND_ACT || command.kind == COMMAND_CONSENT_ASK)
        command.act = (Act){
                .move = (uint8_t)storm_draw(rng, 60),
                .target = {(uint8_t)storm_draw(rng, KIND_COUNT),
                           (uint8_t)storm_draw(rng, 30)},
                .side = (int8_t)(storm_draw(rng, 5) - 2),
                .bid = (uint8_t)storm_draw(rng, 9),
                .arena = (uint8_t)storm_draw(rng, 5)
        };
    storm_person_next_id(storm, no, id);
    if (action_write(&person->view, &command, "<b>words</b>", id, &storm->text))
        storm_person_act(storm, no, true, storm->text.data);
}

// What the page shows as closed, tried all the same: another target, side, bid or answer.
static void closed_act(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    const View *view = &person->view;
    Rng *rng = &storm->people;
    char id[STORM_ID_BYTES];
    if (!seat_view_read(person->mirror, &person->view) || view->moves_count == 0) return;
    const ViewMove *move = &view->moves[storm_draw(rng, view->moves_count)];
    Act act = {.move = move->index, .arena = NONE};
    if (move->targets_count > 0)
        act.target = move->targets[storm_draw(rng, move->targets_count)].thing;
    if (move->sides) act.side = storm_draw(rng, 2) ? 1 : -1;
    if (storm_draw(rng, 6) == 0) act.side = (int8_t)(storm_draw(rng, 3) - 1);
    int32_t bids = core_max(1, move->bid_max - move->bid_min + 2);
    act.bid = (uint8_t)(move->bid_min + storm_draw(rng, bids));
    for (int32_t i = 0; i < move->asks_count && i < ASKS_MAX; i++) {
        const ViewQuestion *ask = &move->asks[i];
        if (ask->options_count > 0)
            act.asked[i] = ask->options[storm_draw(rng, ask->options_count)].value;
    }
    Command command = {.kind = move->is_request ? COMMAND_CONSENT_ASK : COMMAND_ACT,
            .at_phase = NONE,
            .act = act};
    storm_person_next_id(storm, no, id);
    if (action_write(view, &command, "", id, &storm->text))
        storm_person_act(storm, no, true, storm->text.data);
}

// A good message with some bytes turned.
static void broken_bytes(Storm *storm, int32_t no) {
    Rng *rng = &storm->people;
    char text[100], id[STORM_ID_BYTES];
    storm_person_next_id(storm, no, id);
    int32_t length = snprintf(text, sizeof text,
            "{\"t\":\"cmd\",\"id\":\"%s\",\"do\":\"seat.done\",\"args\":{\"a\":1}}", id);
    for (int32_t i = 1 + storm_draw(rng, 4); i > 0; i--)
        text[storm_draw(rng, length)] = (char)(1 + storm_draw(rng, 255));
    if (storm_draw(rng, 3) == 0) text[storm_draw(rng, length)] = 0;
    say(storm, no, text);
}

void storm_act_hostile(Storm *storm, int32_t no) {
    static const char *const tries[] = {
            "{\"t\":\"cmd\",\"id\":\"h1\",\"do\":\"console.end\"}",
            "{\"t\":\"cmd\",\"id\":\"h2\",\"do\":\"console.undo\",\"args\":{\"n\":5}}",
            "{\"t\":\"resume\",\"token\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
            "{\"t\":\"code\",\"cid\":\"hhhhhhhhhhhhhhhhhhhhhh\",\"code\":\"00000000\"}",
            "{\"t\":\"code\",\"cid\":\"hhhhhhhhhhhhhhhhhhhhhh\",\"code\":\"AAAAAAAAAAAA\"}",
            "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}",
            "{\"t\":\"need\",\"sections\":[]}",
            "{\"t\":\"lookup\",\"pin\":\"000000\"}",
            "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
            "{\"t\":\"view\",\"n\":1}",
            "{\"t\":\"lang\",\"lang\":\"xx\"}",
    };
    Rng *rng = &storm->people;
    StormLine *line = storm->persons[no].line;
    if (storm->in_bytes && line && storm_draw(rng, 12) == 0) {
        storm_frames_noise(storm, line);
        return;
    }
    switch (storm_draw(rng, 7)) {
    case 0: broken_bytes(storm, no); break;
    case 1: say(storm, no, tries[storm_draw(rng, (int32_t)ARRAY_COUNT(tries))]); break;
    case 2: storm_act(storm, no); break;
    case 3:
    case 4: closed_act(storm, no); break;
    default: any_command(storm, no); break;
    }
}

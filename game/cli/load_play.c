// cli/load_play.c — people who play whole games: each decides from what its own page shows, and an act is over when the last page has shown what came of it. Never: a State, a rule, another seat's page.
#include "base/clock.h"
#include "cli/load.h"
#include "sim/tap.h"
#include "wire/action_write.h"
#include "wire/seat_view.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WISHES_MOST = 5,  // somebody does one to so many things of its own in a step
    ANSWERS_MOST = 8, // so many deals, proposals and questions of others it answers in it
    NO_MOST = 3 // whoever was told so often that it is not ready waits for the next step
};

static LoadSession *session_of(Load *load, const LoadSeat *seat) {
    return &load->sessions[seat->session];
}

// ---- what the page holds ---------------------------------------------------------------------------------------

void load_play_make(Load *load) {
    for (int32_t i = 0; i < load->sessions_count * load->seats_count; i++)
        load->seats[i].mirror = mirror_make();
}

void load_play_free(Load *load) {
    for (int32_t i = 0; i < load->sessions_count * load->seats_count; i++) {
        mirror_free(load->seats[i].mirror);
        buffer_free(&load->seats[i].text);
    }
    region_clear(&load->page.region);
    buffer_free(&load->words);
}

void load_play_called(LoadSeat *seat) { mirror_clear(seat->mirror); }

void load_play_updated(Load *load, int32_t line, Bytes text) {
    LoadSeat *seat = &load->seats[line];
    LoadSession *session = session_of(load, seat);
    seat->fresh = true;
    if (!mirror_take(seat->mirror, text)) { // as a page does that lost the thread
        load->misfits++;
        load_people_say(load, line, "{\"t\":\"need\",\"sections\":[]}");
    }
    for (int32_t i = 0; i < session->open_count; i++) {
        LoadOpen *open = &session->open[i];
        if (!open->acked) continue;
        open->changed = true;
        open->shown_ns = clock_bench_ns();
    }
}

// ---- what somebody does ----------------------------------------------------------------------------------------

static void end_game(Load *load, LoadSession *session) {
    load->over += !session->over;
    load->ended += !session->over;
    session->over = true;
}

// Another step: somebody wishes for something else in it, and what it was told before is behind it.
static void begin_step(Load *load, LoadSeat *seat, const View *view) {
    if (strcmp(seat->at, view->at) == 0) return;
    snprintf(seat->at, sizeof seat->at, "%s", view->at);
    seat->wishes = 1 + (int32_t)rng_draw(&load->rng, WISHES_MOST);
    seat->answers = ANSWERS_MOST;
    seat->no = 0;
}

// Nobody bids more than it has left, or speaks to somebody backstage against somebody.
static void be_sensible(const View *view, Act *act) {
    act->bid = (uint8_t)core_min(act->bid, core_max(0, view->voice));
    if (act->target.kind == KIND_ACTOR && act->side) act->side = 1;
}

static bool with_oneself(const Deal *deal) {
    for (int32_t i = 1; i < deal->parties; i++) {
        if (deal->party[i] == deal->party[0]) return true;
    }
    return false;
}

static bool wish(Rng *rng, const View *view, Command *command) {
    uint32_t kind = rng_draw(rng, 10);
    bool votes = view->vote_decider >= 0;
    if ((votes || kind < 5) && tap_vote(rng, view, command)) return true;
    *command = (Command){.at_phase = NONE};
    if (kind == 8 && !view->deals_closed[0]) {
        tap_deal(rng, view, command);
        return !with_oneself(&command->deal);
    }
    if (kind == 9 && !view->coalitions_closed[0]) {
        tap_together(rng, view, command);
        return true;
    }
    if (!tap_move(rng, view, command)) return false;
    be_sensible(view, &command->act);
    return true;
}

// Who plays an actor with others and does not lead is not asked when that actor is ready; its page says so.
static bool leads(Load *load, const LoadSeat *seat) {
    buffer_reset(&load->words);
    mirror_write(seat->mirror, "seat", &load->words);
    const char *roles = load->words.data ? strstr(load->words.data, "\"roles\":[") : NULL;
    const char *end = roles ? strchr(roles, ']') : NULL;
    return end && memmem(roles, (size_t)(end - roles), "\"lead\"", 6);
}

// What others wait for comes first; then what the person wishes itself; then it is ready.
static bool decide(Load *load, LoadSeat *seat, const View *view, Command *command) {
    *command = (Command){.at_phase = NONE};
    if (seat->answers > 0 && tap_answer(&load->rng, view, command)) {
        seat->answers--;
        return true;
    }
    if (view->ready) return false;
    if (seat->wishes-- > 0 && wish(&load->rng, view, command)) return true;
    *command = (Command){.kind = COMMAND_DONE, .at_phase = NONE};
    return view->may_be_ready && seat->no < NO_MOST && leads(load, seat);
}

// What a label is asked for.
static const char *words_with(const View *view, const Command *command) {
    for (int32_t i = 0; i < view->moves_count; i++) {
        const ViewMove *move = &view->moves[i];
        bool this = command->kind == COMMAND_ACT && move->index == command->act.move;
        if (this && move->label_max > 0) return "Ours";
    }
    return "";
}

bool load_play_choose(Load *load, LoadSeat *seat) {
    LoadSession *session = session_of(load, seat);
    View *view = &load->page;
    Command command;
    char id[LOAD_ID_BYTES];
    if (!seat->fresh || session->open_count == LOAD_OPEN_MAX) return false;
    seat->fresh = false;
    if (!seat_view_read(seat->mirror, view)) return false;
    if (view->end.reached) end_game(load, session);
    if (view->paused) load_people_resume(load, seat->session);
    if (view->end.reached || view->me == NONE || view->paused) return false;
    begin_step(load, seat, view);
    if (!decide(load, seat, view, &command)) return false;
    seat->said_ready = command.kind == COMMAND_DONE;
    snprintf(id, sizeof id, "a%d", (int)(seat->acts + 1));
    seat->fresh =
            !action_write(view, &command, words_with(view, &command), id, &seat->text);
    return !seat->fresh;
}

// ---- when it is over -------------------------------------------------------------------------------------------

static void drop(LoadSession *session, int32_t place) {
    session->open[place] = session->open[--session->open_count];
}

static void keep_time(Load *load, LoadSession *session, int32_t place) {
    const LoadOpen *open = &session->open[place];
    if (load->took_count < LOAD_KEEP_MAX)
        load->took_us[load->took_count++] =
                (int32_t)((open->shown_ns - open->sent_ns) / 1000);
    drop(session, place);
}

// The host answers before it shows what came of it: changes behind an answer are its own until the next answer.
void load_play_answered(Load *load, LoadSeat *seat, bool done) {
    LoadSession *session = session_of(load, seat);
    for (int32_t i = session->open_count; i-- > 0;) {
        if (session->open[i].changed) keep_time(load, session, i);
    }
    for (int32_t i = session->open_count; i-- > 0;) {
        LoadOpen *open = &session->open[i];
        if (open->number != seat->place || open->acked) continue;
        open->acked = true;
        open->shown_ns = clock_bench_ns();
        if (!done) drop(session, i);
    }
    seat->no += !done && seat->said_ready;
    seat->fresh = true;
}

void load_play_settle(Load *load) {
    for (int32_t i = 0; i < load->sessions_count; i++) {
        LoadSession *session = &load->sessions[i];
        for (int32_t k = session->open_count; k-- > 0;) {
            if (session->open[k].acked) keep_time(load, session, k);
        }
    }
}

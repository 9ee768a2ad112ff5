// tests/e2e/window_game.h — how a first-time player gets through a session: what is offered in a step is tried, then "I am ready". Never: knows the rules or the case's words.
#ifndef WINDOW_GAME_H
#define WINDOW_GAME_H
#include "e2e/window_player.h"

// Deeds a test asks for afterwards.
enum {
    DID_ACT,
    DID_TAKE_BACK,
    DID_SPEAK,
    DID_RECORD,
    DID_ANSWER,
    DID_CHOOSE,
    DID_TAP,
    DID_OFFER,
    DID_READ_OWN_WORDS,
    DID_FOUND,
    DID_SAY,
    DID_DEAL_ANSWER,
    DID_INVITE,
    DID_WHY,
    DID_HELP,
    DID_ACTOR,
    DID_SETTINGS
};

typedef struct Play {
    Player player;
    uint32_t did;
    int32_t steps, acts; // acts put on the list in this step
    int32_t foreseen;    // sheets that said what the act would come to
} Play;

static inline const View *play_view(const Play *play) {
    return play->player.desk->app.view;
}

static inline bool play_did(const Play *play, int32_t deed) {
    return play->did & (1u << deed);
}

// True when the desk took it without a word of refusal.
static inline bool play_mark(Play *play, int32_t deed) {
    const App *app = &play->player.desk->app;
    if (app->notice[0]) {
        play->player.refused++;
        fprintf(stderr, "%s, round %d, %s: %s\n", play->player.glasses->name,
                app->view ? app->view->round : 0, app->view ? app->view->phase_name : "",
                app->notice);
        return false;
    }
    play->did |= 1u << deed;
    return true;
}

// --- Reading: a number's reasons, another actor, the help, the settings ---

static inline void play_ask_why(Play *play) {
    Player *player = &play->player;
    const View *view = play_view(play);
    for (int32_t i = 0; i < view->mine_count && !play_did(play, DID_WHY); i++) {
        if (view->mine[i].number.cell == UINT16_MAX) continue;
        char path[80];
        snprintf(path, sizeof path, "mine.%d/cell.%d", i, view->mine[i].number.cell);
        if (!player_tab_to(player, path, true)) continue;
        player_key(player, UI_KEY_WHY, false);
        if (player->desk->app.why_open) play->did |= 1u << DID_WHY;
        player_key(player, UI_KEY_ESCAPE, false);
    }
}

static inline void play_read(Play *play) {
    Player *player = &play->player;
    App *app = &player->desk->app;
    player_type(player, "?");
    if (app->help_open) play->did |= 1u << DID_HELP;
    player_key(player, UI_KEY_ESCAPE, false);
    if (player_tab_to(player, "actor.1/open", true)) {
        player_key(player, UI_KEY_ENTER, false);
        if (app->actor_open >= 0) play->did |= 1u << DID_ACTOR;
        player_key(player, UI_KEY_ESCAPE, false);
    }
    player_press(player, "private/look");
    player_press(player, "settings");
    if (app->screen == SCREEN_SETTINGS && player_choose(player, "theme", THEME_DARK)
            && player_choose(player, "theme", THEME_LIGHT))
        play->did |= 1u << DID_SETTINGS;
    player_key(player, UI_KEY_ESCAPE, false);
}

// --- Acts and points of power: one sheet for both ---

static inline void play_fill_act(Play *play, const ViewMove *move) {
    Player *player = &play->player;
    char list[60];
    int32_t open = -1;
    // Not always the first that is open: the person looks further down.
    for (int32_t i = 0; i < move->targets_count; i++) {
        if (move->targets[i].open && (open < 0 || (play->steps + i) % 2)) open = i;
    }
    snprintf(list, sizeof list, "act.%d/target", move->index);
    if (open >= 0) player_choose(player, list, open);
    snprintf(list, sizeof list, "act.%d/side", move->index);
    if (move->sides && play->steps % 3 == 0) player_choose(player, list, 1);
    snprintf(list, sizeof list, "act.%d/label", move->index);
    if (move->label_max && player_tab_to(player, list, true)) player_type(player, "Why?");
    // What it would come to stands on the sheet before it is sent.
    const Forecast *seen = &player->desk->forecast;
    if (seen->open && seen->likely_count > 0 && player_sees(player, seen->likely[0]))
        play->foreseen++;
}

// Opens the act by its figure or by Tab, fills its sheet and sends it.
static inline bool play_act(Play *play, int32_t place, int32_t deed) {
    Player *player = &play->player;
    const View *view = play_view(play);
    const ViewMove *move = &view->moves[place];
    int32_t index = move->index;
    char path[60];
    if (play->steps % 2 && place < 9) {
        player_type(player, (char[2]){(char)('1' + place), 0});
    } else {
        snprintf(path, sizeof path, "move.%d/open", index);
        player_press(player, path);
    }
    if (!player->desk->app.act.open || player->desk->app.act.move != index) return false;
    play_fill_act(play, move);
    snprintf(path, sizeof path, "act.%d/send", index);
    player_press(player, path);
    if (player->desk->app.act.open) player_key(player, UI_KEY_ESCAPE, false);
    return play_mark(play, deed);
}

static inline int32_t play_open_moves(const View *view) {
    int32_t open = 0;
    for (int32_t i = 0; i < view->moves_count; i++)
        open += view->moves[i].open;
    return open;
}

// Up to `most` acts of this step, another one each time.
static inline void play_acts(Play *play, int32_t most, int32_t deed) {
    const View *view = play_view(play);
    uint8_t round = view->round, phase = view->phase, sub = view->sub;
    for (int32_t i = 0; i < most; i++) {
        view = play_view(play);
        if (view->round != round || view->phase != phase || view->sub != sub) return;
        int32_t open = play_open_moves(view), before = view->plan_count;
        if (open == 0) return;
        if (!play_act(play, (play->steps + 3 * i) % open, deed)) continue;
        if (play_view(play)->plan_count > before && !play_did(play, DID_TAKE_BACK)
                && player_press(&play->player, "plan.0/take_back"))
            play_mark(play, DID_TAKE_BACK);
    }
}

// --- Taps and choices ---

static inline void play_taps(Play *play) {
    Player *player = &play->player;
    const View *view = play_view(play);
    for (int32_t i = 0; i < view->choices_count; i++) {
        const ViewChoice *choice = &view->choices[i];
        for (int32_t o = 0; choice->mine && !choice->answered && o < choice->options_count;
                o++) {
            char path[60];
            snprintf(path, sizeof path, "choice.%d/option.%d/choose", i, o);
            if (choice->options[o].open && player_press(player, path)) {
                play_mark(play, DID_CHOOSE);
                break;
            }
        }
    }
    if (view->may_expect && player_press(player, "expect/answer.0/tap"))
        play_mark(play, DID_TAP);
    if (view->vote_decider >= 0 && player_press(player, "vote/answer.0/tap"))
        play_mark(play, DID_TAP);
    if (view->may_credit && player_choose(player, "credit/who", 2)
            && player_press(player, "credit/send"))
        play_mark(play, DID_TAP);
    if (view->may_reflect && player_choose(player, "reflect/who", 2)
            && player_press(player, "reflect/send"))
        play_mark(play, DID_TAP);
}

// --- Backstage ---

static inline void play_offer(Play *play) {
    Player *player = &play->player;
    if (!player_press(player, "new_deal") || !player->desk->app.deal.open) return;
    player_choose(player, "offer/partner", 1);
    player_choose(player, "offer/kind", 1);
    if (player_tab_to(player, "offer/words", true))
        player_type(player, "We come on Monday");
    player_choose(player, "offer/size", 1);
    player_press(player, "offer/public");
    player_press(player, "offer/send");
    bool taken = play_mark(play, DID_OFFER);
    // Refused: the sheet is still there with the sentence, and a smaller promise may do.
    if (!taken && player->desk->app.deal.open) {
        player_choose(player, "offer/size", 0);
        player_press(player, "offer/send");
        play_mark(play, DID_OFFER);
    }
    if (player->desk->app.deal.open) player_key(player, UI_KEY_ESCAPE, false);
    if (player_sees(player, "We come on Monday")) play->did |= 1u << DID_READ_OWN_WORDS;
}

static inline void play_found(Play *play) {
    Player *player = &play->player;
    if (!player_press(player, "new_coalition") || !player->desk->app.coalition.open) return;
    for (int32_t i = 0; i < play_view(play)->actors_count; i++) {
        char path[60];
        snprintf(path, sizeof path, "found/member.%d/in", i);
        player_press(player, path);
        if (i == 3) break;
    }
    player_choose(player, "found/rule", 2);
    player_press(player, "found/send");
    if (player->desk->app.coalition.open) player_key(player, UI_KEY_ESCAPE, false);
    play_mark(play, DID_FOUND);
}

static inline void play_answer_offers(Play *play) {
    Player *player = &play->player;
    const View *view = play_view(play);
    char path[60];
    for (int32_t i = 0; i < view->proposals_count; i++) {
        snprintf(path, sizeof path, "proposal.%d/yes", view->proposals[i].slot);
        if (view->proposals[i].waits_for_me && player_press(player, path)) {
            play_mark(play, DID_SAY);
            return;
        }
    }
    for (int32_t i = 0; i < view->deals_count; i++) {
        snprintf(path, sizeof path, "deal.%d/accept", view->deals[i].slot);
        if (view->deals[i].waits_for_me && player_press(player, path)) {
            play_mark(play, DID_DEAL_ANSWER);
            return;
        }
    }
}

static inline void play_backstage(Play *play) {
    Player *player = &play->player;
    player_type(player, "d");
    if (player->desk->app.screen != SCREEN_DEALS) return;
    if (!play_did(play, DID_OFFER) || play_view(play)->round == 2) play_offer(play);
    bool mine = false;
    for (int32_t i = 0; i < play_view(play)->coalitions_count; i++)
        mine |= play_view(play)->coalitions[i].mine;
    if (!mine && !play_did(play, DID_FOUND)) play_found(play);
    for (int32_t i = 0; i < 4; i++)
        play_answer_offers(play);
    if (!play_did(play, DID_INVITE) && player_tab_to(player, "invite/send", true)) {
        player_key(player, UI_KEY_ENTER, false);
        play_mark(play, DID_INVITE);
    }
    player_type(player, "r");
    player_type(player, "t");
}

// --- Meetings ---

static inline void play_meeting(Play *play) {
    Player *player = &play->player;
    const ViewMeeting *meeting = &play_view(play)->meeting;
    if (player->desk->app.screen != SCREEN_MEETING) player_type(player, "m");
    if (meeting->asked_count && player_press(player, "asked.0/answer"))
        play_mark(play, DID_ANSWER);
    if (meeting->sub == MEET_RECORD && meeting->i_am_taker) {
        for (int32_t i = 0, chosen = 0; i < meeting->said_count && chosen < 2; i++) {
            char path[60];
            snprintf(path, sizeof path, "line.%d/choose", i);
            chosen += player_press(player, path);
        }
        if (player_press(player, "record")) play_mark(play, DID_RECORD);
    }
    if (play_view(play)->meeting.open && play_view(play)->sub != MEET_RECORD)
        play_acts(play, 2, DID_SPEAK);
}

// --- The whole game ---

// One step: reads, does what is offered, and says "I am ready". False when nothing moves any more.
static inline bool play_step(Play *play) {
    Player *player = &play->player;
    const View *view = play_view(play);
    const Session *session = player->desk->table->session;
    int64_t before = session->seq;
    play->steps++;
    if (play->steps == 1) play_read(play);
    play_ask_why(play);
    play_taps(play);
    if (view->phase_does == DOES_BACKSTAGE) play_backstage(play);
    if (view->meeting.open) {
        play_meeting(play);
    } else if (view->phase_does != DOES_BACKSTAGE) {
        play_acts(play, 2, DID_ACT);
    }
    if (!view->end.reached && view->may_be_ready) player_press(player, "ready");
    return view->end.reached || session->seq > before;
}

// From the first page to a seat, by keyboard. True when the table is there.
static inline bool play_sit_down(Play *play, const char *pack, const char *actor) {
    Player *player = &play->player;
    Desk *desk = player->desk;
    player_draw(player);
    char path[60];
    for (int32_t i = 0; i < desk->home.packs_count && desk->app.screen == SCREEN_HOME;
            i++) {
        snprintf(path, sizeof path, "pack.%d/show", i);
        if (strcmp(desk->home.packs[i].id, pack) == 0) player_press(player, path);
    }
    if (desk->app.screen != SCREEN_CASE) return false;
    for (int32_t i = 0; i < desk->card.actors_count; i++) {
        snprintf(path, sizeof path, "role.%d/choose", i);
        if (strcmp(desk->card.actors[i].id, actor) == 0) player_press(player, path);
    }
    player_press(player, "play");
    return desk->app.view != NULL;
}

// Steps until the round (0 = the end) is reached; false when the game stands still.
static inline bool play_on(Play *play, int32_t round) {
    enum { STEPS_MAX = 400 };
    for (int32_t i = 0; i < STEPS_MAX; i++) {
        const View *view = play_view(play);
        if (view->end.reached || (round && view->round >= round)) return true;
        if (!play_step(play)) return false;
    }
    return false;
}

static inline uint64_t play_digest(const Play *play) {
    const Session *session = play->player.desk->table->session;
    return state_digest(session->def, &session->state);
}

#endif // WINDOW_GAME_H

// tests/e2e/seat_player.c — one seat of a hosted session in the window's own screens, off-screen and by keys alone, from the code on the board to the ending; the browser game lets it play along. Never: a click, a message past the window.
// seat_player ADDRESS CODE [PICTURE.png]; prints one line of JSON.
#include "e2e/window_player.h"

#include "cli/desk_seat.h"
#include "cli/desk_seat_parts.h"
#include <sys/stat.h>
#include <unistd.h>

enum {
    WAIT_US = 20000,
    QUIET_LOOKS = 12,
    ANSWER_LOOKS = 1500,
    TRIES = 3,
    PATIENCE_S = 800
};

typedef struct Seat {
    Player player;
    char step[64];
    int32_t steps, acts, deals, said;
} Seat;

static const View *view_of(const Seat *seat) { return seat->player.desk->app.view; }

// What came is drawn; a view may be another one after this.
static void look(Seat *seat) {
    usleep(WAIT_US);
    player_draw(&seat->player);
}

static void look_on(Seat *seat) {
    for (int32_t i = 0; i < QUIET_LOOKS; i++)
        look(seat);
}

// Until the host has answered everything that was sent, and that is drawn.
static void look_for_answer(Seat *seat) {
    const DeskSeat *own = seat->player.desk->seat;
    for (int32_t i = 0; i < ANSWER_LOOKS && own->waiting_count > 0; i++)
        look(seat);
    look_on(seat);
}

// The first act that is open, -1 = none.
static int32_t open_act(const Seat *seat, int32_t from) {
    const View *view = view_of(seat);
    for (int32_t i = 0; view && i < view->moves_count; i++) {
        const ViewMove *move = &view->moves[(i + from) % view->moves_count];
        if (move->open) return move->index;
    }
    return -1;
}

static bool act_once(Seat *seat, int32_t from) {
    Player *player = &seat->player;
    int32_t index = open_act(seat, from);
    char path[60];
    if (index < 0) return false;
    snprintf(path, sizeof path, "move.%d/open", index);
    if (!player_press(player, path) || !player->desk->app.act.open) return false;
    snprintf(path, sizeof path, "act.%d/label", index);
    if (player_tab_to(player, path, true)) player_type(player, "Ours");
    snprintf(path, sizeof path, "act.%d/send", index);
    bool sent = player_press(player, path);
    look_for_answer(seat);
    if (player->desk->app.act.open) player_key(player, UI_KEY_ESCAPE, false);
    return sent && !player->desk->app.notice[0];
}

// What others do in the same moment can close the sheet or the act: then another one is taken, as long as the step lasts.
static bool act(Seat *seat) {
    for (int32_t i = 0; i < TRIES; i++) {
        if (act_once(seat, seat->steps + i)) return true;
        look_on(seat);
        if (!view_of(seat) || strcmp(seat->step, view_of(seat)->at) != 0) return false;
    }
    return false;
}

static void offer(Seat *seat) {
    Player *player = &seat->player;
    player_type(player, "d");
    if (player->desk->app.screen != SCREEN_DEALS || !player_press(player, "new_deal"))
        return;
    player_choose(player, "offer/partner", seat->steps % 3);
    player_choose(player, "offer/kind", 1);
    if (player_tab_to(player, "offer/words", true)) player_type(player, "We come");
    player_choose(player, "offer/size", 0);
    bool sent = player_press(player, "offer/send");
    look_for_answer(seat);
    seat->deals += sent && !player->desk->app.notice[0];
    if (player->desk->app.deal.open) player_key(player, UI_KEY_ESCAPE, false);
    player_type(player, "t");
}

static void tap(Seat *seat) {
    static const char *const PATHS[] = {"choice.0/option.0/choose",
            "choice.1/option.0/choose", "expect/answer.0/tap", "vote/answer.0/tap"};
    for (size_t i = 0; i < ARRAY_COUNT(PATHS); i++)
        (void)player_press(&seat->player, PATHS[i]);
}

static void play_step(Seat *seat) {
    Player *player = &seat->player;
    bool backstage = view_of(seat)->phase_does == DOES_BACKSTAGE;
    seat->steps++;
    if (seat->steps == 1) (void)player_press(player, "private/look");
    tap(seat);
    if (backstage) {
        offer(seat);
    } else if (view_of(seat)->meeting.open) {
        if (player->desk->app.screen != SCREEN_MEETING) player_type(player, "m");
        seat->said += act(seat);
    } else {
        seat->acts += act(seat);
    }
}

// A sheet can come back by itself, with what was refused in it: nothing behind it is reached before it is put away.
static void put_away(Seat *seat) {
    const App *app = &seat->player.desk->app;
    if (app->act.open || app->deal.open) player_key(&seat->player, UI_KEY_ESCAPE, false);
}

// Whoever is asked for more says "I am ready" in the end; the next step is played first, also when it comes meanwhile.
static void be_ready(Seat *seat) {
    for (int32_t i = 0; i < QUIET_LOOKS && view_of(seat); i++) {
        const View *view = view_of(seat);
        if (!view->may_be_ready || view->ready || view->paused) return;
        if (strcmp(seat->step, view->at) != 0) return;
        put_away(seat);
        (void)player_press(&seat->player, "ready");
        look_for_answer(seat);
    }
}

static bool over(const Seat *seat) { return view_of(seat) && view_of(seat)->end.reached; }

static bool plays(const Seat *seat) {
    const View *view = view_of(seat);
    return view && view->me != NONE && view->of > 0 && !view->paused;
}

static bool play_to_the_end(Seat *seat) {
    Clock clock = clock_system();
    int64_t until = clock.now_ms(clock.context) + PATIENCE_S * INT64_C(1000);
    bool seated = false;
    while (!over(seat)) {
        if (clock.now_ms(clock.context) > until) return false;
        look(seat);
        if (!seated && view_of(seat) && view_of(seat)->me != NONE) {
            seated = true;
            fprintf(stderr, "seated\n");
        }
        if (!plays(seat)) continue;
        bool fresh = strcmp(seat->step, view_of(seat)->at) != 0;
        snprintf(seat->step, sizeof seat->step, "%s", view_of(seat)->at);
        if (fresh) fprintf(stderr, "%s\n", seat->step);
        if (fresh && view_of(seat)->round > 0) play_step(seat);
        be_ready(seat);
    }
    look_on(seat);
    return true;
}

static void take_picture(const Player *player, const char *path) {
    size_t bytes = (size_t)player->glasses->width * (size_t)player->glasses->height * 4;
    uint8_t *pixels = malloc(bytes);
    Err err = {0};
    if (pixels && paint_read(player->paint, pixels, &err))
        (void)!picture_write_png(
                path, pixels, player->glasses->width, player->glasses->height, &err);
    free(pixels);
}

int main(int count, char **args) {
    static const Glasses GLASSES = {"seat", "en", 1280, 800, 100, THEME_LIGHT};
    Seat seat = {0};
    Err err = {0};
    if (count < 3 || !player_open(&seat.player, &GLASSES, NULL, &err)
            || !desk_seat_join(seat.player.desk, args[1], args[2], &err)) {
        fprintf(stderr, "seat_player: %s %s\n", err.what, err.fix);
        return 2;
    }
    bool ended = play_to_the_end(&seat);
    if (count > 3) take_picture(&seat.player, args[3]);
    printf("{\"ended\":%s,\"step\":\"%s\",\"screen\":\"%s\",\"steps\":%d,\"acts\":%d,"
           "\"said\":%d,\"deals\":%d,\"frames\":%d,\"findings\":%d,\"lost\":%d}\n",
            ended ? "true" : "false", seat.step,
            app_screen_name(seat.player.desk->app.screen), seat.steps, seat.acts, seat.said,
            seat.deals, seat.player.frames, seat.player.findings, seat.player.lost);
    player_close(&seat.player);
    return ended ? 0 : 1;
}

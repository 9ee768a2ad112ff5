// tests/e2e/test_window_question.c — somebody asks the player a question in a meeting; it is answered or stepped around in the window, by keyboard alone. Never: a click.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "e2e/window_game.h"
#include <ftw.h>
#include <unistd.h>

static const Glasses ENGLISH = {"question-en", "en", 1024, 768, 100, THEME_LIGHT};
static const Glasses ARABIC = {"question-ar", "ar", 1920, 1080, 150, THEME_DARK};

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
    (void)info, (void)kind, (void)at;
    return remove(path);
}

static Session *session_of(const Play *play) { return play->player.desk->table->session; }

static bool speaks_now(const Play *play) {
    const View *view = play_view(play);
    return view->meeting.open && view->meeting.present && view->sub == MEET_SPEECH;
}

static void play_to_speech(Play *play) {
    for (int32_t i = 0; i < 40 && !speaks_now(play); i++) {
        const View *view = play_view(play);
        if (view->meeting.open && view->sub == MEET_RECORD) play_meeting(play);
        if (!player_press(&play->player, "ready")) player_type(&play->player, "t");
    }
    assert_true(speaks_now(play));
}

static VerdictCode tell(Play *play, CommandKind kind, uint8_t actor, Act act) {
    Command command = {.kind = (uint8_t)kind, .actor = actor, .at_phase = NONE, .act = act};
    Verdict verdict;
    Err err = {0};
    if (!session_do(session_of(play), &command, &verdict, &err)) fail_msg("%s", err.what);
    return (VerdictCode)verdict.code;
}

static uint8_t question_move(const Def *def) {
    for (uint8_t i = 0; i < def->moves_count; i++) {
        if (def->moves[i].mechanism == POINT_QUESTION) return i;
    }
    fail_msg("no point asks questions");
    return 0;
}

// One of the others thinks again, and uses its voice for a question to the player.
static uint8_t somebody_asks(Play *play) {
    const Session *session = session_of(play);
    uint8_t me = play->player.desk->actor;
    Act ask = {
            .move = question_move(session->def), .target = {KIND_ACTOR, me}
    };
    ask.arena = session->state.meetings[session->state.meeting & 3];
    for (uint8_t actor = 0; actor < def_count(session->def, KIND_ACTOR); actor++) {
        if (actor == me || !((session->state.present >> actor) & 1)) continue;
        tell(play, COMMAND_NOT_DONE, actor, (Act){0});
        for (int32_t i = 0; i < PLAN_MAX && session->state.plan_count[actor]; i++)
            tell(play, COMMAND_TAKE_BACK, actor, (Act){0});
        ask.actor = actor;
        bool asked = tell(play, COMMAND_ACT, actor, ask) == VERDICT_OK;
        assert_int_equal(tell(play, COMMAND_DONE, actor, (Act){0}), VERDICT_OK);
        if (asked) return actor;
    }
    fail_msg("nobody can ask");
    return NONE;
}

static int32_t trust_in(const Play *play, uint8_t asker) {
    const Session *session = session_of(play);
    return state_at(
            session->def, &session->state, TRACK_TRUST, asker, play->player.desk->actor);
}

static int32_t standing_sum(const Play *play) {
    const Session *session = session_of(play);
    int32_t sum = 0;
    for (int32_t a = 0; a < def_count(session->def, KIND_AUDIENCE); a++)
        sum += state_at(session->def, &session->state, TRACK_LEGITIMACY,
                play->player.desk->actor, a);
    return sum;
}

static bool is_open(const Play *play) {
    const State *state = &session_of(play)->state;
    for (size_t i = 0; i < ARRAY_COUNT(state->question); i++) {
        if (state->question[i].open && state->question[i].to == play->player.desk->actor)
            return true;
    }
    return false;
}

// What changed: tenths of the asker's trust and of all one's standing.
typedef struct Turn {
    int32_t trust, standing;
} Turn;

static Turn meet_a_question(const Glasses *glasses, const char *button) {
    char folder[] = "/tmp/convene-question-XXXXXX";
    Err err = {0};
    Play play = {0};
    assert_non_null(mkdtemp(folder));
    if (!player_open(&play.player, glasses, folder, &err)) fail_msg("%s", err.what);
    assert_true(play_sit_down(&play, "riverside-link", "link"));
    play_to_speech(&play);
    uint8_t asker = somebody_asks(&play);
    player_press(
            &play.player, "ready"); // the speech closes: the question stands in the room
    assert_int_equal(play_view(&play)->sub, MEET_RECORD);
    assert_int_equal(play_view(&play)->meeting.asked_count, 1);
    assert_true(is_open(&play));
    assert_true(player_sees(&play.player, play_view(&play)->meeting.asked[0].text));
    Turn before = {trust_in(&play, asker), standing_sum(&play)};
    if (!player_press(&play.player, button)) fail_msg("%s cannot be reached", button);
    assert_string_equal(play.player.desk->app.notice, "");
    assert_false(is_open(&play));
    assert_int_equal(play_view(&play)->meeting.asked_count, 0);
    Turn turn = {
            trust_in(&play, asker) - before.trust, standing_sum(&play) - before.standing};
    assert_int_equal(play.player.findings, 0);
    assert_int_equal(play.player.lost, 0);
    player_close(&play.player);
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return turn;
}

static void test_a_question_is_answered(void **state) {
    (void)state;
    Turn turn = meet_a_question(&ENGLISH, "asked.0/answer");
    assert_true(turn.trust > 0);
    assert_int_equal(turn.standing, 0);
}

static void test_a_question_is_stepped_around(void **state) {
    (void)state;
    Turn turn = meet_a_question(&ARABIC, "asked.0/deflect");
    assert_int_equal(turn.trust, 0);
    assert_true(turn.standing < 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_question_is_answered),
            cmocka_unit_test(test_a_question_is_stepped_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

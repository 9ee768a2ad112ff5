// tests/unit/test_session_labels.c — a person's own words: cleaned, kept beside the record, read back. Never: words inside a batch.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "own_folder.h"
#include "scenario/load.h"
#include "session/own_words.h"
#include "session/view.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct World {
    Scenario scenario;
    char folder[OWN_FOLDER_BYTES], path[OWN_FOLDER_BYTES + 40];
    Session *session;
} World;

static bool open_session(World *world, bool fresh) {
    char hash[2 * DIGEST_BYTES + 1];
    digest_hex(&world->scenario.def->hash, hash);
    const JournalFact facts[] = {
            {"pack",  {(const uint8_t *)hash, strlen(hash)}},
            {"seed",  {(const uint8_t *)"7", 1}            },
            {"rules", {(const uint8_t *)"1", 1}            }
    };
    SessionConfig config = {.def = world->scenario.def, .entropy = entropy_system()};
    Err err = {0};
    bool good = fresh ? store_create(world->path, facts, (int32_t)ARRAY_COUNT(facts),
                        &config.journal, &err)
                      : store_open(world->path, STORE_PLAY, &config.journal, &err);
    if (good) world->session = session_open(&config, &err);
    if (!world->session) print_error("%s\n", err.what);
    return world->session != NULL;
}

static int setup(void **context) {
    World *world = calloc(1, sizeof *world);
    Diags *diags = calloc(1, sizeof *diags);
    static const char *const library[] = {"scripts"};
    LoadOptions options = {.library = library, .library_count = 1};
    bool good =
            scenario_load("scenarios/riverside-link", &options, &world->scenario, diags);
    free(diags);
    good = good && own_folder_make(world->folder, "labels");
    snprintf(world->path, sizeof world->path, "%s/one.convene-session", world->folder);
    *context = world;
    return good && open_session(world, true) ? 0 : -1;
}

static int teardown(void **context) {
    World *world = *context;
    session_close(world->session);
    int left = own_folder_remove(world->folder);
    scenario_free(&world->scenario);
    free(world);
    return left;
}

static Verdict send(World *world, Command command, const char *words) {
    Submission submission = {.command = command,
            .source = command.actor == NONE ? -1 : command.actor + 1,
            .words = words};
    Verdict verdict;
    Err err = {0};
    assert_true(session_submit(world->session, &submission, &verdict, &err));
    return verdict;
}

static Command console(CommandKind kind, int16_t a, int16_t b) {
    return (Command){
            .kind = (uint8_t)kind, .actor = NONE, .at_phase = NONE, .a = a, .b = b};
}

// Every seat a person's, the game at the speech of the first meeting.
static void to_speech(World *world) {
    const Def *def = world->scenario.def;
    for (int16_t i = 0; i < def_count(def, KIND_ACTOR); i++)
        (void)send(world, console(COMMAND_SEAT, i, BY_PERSON), NULL);
    (void)send(world, console(COMMAND_START, 0, 0), NULL);
    for (int i = 0; i < 20 && world->session->state.sub != MEET_SPEECH; i++) {
        (void)send(world, console(COMMAND_ADVANCE, 0, 0), NULL);
    }
    assert_int_equal(world->session->state.sub, MEET_SPEECH);
}

static Command name_frame(const World *world) {
    const Def *def = world->scenario.def;
    Command command = {.kind = COMMAND_ACT, .actor = 0, .at_phase = NONE};
    int32_t move = def_find_move(def, "name");
    assert_true(move >= 0 && def->moves[move].label_max > 0);
    command.act = (Act){.move = (uint8_t)move,
            .target = def_find(def, KIND_FRAME, "place"),
            .bid = 1,
            .arena = NONE};
    return command;
}

static void words_are_cleaned_kept_and_read_back(void **context) {
    World *world = *context;
    to_speech(world);
    assert_int_equal(
            send(world, name_frame(world), "An open \x1b[2Jdoor\xe2\x80\xae!").code,
            VERDICT_OK);
    assert_string_equal(own_words_text(world->session, 1), "An open [2Jdoor!");
    uint64_t digest = state_digest(world->scenario.def, &world->session->state);
    session_close(world->session);
    world->session = NULL;
    assert_true(open_session(world, false));
    assert_string_equal(own_words_text(world->session, 1), "An open [2Jdoor!");
    assert_true(digest == state_digest(world->scenario.def, &world->session->state));
}

static void batches_hold_no_words(void **context) {
    World *world = *context;
    JournalBatch batches[64];
    Region region = {0};
    Err err = {0};
    int32_t count = 0;
    Journal *journal = &world->session->journal;
    assert_true(journal->read(journal->self, 1, batches, 64, &count, &region, &err));
    assert_true(count > 5);
    for (int32_t i = 0; i < count; i++) {
        assert_null(memmem(batches[i].command.data, batches[i].command.length, "open", 4));
        assert_null(memmem(batches[i].events.data, batches[i].events.length, "open [", 6));
    }
    region_clear(&region);
}

static void words_stand_with_what_was_said(void **context) {
    World *world = *context;
    (void)send(world, console(COMMAND_ADVANCE, 0, 0), NULL);
    Language language = say_source(world->scenario.def);
    View view = {0};
    view_build(world->session, 1, &language, &view);
    bool found = false;
    for (int32_t i = 0; i < view.meeting.said_count; i++)
        found |= strstr(view.meeting.said[i].text, "An open") != NULL;
    assert_true(found);
    view_free(&view);
}

static void acts_without_room_for_words_keep_none(void **context) {
    World *world = *context;
    int32_t before = world->session->words_count;
    Command done = {.kind = COMMAND_DONE, .actor = 0, .at_phase = NONE};
    (void)send(world, done, "not here");
    Command wrong = name_frame(world);
    wrong.act.bid = 9;
    assert_int_not_equal(send(world, wrong, "refused").code, VERDICT_OK);
    assert_int_equal(world->session->words_count, before);
}

static Command found_coalition(int16_t coalition) {
    return (Command){.kind = COMMAND_COALITION_PROPOSE,
            .actor = 0,
            .at_phase = NONE,
            .a = coalition,
            .b = 1 << 2,
            .c = COALITION_CONSENT};
}

static bool all_read(const World *world, const char *name) {
    Language language = say_source(world->scenario.def);
    bool read = true;
    for (uint8_t actor = 0; actor < 3; actor++) {
        View view = {0};
        view_build(world->session, actor, &language, &view);
        bool found = false;
        for (int32_t i = 0; i < view.coalitions_count; i++)
            found |= strcmp(view.coalitions[i].name, name) == 0;
        read &= found;
        view_free(&view);
    }
    return read;
}

// What the only proposal there is asks of this seat.
static ViewProposal proposal_of(const World *world, uint8_t actor) {
    Language language = say_source(world->scenario.def);
    View view = {0};
    view_build(world->session, actor, &language, &view);
    assert_int_equal(view.proposals_count, 1);
    ViewProposal proposal = view.proposals[0];
    view_free(&view);
    return proposal;
}

// A yes to a coalition may become a no while BACKSTAGE lasts, and the page says so; also to who proposed.
static void an_answer_to_a_proposal_can_be_thought_over(World *world) {
    Command say = {.kind = COMMAND_COALITION_SAY, .actor = 2, .at_phase = NONE, .b = 2};
    assert_true(proposal_of(world, 2).waits_for_me);
    assert_int_equal(proposal_of(world, 2).said, 0);
    assert_int_equal(send(world, say, NULL).code, VERDICT_OK);
    assert_false(proposal_of(world, 2).waits_for_me);
    assert_int_equal(proposal_of(world, 2).said, 2);
    say.b = 1;
    assert_int_equal(send(world, say, NULL).code, VERDICT_OK);
    assert_int_equal(proposal_of(world, 2).said, 1);
    assert_int_equal(proposal_of(world, 0).said, 1);
}

// A deal waits for whom it was offered to, and for nobody else.
static void a_deal_waits_for_its_receiver(World *world) {
    Command offer = {.kind = COMMAND_DEAL_OFFER, .actor = 0, .at_phase = NONE};
    offer.deal = deal_between(0, 2);
    offer.deal.promises_count = 1;
    offer.deal.promises[0] = (Promise){.kind = PROMISE_WORDS,
            .by = 0,
            .target = NONE,
            .what = NONE,
            .due = world->session->state.round,
            .size = 1};
    assert_int_equal(send(world, offer, "We speak first").code, VERDICT_OK);
    Language language = say_source(world->scenario.def);
    for (uint8_t actor = 0; actor < 4; actor++) {
        View view = {0};
        int32_t waiting = 0;
        view_build(world->session, actor, &language, &view);
        for (int32_t i = 0; i < view.deals_count; i++)
            waiting += view.deals[i].waits_for_me;
        assert_int_equal(waiting, actor == 2);
        view_free(&view);
    }
}

// How many deals a seat sees waiting, and how many of three parties there are for it.
static int32_t deals_of(World *world, uint8_t actor, int32_t *of_three, bool *told) {
    Language language = say_source(world->scenario.def);
    View view = {0};
    int32_t waiting = 0;
    *of_three = 0;
    *told = false;
    view_build(world->session, actor, &language, &view);
    for (int32_t i = 0; i < view.deals_count; i++) {
        waiting += view.deals[i].waits_for_me;
        *of_three += view.deals[i].parties == 3;
    }
    for (int32_t i = 0; i < view.news_count; i++)
        *told |= strstr(view.news[i].text, "They agree on a deal") != NULL;
    view_free(&view);
    return waiting;
}

// A private deal of three: each of them follows it from the offer to the agreement, nobody else hears of it.
static void a_deal_of_three_is_theirs_alone(World *world) {
    Command offer = {.kind = COMMAND_DEAL_OFFER, .actor = 1, .at_phase = NONE};
    offer.deal = deal_between(1, 0);
    assert_true(deal_join(&offer.deal, 3));
    offer.deal.promises_count = 1;
    offer.deal.promises[0] = (Promise){.kind = PROMISE_WORDS,
            .by = 3,
            .target = NONE,
            .what = NONE,
            .due = world->session->state.round,
            .size = 1};
    assert_int_equal(send(world, offer, "We three share the desk").code, VERDICT_OK);
    int16_t slot = 0;
    while (world->session->state.deal[slot].parties != 3)
        slot++;
    for (uint8_t next = 0; next < 2; next++) {
        static const uint8_t others[] = {3, 0};
        int32_t of_three;
        bool told;
        for (uint8_t actor = 0; actor < 4; actor++) {
            bool asked = actor == 0 || (actor == 3 && next == 0);
            assert_int_equal(deals_of(world, actor, &of_three, &told), asked);
            assert_int_equal(of_three, actor != 2);
            assert_false(told);
        }
        Command yes = {.kind = COMMAND_DEAL_ACCEPT,
                .actor = others[next],
                .at_phase = NONE,
                .a = slot};
        assert_int_equal(send(world, yes, NULL).code, VERDICT_OK);
    }
    for (uint8_t actor = 0; actor < 4; actor++) {
        int32_t of_three;
        bool told;
        assert_int_equal(deals_of(world, actor, &of_three, &told), 0);
        assert_int_equal(of_three, actor != 2);
        assert_int_equal(told, actor != 2);
    }
}

// Who founds a group gives it a name; all read it, until it is taken off the screens.
static void a_coalition_has_the_name_its_founders_gave_it(void **context) {
    World *world = *context;
    Err err = {0};
    for (int i = 0; i < 40 && world->session->state.round < 2; i++)
        (void)send(world, console(COMMAND_ADVANCE, 0, 0), NULL);
    const Def *def = world->scenario.def;
    while (def->phases[world->session->state.phase].does != DOES_BACKSTAGE)
        (void)send(world, console(COMMAND_ADVANCE, 0, 0), NULL);
    int32_t before = world->session->words_count;
    assert_int_equal(
            send(world, found_coalition(NONE), "The Wednesday table").code, VERDICT_OK);
    assert_int_equal(world->session->words_count, before + 1);
    an_answer_to_a_proposal_can_be_thought_over(world);
    a_deal_of_three_is_theirs_alone(world);
    a_deal_waits_for_its_receiver(world);
    (void)send(world, console(COMMAND_ADVANCE, 0, 0), NULL);
    assert_true(all_read(world, "The Wednesday table"));
    uint16_t id = (uint16_t)(before + 1);
    assert_true(own_words_hide(world->session, id, true, &err));
    assert_false(all_read(world, "The Wednesday table"));
    assert_true(own_words_hide(world->session, id, false, &err));
    session_close(world->session);
    world->session = NULL;
    assert_true(open_session(world, false));
    assert_true(all_read(world, "The Wednesday table"));
}

// Everything an actor's seat said in the game itself goes with its other words, from the file and its log too.
static void what_an_actor_said_is_erased_with_its_seat(void **context) {
    World *world = *context;
    Region region = {0};
    Err err = {0};
    int64_t ids[8];
    char log[sizeof world->path + 8];
    const char *const files[] = {world->path, log};
    snprintf(log, sizeof log, "%s-wal", world->path);
    int32_t count = own_words_of(world->session, 1, ids, 8);
    assert_int_equal(
            count, 3); // its seat: what it said, what it called its group, what it promised
    assert_true(own_words_erase(world->session, ids, count, &err));
    assert_string_equal(own_words_text(world->session, 1), "");
    const Journal *journal = &world->session->journal;
    assert_true(journal->verify(journal->self, &err));
    for (size_t i = 0; i < ARRAY_COUNT(files); i++) {
        Bytes bytes = {0};
        if (!file_read(&region, files[i], 64 << 20, &bytes, &err)) continue;
        assert_null(memmem(bytes.data, bytes.length, "An open [2J", 11));
    }
    region_clear(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(words_are_cleaned_kept_and_read_back),
            cmocka_unit_test(batches_hold_no_words),
            cmocka_unit_test(words_stand_with_what_was_said),
            cmocka_unit_test(acts_without_room_for_words_keep_none),
            cmocka_unit_test(a_coalition_has_the_name_its_founders_gave_it),
            cmocka_unit_test(what_an_actor_said_is_erased_with_its_seat),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

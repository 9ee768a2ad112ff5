// tests/unit/client_scenes.h — every screen and sheet of the window as a scene. Never: a test.
#ifndef CLIENT_SCENES_H
#define CLIENT_SCENES_H
#include "unit/client_stage.h"
#include "unit/sample_votes.h"
#include "unit/sample_what_if.h"
#include "wire/console.h"

typedef struct Scene {
    const char *name;
    void (*set)(Stage *stage);
} Scene;

static inline void scene_checks(void *context, const char *path) {
    (void)context;
    (void)path;
}
static inline void scene_home(Stage *stage) {
    stage->app.ports.check_case = scene_checks;
    stage->app.screen = SCREEN_HOME;
}
static inline void scene_answers_overdue(void *context, const char *session, bool erases) {
    (void)context;
    (void)session;
    (void)erases;
}
static inline void scene_overdue(Stage *stage) {
    static const HomeOverdue LIST[] = {
            {"harbour-kitchens-2", "Harbour Kitchens", 41},
            {"riverside-link-1",   "Riverside Link",   33}
    };
    scene_home(stage);
    stage->app.ports.answer_overdue = scene_answers_overdue;
    stage->sample->home.overdue = LIST;
    stage->sample->home.overdue_count = 2;
}
static inline void scene_overdue_sure(Stage *stage) {
    scene_overdue(stage);
    stage->app.overdue_sure = 1;
}
static inline void scene_case(Stage *stage) { stage->app.screen = SCREEN_CASE; }
static inline void scene_settings(Stage *stage) { stage->app.screen = SCREEN_SETTINGS; }
static inline void scene_settings_trial(Stage *stage) {
    scene_settings(stage);
    stage->app.trial = (SizeTrial){
            .on = true, .scale_percent = 100, .text_percent = 100, .until_ms = 9500};
}
static inline void scene_table(Stage *stage) { show_view(stage); }
static inline void scene_find(Stage *stage) {
    show_view(stage);
    stage->app.find = (FindDraft){.open = true, .words = "the", .at = 3};
}
static inline void scene_text_150(Stage *stage) {
    show_view(stage);
    ui_set_text_size(stage->ui, 150);
    ui_set_letters(stage->ui, UI_LETTERS_ALT);
}
static inline void scene_meeting(Stage *stage) {
    sample_open_meeting(stage->sample, MEET_SPEECH);
    show_view(stage);
}
static inline void scene_record(Stage *stage) {
    sample_open_meeting(stage->sample, MEET_RECORD);
    show_view(stage);
}
static inline void scene_deals(Stage *stage) {
    stage->sample->view.phase_does = DOES_BACKSTAGE;
    show_view(stage);
    stage->app.screen = SCREEN_DEALS;
}
static inline void scene_news(Stage *stage) {
    show_view(stage);
    stage->app.screen = SCREEN_NEWS;
}
static inline void scene_end(Stage *stage) {
    stage->sample->view.end.reached = true;
    stage->sample->view.may_be_ready = false;
    show_view(stage);
}
// Before the facts are told nothing of what each kept to itself is there.
static inline void scene_end_locked(Stage *stage) {
    ViewEnd *end = &stage->sample->view.end;
    end->locked = true;
    end->step = 2;
    end->told = 0;
    end->mandates_count = end->reasons_count = 0;
    scene_end(stage);
}
static inline void scene_act(Stage *stage) {
    show_view(stage);
    app_open_act(&stage->app, 11);
}
// The answer to what can be foreseen is on its way; and it is that this would be refused.
static inline void scene_act_waits(Stage *stage) {
    scene_act(stage);
    stage->sample->foresees_late = true;
}
static inline void scene_act_closed(Stage *stage) {
    scene_act(stage);
    stage->sample->foresees_refusal = true;
}
static inline void scene_speech(Stage *stage) {
    scene_meeting(stage);
    app_open_act(&stage->app, 11);
    stage->app.act.token = 1;
}
static inline void scene_why(Stage *stage) {
    show_view(stage);
    stage->app.why_open = true;
    stage->app.why_cell = 2004;
}
static inline void scene_actor(Stage *stage) {
    show_view(stage);
    stage->app.actor_open = 2;
}
static inline void scene_help(Stage *stage) {
    show_view(stage);
    stage->app.help_open = true;
}
static inline void scene_deal(Stage *stage) {
    scene_deals(stage);
    // One promise is written, another is being written.
    stage->app.deal = (DealDraft){
            .open = true,
            .written_count = 1,
            .written[0] = {.kind = 2, .what = 2, .size = 1, .due = 3,         .amount = 1},
            .promise = {.kind = 5,         .size = 2,          .due = 3,  .amount = 1}
    };
}
// Four in one deal: who gives what to whom is looked at pair by pair.
static inline void scene_deal_of_four(Stage *stage) {
    scene_deal(stage);
    DealDraft *draft = &stage->app.deal;
    draft->more = draft->further[3] = draft->further[4] = true;
    draft->giver = 1;
    draft->taker = 2;
    draft->gives[0] = 2;
    draft->among[1][3][0] = 1;
    draft->promise =
            (PromiseDraft){.kind = 8, .size = 1, .due = 3, .amount = 1, .by = 3, .to = 2};
}
static inline void scene_coalition(Stage *stage) {
    scene_deals(stage);
    stage->app.coalition.open = true;
}
static inline void scene_group(Stage *stage) {
    scene_deals(stage);
    stage->app.group = (GroupDraft){.open = true, .slot = 0, .carries = 3, .does = 1};
}
static inline void scene_group_closed(Stage *stage) {
    sample_close_coalitions(stage->sample);
    scene_group(stage);
}
static inline void scene_lead(Stage *stage) {
    sample_lead(stage->sample);
    scene_record(stage);
}
static inline void scene_backstage(Stage *stage) {
    sample_backstage(stage->sample);
    scene_deals(stage);
}
static inline void scene_guests(Stage *stage) {
    stage->sample->asks->many = true;
    scene_act(stage);
}
static inline void scene_taps(Stage *stage) {
    View *v = &stage->sample->view;
    v->may_reflect = v->may_expect = v->may_credit = true;
    v->vote_decider = 0;
    v->phase_does = DOES_REFLECT;
    v->moves_count = 0;
    show_view(stage);
    app_set_notice(&stage->app, "Costs 3 money, you have 1.");
}

static inline void scene_votes(Stage *stage) {
    sample_votes(stage->sample);
    stage->sample->view.phase_does = DOES_BACKSTAGE;
    show_view(stage);
}
static inline void scene_templates(Stage *stage) {
    sample_templates(stage->sample);
    show_view(stage);
    stage->app.screen = SCREEN_DEALS;
    stage->app.deal.open = true;
}

static inline void scene_takes(void *context) { (void)context; }
static inline void scene_asks(void *context, const char *act, const char *words) {
    (void)context;
    (void)act;
    (void)words;
}

// A seat of a hosted session at this window: on its table with the clock and the facilitator's words; waiting.
static inline void scene_seat(Stage *stage) {
    static AppSeat seat = {.shown = true, .clock_s = 95, .code = "44109327"};
    seat.news.lines[0] = (SeatLine){.kind = "whisper", .id = 4};
    seat.news.lines[0].text = "Look at your brief before you speak";
    seat.news.lines_count = 1;
    show_view(stage);
    stage->app.seat = &seat;
}
// The same seat with everything that is beside the game: notes, questions, what went on, a sheet that came back.
static inline SeatOwn full_own(void) {
    static const SeatEntry ENTRIES[] = {
            {.id = 3,
             .round = 1,
             .scope = 0,
             .text = "They listened only when Rosa spoke."},
            {.id = 5,
             .round = 2,
             .scope = 2,
             .text = "We asked for too much at once, and had nothing to give for "
                            "it."                         }
    };
    static const char *const PROMPTS[] = {
            "Whose word did you wait for this round?", "What did you not say, and why?"};
    static const SeatQuestion QUIZ[] = {
            {.ask = "Why did the minutes matter?",
             .because =
                            "Lines that are written down work again in every later round.", .answers = {"They are read aloud", "They work again",
                            "They cost nothing"},
             .answers_count = 3,
             .right = 2}
    };
    static const SeatSeen SEEN[] = {
            {.text = "Tenants' Union supports Hill Street: \"we stand by it\"",
             .round = 1,
             .source = 0                                                                               },
            {.text = "Hill Street leaves somebody out",                         .round = 2, .source = 3}
    };
    static const char *const ITEMS[] = {"We meet again at a quarter past four."};
    static const SeatAsked ASKS[] = {
            {.view = 3, .text = "Who had less and moved more?"}
    };
    return (SeatOwn){.journal = ENTRIES,
            .shared = ENTRIES,
            .prompts = PROMPTS,
            .quiz = QUIZ,
            .seen = SEEN,
            .items = ITEMS,
            .pointed = "The board shows: Hill Street.",
            .asks = ASKS,
            .views = 1u << 2 | 1u << 3 | 1u << 13,
            .step = 3,
            .journal_count = 2,
            .shared_count = 1,
            .prompts_count = 2,
            .quiz_count = 1,
            .seen_count = 2,
            .items_count = 1,
            .asks_count = 1};
}
static inline AppSeat *full_seat(void) {
    static AppSeat seat;
    seat = (AppSeat){
            .shown = true,
            .alone = true,
            .clock_s = 95,
            .code = "44109327",
            .note = "",
            .draft_kept = true,
            .news = {.role = "plays", .label = "", .shown = "", .looked_at = 2}
    };
    seat.news.own = full_own();
    return &seat;
}
static inline void scene_journal(Stage *stage) {
    show_view(stage);
    stage->app.seat = full_seat();
    stage->app.screen = SCREEN_JOURNAL;
    stage->app.journal.changes = 5;
    stage->app.journal.quiz_open = true;
    stage->app.journal.picks[0] = 1;
    snprintf(stage->app.journal.text, JOURNAL_BYTES,
            "What did you not say, and why?\nThat we had spoken with the bank before. I "
            "kept it "
            "for myself, and the parents asked me about it at the door.\n\nNext time:\n1. "
            "say it "
            "first\n2. ask who else knows\n3. write it down");
}
static inline void scene_observe(Stage *stage) {
    AppSeat *seat = full_seat();
    seat->news.role = "observes";
    sample_watch(stage->sample);
    show_view(stage);
    stage->app.seat = seat;
    stage->app.screen = SCREEN_OBSERVE;
    stage->app.observe = (ObserveDraft){.who = 2, .act = 3, .more = true};
}
static inline void scene_watch(Stage *stage) {
    scene_observe(stage);
    stage->app.screen = SCREEN_TABLE;
}
static inline void scene_away(Stage *stage) {
    show_view(stage);
    stage->app.seat = full_seat();
    stage->app.away = (Away){.tells = true, .seen = true};
    snprintf(stage->app.away.back.at, AT_BYTES, "r1.action");
    stage->app.away.back.stood_in = true;
    stage->app.away.back.levels_count = 3;
    stage->app.returned_count = 2;
    stage->app.returned[0] = (Returned){.kind = COMMAND_DEAL_OFFER};
    snprintf(stage->app.returned[0].title, LABEL_BYTES, "A deal with Hill Street");
    stage->app.returned[1] = (Returned){.kind = COMMAND_ACT, .act = {.move = 240}};
    snprintf(stage->app.returned[1].title, LABEL_BYTES, "Hold a vigil");
}
static inline void scene_stood_in(Stage *stage) {
    ViewActor *actors = (ViewActor *)(uintptr_t)stage->sample->view.actors;
    actors[stage->sample->view.me].by = BY_STAND_IN;
    show_view(stage);
    stage->app.seat = full_seat();
}
static inline void scene_debrief(Stage *stage) {
    scene_end(stage);
    stage->app.seat = full_seat();
}
static inline void scene_seat_help(Stage *stage) {
    show_view(stage);
    stage->app.seat = full_seat();
    stage->app.ports.ask_beside = scene_asks;
    stage->app.ports.forget_seat = scene_takes;
    stage->app.help_open = true;
}
static inline void scene_seat_waits(Stage *stage) {
    static const AppSeat seat = {
            .shown = true,
            .waits = true,
            .alone = true,
            .clock_s = -1,
            .note = "",
            .news = {.role = "", .label = "", .shown = ""}
    };
    stage->app.seat = &seat;
}
static inline void scene_joins(void *context, const JoinDraft *join) {
    (void)context;
    (void)join;
}
static inline void scene_home_join(Stage *stage) {
    stage->app.screen = SCREEN_HOME;
    stage->app.ports.join = scene_joins;
    stage->app.join.open = true;
}

static inline void scene_author_first(Stage *stage) {
    stage->app.ports.check_case = scene_checks;
    stage->app.screen = SCREEN_AUTHOR;
}
// clang-format off
static inline void scene_author(Stage *stage) {
    static const AuthorFinding FINDINGS[] = {
            {"E201 scenario.lua:23", "There is no actor \"tenant\". Did you mean \"tenants\"?",
                    "members = { tenant = \"seat\", club = \"vote\", parish = \"chair\" } }",
                    "write tenants", true, false},
            {"W805 scenario.lua:8",
                    "actor.tenants.brief: a sentence of 27 words, \"You have lived here since "
                    "before the bridge…\"; people follow 20.",
                    "", "make two sentences of it", false, false},
            {"N2 pack.lua",
                    "60 minutes: 6 to begin, 2 rounds of 16, 2 of pauses, 20 for the debrief.", "",
                    "", false, true}
    };
    static const AuthorView VIEW = {.path = "cases/hall-keys",
            .findings = FINDINGS,
            .findings_count = 3,
            .errors = 1,
            .warnings = 1,
            .notes = 1};
    scene_author_first(stage);
    stage->app.author = &VIEW;
    snprintf(stage->app.author_path, sizeof stage->app.author_path, "%s", VIEW.path);
}
// clang-format on
static inline void scene_author_fine(Stage *stage) {
    static const AuthorView VIEW = {.path = "riverside-link"};
    scene_author(stage);
    stage->app.author = &VIEW;
}
static inline void scene_author_runs(Stage *stage) {
    static const AuthorView VIEW = {.path = "riverside-link", .runs = true};
    scene_author(stage);
    stage->app.author = &VIEW;
}
static inline void scene_case_host(Stage *stage) {
    stage->app.screen = SCREEN_CASE;
    stage->app.host.mode = 1;
}
static inline void scene_lobby(Stage *stage) {
    stage->sample->console.step.stage = STAGE_LOBBY;
    app_set_console(&stage->app, &stage->sample->console);
    stage->app.host.picked = 7;
}
static inline void scene_lobby_check(Stage *stage) {
    static const char *const ASKS[] = {
            "Is the phone in the network of this computer, Workshop-WLAN?",
            "Did this computer ask whether others may connect? The answer must be: allow.",
            ("If both are so, this network keeps phones away from other devices. Use a "
             "hotspot. From here a firewall looks the same.")};
    scene_lobby(stage);
    stage->app.host.check = HOST_CHECK;
    stage->sample->console.join.reached = false;
    stage->sample->console.asks = ASKS;
    stage->sample->console.asks_count = 3;
}
// A case that asks for its note to be read aloud; and parts that were given out anew.
static inline void scene_lobby_care(Stage *stage) {
    static const char *const NOTE[] = {
            ("This case is about a law against violence at home. No violent act is told. A "
             "story is a token on the table that somebody has agreed to lend."),
            "You may pass, swap or leave at any time, and nobody asks why.",
            "GB: 0808 2000 247, day and night"};
    scene_lobby(stage);
    stage->sample->console.care = NOTE;
    stage->sample->console.care_count = 3;
    stage->sample->console.care_spoken =
            "I have read this aloud. Everybody knows how to step out and whom to call.";
    stage->sample->console.care_due = true;
    stage->sample->console.recast = true;
}
// More people than parts, before and after a second session was opened for them.
static inline void scene_lobby_second(Stage *stage) {
    scene_lobby(stage);
    stage->sample->console.unplaced = 10;
}
static inline void scene_leads(void *context, const char *session) {
    Sample *s = context;
    snprintf(s->line, sizeof s->line, "lead %s", session);
}
static inline void scene_console_second(Stage *stage) {
    static const ConsoleSession SESSIONS[] = {
            {1, "harbour-kitchens-1", 40, 10, true },
            {2, "harbour-kitchens-2", 9,  0,  false}
    };
    app_set_console(&stage->app, &stage->sample->console);
    stage->app.ports.lead = scene_leads;
    stage->sample->console.unplaced = 10;
    stage->sample->console.second_open = true;
    stage->sample->console.sessions = SESSIONS;
    stage->sample->console.sessions_count = 2;
}
static inline void scene_lobby_options(Stage *stage) {
    scene_lobby(stage);
    stage->app.host.options = true;
}
// The options of the case alone, with one that was set and those that ask nothing.
static inline void scene_lobby_knobs(Stage *stage) {
    scene_lobby(stage);
    stage->app.host.knobs = true;
    stage->app.host.knobs_all = true;
}
static inline void scene_lobby_notes(Stage *stage) {
    static const char NOTES[] =
            "# Harbour Kitchens: notes\n**What it is for.** People see that power is "
            "unequal "
            "before anyone opens their mouth.\n\n## In each round\n**What to watch.**\n"
            "- Who bids for the minutes, and what did they leave out?\n"
            "- Who reads the bulletin first?\n\n1. Ask for **one sentence** each.\n"
            "2. The quietest first, with `next`.\n\n**Time.** Two hours: four rounds, a "
            "pause after the second, forty minutes of debrief.\n";
    scene_lobby(stage);
    stage->sample->console.notes[0] = NOTES;
    stage->sample->console.notes[1] = NOTES;
    stage->app.host.notes = 1;
}
static inline void scene_console_notes(Stage *stage) {
    scene_lobby_notes(stage);
    stage->sample->console.step.stage = STAGE_RUNNING;
    app_set_console(&stage->app, &stage->sample->console);
    stage->app.host.notes = stage->app.host.picked = 0;
}
static inline void scene_lobby_hotspot(Stage *stage) {
    scene_lobby(stage);
    stage->app.host.check = HOST_HOTSPOT;
}
static inline void scene_console(Stage *stage) {
    app_set_console(&stage->app, &stage->sample->console);
}
static inline void scene_console_held(Stage *stage) {
    scene_console(stage);
    stage->sample->console.held_s = 4;
    stage->sample->console.step.closing = true;
}
static inline void scene_curtain(Stage *stage) {
    scene_console(stage);
    stage->app.curtain = true;
}
static inline void scene_console_people(Stage *stage) {
    scene_console(stage);
    stage->app.host.tab = 1;
}
static inline void scene_console_seat(Stage *stage) {
    scene_console(stage);
    stage->app.host.picked = 2;
    snprintf(stage->app.host.whisper, LABEL_BYTES, "Look under Deals");
}
static inline void scene_console_sure(Stage *stage) {
    scene_console(stage);
    stage->app.host.sure = HOST_SURE_END;
}
static inline void show_board(Stage *stage, BoardPage page) {
    sample_board_page(stage->sample, page);
    stage->app.board = &stage->sample->board;
    stage->app.screen = SCREEN_BOARD;
}
static inline void scene_board(Stage *stage) { show_board(stage, BOARD_TABLE); }
static inline void scene_board_join(Stage *stage) { show_board(stage, BOARD_JOIN); }
static inline void scene_board_moved(Stage *stage) {
    show_board(stage, BOARD_TABLE);
    stage->sample->board.step.paused = true;
    stage->sample->board.join.moved = true;
}
static inline void scene_board_check(Stage *stage) { show_board(stage, BOARD_CHECK); }
static inline void scene_board_words(Stage *stage) { show_board(stage, BOARD_WORDS); }

static inline void scene_board_one(Stage *stage) { show_board(stage, BOARD_ONE); }
static inline void scene_board_decisions(Stage *stage) {
    show_board(stage, BOARD_DECISIONS);
}
static inline void scene_board_coalitions(Stage *stage) {
    show_board(stage, BOARD_COALITIONS);
}
static inline void scene_board_meeting(Stage *stage) { show_board(stage, BOARD_MEETING); }
static inline void scene_board_end(Stage *stage) { show_board(stage, BOARD_END); }
static inline void scene_lobby_seat(Stage *stage) {
    scene_lobby(stage);
    stage->app.ports.take_seat = scene_takes;
}
static inline void scene_console_board(Stage *stage) {
    scene_console(stage);
    stage->app.board = &stage->sample->board;
    stage->app.board_open = true;
    stage->app.host.tab = 3;
}
// The facts of the debrief: two teams have told, the others wait for the facilitator.
static inline void scene_console_facts(Stage *stage) {
    scene_console(stage);
    stage->sample->console.step.stage = STAGE_DEBRIEF;
    stage->sample->console.debrief_step = 3;
    stage->sample->console.told = 0x3;
}
static inline void scene_console_point(Stage *stage) {
    scene_console(stage);
    stage->app.host.points = true;
}

static inline void scene_console_verbs(Stage *stage) {
    scene_console(stage);
    stage->app.host.verbs = true;
}
static inline void scene_console_form(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_STANDIN;
}

// Forms with other kinds of picks: a view of the debrief, a step to go back to, a number to change.
static inline void scene_form_debrief(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_DEBRIEF;
    snprintf(stage->app.host.fields[0], LABEL_BYTES, "share");
    snprintf(stage->app.host.fields[1], LABEL_BYTES, "3");
}
static inline void scene_form_rewind(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_REWIND;
}
static inline void scene_form_adjust(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_ADJUST;
}
static inline void scene_form_act(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_ACT_FOR;
}

static inline void scene_form_numbers(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_NUMBERS;
}
static inline void scene_form_plan(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_PLAN;
}
static inline void scene_form_peek(Stage *stage) {
    scene_console(stage);
    stage->app.host.verb = 1 + CONSOLE_PEEK;
}
// A look of the facilitator at one seat: at what it alone sees, at what it can do, at one act of it.
static inline void look_at(Stage *stage, bool acts) {
    scene_console(stage);
    stage->sample->look = (AppLook){.seat = 2,
            .left_s = acts ? 288 : 24,
            .acts = acts,
            .view = &stage->sample->view};
    app_set_look(&stage->app, &stage->sample->look);
}
static inline void scene_look(Stage *stage) { look_at(stage, false); }
static inline void scene_look_acts(Stage *stage) { look_at(stage, true); }
static inline void scene_look_act(Stage *stage) {
    look_at(stage, true);
    app_open_act_of(&stage->app, &stage->sample->view, 11);
}

#include "unit/client_scene_list.h" // the last scenes, and all by name

#endif // CLIENT_SCENES_H

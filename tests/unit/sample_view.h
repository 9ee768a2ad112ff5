// tests/unit/sample_view.h — an invented view of an invented table, in English or as pseudo texts. Never: a rule or a real case.
#ifndef SAMPLE_VIEW_H
#define SAMPLE_VIEW_H
#include "unit/sample_console.h"
#include "unit/sample_pacts.h"

static const ViewNamed *sample_holds(Sample *s, int32_t base) {
    static const char *const NAMES[4] = {"Money", "People", "Knowledge", "Access"},
                             *const ICONS[4] = {"money", "people", "know", "access"};
    ViewNamed *holds = sample_take(s, 4 * sizeof *holds);
    for (int32_t i = 0; i < 4; i++) {
        holds[i] = (ViewNamed){T(NAMES[i]),
                number(s, (base + 3 * i) % 7, 0, "", 1000 + base * 10 + i), ICONS[i],
                ICONS[i]};
    }
    return holds;
}

static const ViewNamed *sample_standing(Sample *s, int32_t base, bool mine) {
    static const char *const NAMES[5] = {
            "Own people", "Public", "Deciders", "The place", "The sector"};
    static const char *const ICONS[5] = {"base", "public", "elite", "local", "peer"},
                             *const WORDS[5] = {
                                     "nearly lost", "thin", "mixed", "sound", "strong"};
    ViewNamed *standing = sample_take(s, 5 * sizeof *standing);
    for (int32_t i = 0; i < 5; i++) {
        int32_t value = (base * 17 + i * 23) % 100, band = value / 20;
        standing[i] = (ViewNamed){T(NAMES[i]),
                mine ? number(s, value, band + 1, WORDS[band], 2000 + base * 10 + i)
                     : band_only(s, band + 1, WORDS[band], 2000 + base * 10 + i),
                ICONS[i], ICONS[i]};
    }
    return standing;
}

static void sample_actors(Sample *s) {
    static const char *const NAMES[6] = {"Harbour Kitchen", "City Water Office",
            "Market Women's Union", "Big Tank Company", "Old Quay Residents",
            "Institute of Tides"};
    ViewActor *actors = sample_take(s, 6 * sizeof *actors);
    for (int32_t i = 0; i < 6; i++) {
        actors[i] = (ViewActor){.id = "actor",
                .name = T(NAMES[i]),
                .tag = "HK",
                .index = (uint8_t)i,
                .by = i ? BY_COMPUTER : BY_PERSON,
                .brief = T("Looks after taps and prices on the quay, with more friends "
                           "than money. People queue here before sunrise."),
                .is_me = i == 0,
                .done = i % 2,
                .coalition = NONE,
                .holds = sample_holds(s, i),
                .holds_count = 4,
                .standing = sample_standing(s, i, i == 0),
                .standing_count = 5};
        for (int32_t size = 0; size < 3; size++)
            actors[i].size_closed[size] =
                    size + 1 <= i ? "" : T("A promise of size 3 needs mutual trust of 3.");
        actors[i].size_closed[0] = "";
        actors[i].my_trust = number(s, 1, 3, "open question", 3000 + i);
        actors[i].trust_in_me = (ViewNumber){.cell = UINT16_MAX, .word = ""};
    }
    s->view.actors = actors;
    s->view.actors_count = 6;
}

static void sample_deciders(Sample *s) {
    static const char *const NAMES[3] = {"The Mayor", "Head of Finance", "Harbour Master"};
    static const char *const HINTS[3] = {"\"I have an election and a promise.\"",
            "\"Show me what it costs.\"", "\"Will the ships still come?\""};
    ViewDecider *deciders = sample_take(s, 3 * sizeof *deciders);
    for (int32_t i = 0; i < 3; i++) {
        deciders[i] = (ViewDecider){.id = "d",
                .name = T(NAMES[i]),
                .hint = T(HINTS[i]),
                .arena = T("City Council"),
                .owner = T("City Water Office"),
                .index = (uint8_t)i,
                .arena_index = 1,
                .owner_index = i == 0 ? 1 : NONE,
                .weight = (int16_t)(3 - i),
                .known = i == 1 ? T("You learned: it likes a cheap text.") : "",
                .champion = i == 0 ? T("Works on its colleagues for you.") : "",
                .vote = 2};
        deciders[i].stance =
                i == 2 ? (ViewNumber){.cell = 4002, .word = ""}
                       : band_only(s, 2 + i, i ? "undecided" : "leaning against", 4000 + i);
        deciders[i].heat = band_only(s, 3, "calm", 4100 + i);
    }
    s->view.deciders = deciders;
    s->view.deciders_count = 3;
}

static void sample_arenas(Sample *s) {
    ViewArena *arenas = sample_take(s, 2 * sizeof *arenas);
    arenas[0] = (ViewArena){.id = "board",
            .name = T("Water Board"),
            .how = T("Meets every round. The City Water Office is in the chair."),
            .meets_now = true,
            .i_am_in = true,
            .guests = 0x3E};
    arenas[1] = (ViewArena){.id = "council",
            .name = T("City Council"),
            .how = T("Decides in the last round. Yes needs 4 of 6."),
            .index = 1,
            .decides = true};
    arenas[0].called = arenas[1].called = arenas[0].chair_rule = arenas[1].chair_rule = "";
    s->view.arenas = s->arenas = arenas;
    s->view.arenas_count = 2;
}

static void sample_text_on_table(Sample *s) {
    static const char *const NAMES[3] = {
            "Who gets a tap", "Price of a bucket", "Seats for the quay"};
    static const char *const LEVELS[4] = {"nobody new", "families already on the list",
            "all families near the four pumps", "every household in the harbour"};
    const char **levels = sample_take(s, 4 * sizeof *levels);
    for (int32_t i = 0; i < 4; i++)
        levels[i] = T(LEVELS[i]);
    ViewClause *clauses = sample_take(s, 3 * sizeof *clauses);
    for (int32_t i = 0; i < 3; i++) {
        clauses[i] = (ViewClause){.id = "c",
                .name = T(NAMES[i]),
                .levels = levels,
                .levels_count = i == 0 ? 4 : 3,
                .index = (uint8_t)i,
                .draft = (uint8_t)(i == 2 ? 0 : 1),
                .on_table = i == 2 ? 0 : 1,
                .wanted = 2,
                .on_agenda = i < 2,
                .sticky_up = i == 1,
                .cell = (uint16_t)(5000 + i)};
    }
    clauses[0].draft = 2;
    s->view.clauses = clauses;
    s->view.clauses_count = 3;
    ViewFrame *frames = sample_take(s, 3 * sizeof *frames);
    static const char *const FRAMES[3] = {
            "Our quay, our water", "Early repairs", "Efficiency"};
    for (int32_t i = 0; i < 3; i++) {
        ViewNamed *adoption = sample_take(s, 2 * sizeof *adoption);
        adoption[0] = (ViewNamed){
                T("Water Board"), band_only(s, i + 1, "low", 6000 + i), "", "water"};
        adoption[1] = (ViewNamed){
                T("City Council"), band_only(s, i + 1, "low", 6010 + i), "", "city"};
        frames[i] = (ViewFrame){.id = "f",
                .name = T(FRAMES[i]),
                .text = "",
                .rider = i == 2 ? T("price at most 1") : "",
                .index = (uint8_t)i,
                .adoption = adoption,
                .adoption_count = 2,
                .is_reading = true};
    }
    s->view.frames = frames;
    s->view.frames_count = 3;
}

static ViewTarget sample_target(
        Sample *s, uint8_t index, const char *name, const char *closed) {
    return (ViewTarget){
            .thing = {KIND_DECIDER, index},
            .name = T(name),
            .note = "",
            .open = !*closed,
            .closed = T(closed)
    };
}

static const ViewTarget *sample_targets(Sample *s) {
    ViewTarget *targets = sample_take(s, 3 * sizeof *targets);
    targets[0] = sample_target(s, 0, "The Mayor", "");
    targets[1] = sample_target(s, 1, "Head of Finance", "");
    targets[1].note = T("Its price: \"Price of a bucket\" stays at most \"nobody new\".");
    targets[2] = sample_target(s, 2, "Harbour Master", "Needs 2 access, you have 1.");
    return targets;
}

static void sample_moves(Sample *s) {
    static const char *const NAMES[8] = {"Lobby on the record", "Mobilise",
            "Listen on the quay", "Campaign in public", "Engage behind closed doors",
            "Research", "Speak truth to power", "Report back"};
    static const char *const COSTS[8] = {"1 hour, 1 knowledge", "1 hour", "1 hour",
            "1 hour, 1 money", "1 hour", "1 hour, 1 money", "1 hour, 1 story", "1 hour"};
    ViewMove *moves = sample_take(s, 8 * sizeof *moves);
    ViewOption *options = sample_take(s, 2 * sizeof *options);
    options[0] = (ViewOption){T("Yes, spend one fact"), 1, true, ""};
    options[1] = (ViewOption){T("No, keep it"), 0, true, ""};
    ViewQuestion *asks = sample_take(s, sizeof *asks);
    asks[0] = (ViewQuestion){T("Spend evidence?"), options, 2, false, "spend"};
    s->asks = asks;
    ViewOption *tokens = sample_take(s, 3 * sizeof *tokens);
    tokens[0] = (ViewOption){T("The words alone"), 0, true, ""};
    tokens[1] = (ViewOption){T("With a story: strength +1. It is spent."), 1, true, ""};
    tokens[2] = (ViewOption){
            T("With evidence: strength +1."), 2, false, T("Needs 1 evidence, you have 0.")};
    for (int32_t i = 0; i < 8; i++) {
        bool open = i < 5;
        moves[i] = (ViewMove){.id = "m",
                .name = T(NAMES[i]),
                .about = T("Go to one decider openly with your facts. It is written down "
                           "for all to read."),
                .warns = T("Your own people like it a little less."),
                .closed = open ? "" : T("Not now: needs 1 access, you have 0."),
                .costs = T(COSTS[i]),
                .brings = T("The Mayor leans 3 to 6 your way; deciders +1; own people -1."),
                .index = (uint8_t)(i + 10),
                .kind = MOVE_VERB,
                .style = (uint8_t)(i % 4),
                .open = open,
                .quiet = i == 4,
                .sides = true,
                .targets = sample_targets(s),
                .targets_count = 3,
                .asks = asks,
                .asks_count = 1,
                .tokens = tokens,
                .tokens_count = i == 1 ? 3 : 0,
                .label_max = i == 1 ? 60 : 0,
                .bid_min = 0,
                .bid_max = 0};
    }
    s->view.moves = moves;
    s->view.moves_count = 8;
    s->view.deck = moves;
    s->view.deck_count = 8;
}

static void sample_news(Sample *s) {
    static const char *const TEXTS[7] = {
            "The council publishes two pages on \"early repairs\".",
            "Market Women's Union campaigned in public: support +3.",
            "You lobbied the Mayor: leans 5 more your way.",
            "The pump at the north stairs broke. Harbour Kitchen loses 1 money.",
            "The Water Board moved \"Who gets a tap\" one level up.",
            "Your members ask why the price went up.",
            "City Water Office kept its promise."};
    static const uint8_t TONES[7] = {0, 1, 1, 2, 3, 4, 0};
    ViewNews *news = sample_take(s, 7 * sizeof *news);
    for (int32_t i = 0; i < 7; i++) {
        news[i] = (ViewNews){.text = T(TEXTS[i]),
                .round = (uint8_t)(1 + i / 4),
                .step = (uint8_t)(i % 3),
                .actor = (uint8_t)(i % 3 == 1 ? i % 6 : NONE),
                .mine = i == 2 || i == 3,
                .is_new = i > 1,
                .stood_in = i == 4,
                .tone = TONES[i]};
    }
    s->view.news = news;
    s->view.news_count = 7;
    s->view.end.timeline = news;
    s->view.end.timeline_count = 7;
}

static void sample_meeting(Sample *s) {
    static const char *const SAID[5] = {"Old Quay Residents: Our quay, our water",
            "Harbour Kitchen: raise \"Who gets a tap\" (\"a tap is not a favour\")",
            "City Water Office: resists \"Our quay, our water\"",
            "Market Women's Union: lower \"Price of a bucket\"",
            "Institute of Tides: Efficiency"};
    ViewSaid *said = sample_take(s, 5 * sizeof *said);
    for (int32_t i = 0; i < 5; i++) {
        said[i] = (ViewSaid){.text = T(SAID[i]),
                .slot = (uint8_t)i,
                .author = (uint8_t)(4 - i),
                .strength = (uint8_t)(4 - i / 2),
                .direction = (int8_t)(i == 1   ? 1
                                      : i == 3 ? -1
                                               : 0),
                .mine = i == 1};
    }
    uint8_t *agenda = sample_take(s, 3);
    for (uint8_t i = 0; i < 3; i++)
        agenda[i] = i;
    ViewAsked *asked = sample_take(s, sizeof *asked);
    asked[0] = (ViewAsked){2, T("What will you do when the pump breaks again?")};
    s->view.meeting = (ViewMeeting){.arena = T("Water Board"),
            .sub = MEET_SPEECH,
            .present = true,
            .chair = T("City Water Office"),
            .taker = T("Harbour Kitchen"),
            .voice = 2,
            .record_lines = 3,
            .said = said,
            .minutes = said,
            .agenda = agenda,
            .asked = asked,
            .said_count = 5,
            .minutes_count = 2,
            .agenda_count = 3,
            .agenda_open = 2,
            .order = "",
            .objectors = "",
            .object_note = T("costs 1 voice; hands are shown then"),
            .answer_note = T("who asks trusts you 1 more"),
            .deflect_note = T("costs you 1 standing"),
            .asked_count = 1,
            .i_am_taker = true,
            .may_slant = true};
}

static void sample_end(Sample *s) {
    static const char *const CRITERIA[6] = {"Substance", "Durability", "Legitimacy",
            "Coalition health", "Power shift", "Voice"};
    ViewEnd *end = &s->view.end;
    end->title = T("Part of the way");
    end->text = T("The council adopts the text. More families get a tap, the price stays, "
                  "and the quay has one seat that may speak but not vote. In spring the "
                  "pump breaks again; this time somebody knows whom to call.");
    end->ask = T("What did the quay pay for its chair at the table?");
    for (int32_t i = 0; i < 6; i++)
        end->criteria[i] = T(CRITERIA[i]);
    for (int32_t i = 0; i < 6; i++)
        end->criterion[i] = (int16_t)(30 + (i * 29) % 60);
    end->mandate = T("Keep the taps open: met");
    end->hidden = T("Pay next year's rent: not met");
    ViewNamed *law = sample_take(s, 3 * sizeof *law);
    for (int32_t i = 0; i < 3; i++)
        law[i] = (ViewNamed){
                s->view.clauses[i].name,
                {.open = true,
                                        .value = 2,
                                        .word = s->view.clauses[i].levels[2 - i % 2],
                                        .cell = UINT16_MAX},
                "", "law"
        };
    end->law = law;
    end->law_count = 3;
    static const char *const AUDIENCES[5] = {
            "Own people", "Public", "Deciders", "The place", "The sector"};
    ViewCurve *curves = sample_take(s, 10 * sizeof *curves);
    for (int32_t i = 0; i < 10; i++) {
        curves[i] = (ViewCurve){.name = T(AUDIENCES[i % 5]),
                .actor = (uint8_t)(i / 5),
                .audience = (uint8_t)(i % 5)};
        for (int32_t r = 0; r <= 4; r++)
            curves[i].values[r] = (int16_t)(20 + (i * 13 + r * 7) % 70);
    }
    end->curves = curves;
    end->curves_count = 10;
    ViewShare *shares = sample_take(s, 6 * sizeof *shares);
    for (int32_t i = 0; i < 6; i++)
        shares[i] = (ViewShare){(uint8_t)i, s->view.actors[i].name, (int16_t)(400 - 70 * i),
                0, (int16_t)(100 + 40 * i)};
    end->shares = shares;
    end->shares_count = 6;
    end->rounds = 4;
}

static void sample_decision(Sample *s) {
    static const char *const CAUSES[3] = {
            "Leaning against", "The text on the table", "How people speak of it"};
    ViewCause *causes = sample_take(s, 3 * sizeof *causes);
    for (int32_t i = 0; i < 3; i++)
        causes[i] = (ViewCause){T(CAUSES[i]), (int16_t)(24 - 30 * i), i < 2};
    ViewVoter *voters = sample_take(s, 3 * sizeof *voters);
    for (int32_t i = 0; i < 3; i++) {
        voters[i] = (ViewVoter){.name = s->view.deciders[i].name,
                .role = T(i == 1 ? "can stop it" : ""),
                .weight = (int16_t)(3 - i),
                .mine = i == 0,
                .says = (int8_t)(i == 2 ? 2 : 1 - 2 * i),
                .own_vote = 2,
                .otherwise = T(i ? "" : "Voting otherwise costs 7 standing."),
                .causes = causes,
                .causes_count = i == 2 ? 0 : 3};
    }
    ViewDecision *decision = sample_take(s, sizeof *decision);
    *decision = (ViewDecision){
            .arena = 1,
            .name = T("City Council"),
            .rule_text = T("Yes needs 4 of 6. Head of Finance can stop it."),
            .rider =
                    T("Efficiency leads: \"Price of a bucket\" is at most \"nobody new\"."),
            .when = T("It decides at the end of round 4."),
            .quota = 4,
            .total = 6,
            .text = {2, 0, 0},
            .clauses = {0, 1 },
            .clauses_count = 2,
            .shown_signs = true,
            .voters = voters,
            .voters_count = 3
    };
    s->view.decisions = decision;
    s->view.decisions_count = 1;
    ViewMotion *motion = sample_take(s, sizeof *motion);
    *motion = (ViewMotion){T("City Council: yes needs one vote less."), 2, 1};
    s->view.motions = motion;
    s->view.motions_count = 1;
    ViewClaim *claim = sample_take(s, sizeof *claim);
    *claim = (ViewClaim){.text = T("The court could grant: every household by law."),
            .progress = 5,
            .needs = 8,
            .running = true};
    s->view.claims = claim;
    s->view.claims_count = 1;
}

static void sample_epilogue(Sample *s) {
    static const char *const NAMES[3] = {"New leader", "Budget cut", "People move on"};
    ViewShock *shocks = sample_take(s, 3 * sizeof *shocks);
    for (int32_t i = 0; i < 3; i++) {
        shocks[i] = (ViewShock){T(NAMES[i]),
                T("A new mayor asks what can go. Durability 50 or more holds."),
                T("It was 34: \"Who gets a tap\" falls by one level."), i == 1};
    }
    s->view.end.epilogue = shocks;
    s->view.end.epilogue_count = 3;
    s->view.end.mandates = s->view.end.timeline;
    s->view.end.mandates_count = 2;
    s->view.end.step = 3;
    s->view.end.told = 0x3;
    static const ViewArrow ARROWS[4] = {
            {0, 2, 25,  300, 40,  100, 440},
            {1, 0, 100, 0,   125, 0,   125},
            {2, 1, 60,  50,  20,  0,   70 },
            {4, 0, 0,   0,   0,   50,  50 }
    };
    ViewArrow *arrows = sample_take(s, sizeof ARROWS);
    for (int32_t i = 0; i < 4; i++)
        arrows[i] = (ViewArrow){.from = ARROWS[i].from,
                .to = ARROWS[i].to,
                .by_words = ARROWS[i].by_words,
                .deciders = ARROWS[i].deciders,
                .words = ARROWS[i].words,
                .promises = ARROWS[i].promises,
                .all = ARROWS[i].deciders + ARROWS[i].words + ARROWS[i].promises};
    s->view.end.arrows = arrows;
    s->view.end.arrows_count = 4;
    ViewNews *reasons = sample_take(s, 4 * sizeof *reasons);
    for (int32_t i = 0; i < 4; i++) {
        reasons[i] =
                (ViewNews){.text = T("Pressure in public: Mayor Adisa, for \xE2\x80\x94 "
                                     "\"People come first.\" It did this for: its "
                                     "goal, its own people"),
                        .times = (uint8_t)(1 + i % 2),
                        .round = (uint8_t)(1 + i % 2),
                        .actor = (uint8_t)(1 + i / 2)};
    }
    s->view.end.reasons = reasons;
    s->view.end.reasons_count = 4;
}

static void sample_rest(Sample *s) {
    static const char *const PHASES[6] = {
            "News", "Backstage", "Meeting", "Action", "Resolution", "Look back"};
    const char **phases = sample_take(s, 6 * sizeof *phases);
    for (int32_t i = 0; i < 6; i++)
        phases[i] = T(PHASES[i]);
    View *v = &s->view;
    v->phase_names = phases;
    v->phases_count = 6;
    v->title = T("Water at the Old Quay");
    v->opening = v->goal = "";
    v->right_to_left = s->tongue == TONGUE_ARABIC;
    v->status = STATUS_RUNNING;
    v->round = 2;
    v->rounds = 4;
    v->phase = 3;
    v->phase_kind = PHASE_SEALED;
    v->phase_does = DOES_ACTION;
    v->phase_name = phases[3];
    v->sub_name = "";
    v->expected = T("Choose up to three hours of acts. All lists are opened together.");
    v->done = 3;
    v->of = 6;
    v->may_be_ready = v->first_round = true;
    v->brief = T("You run the kitchen at the harbour. Six hundred people eat with you, and "
                 "all of them need water.");
    v->private_brief = T("If the contract goes to Big Tank, your roof is next.");
    v->mandate = T("Keep the taps open for everybody.");
    v->hidden = T("You want to pay next year's rent: money 3 at the end.");
    const char **lines = sample_take(s, sizeof *lines);
    lines[0] = T("Never a decision that names nobody new.");
    v->red_lines = lines;
    v->red_lines_count = 1;
    v->time = 2;
    v->voice = 2;
    v->vote_decider = -1;
}

static void sample_mine(Sample *s) {
    View *v = &s->view;
    ViewNamed *mine = sample_take(s, 9 * sizeof *mine);
    memcpy(mine, v->actors[0].holds, 4 * sizeof *mine);
    memcpy(mine + 4, v->actors[0].standing, 5 * sizeof *mine);
    v->mine = mine;
    v->mine_count = 9;
    ViewNamed *world = sample_take(s, 2 * sizeof *world);
    world[0] = (ViewNamed){
            T("Support in the city"), band_only(s, 3, "middle", 8000), "public", "city"};
    world[1] = (ViewNamed){T("Room for people to act"),
            band_only(s, 4, "mostly open", 8001), "local", "civic"};
    v->world = world;
    v->world_count = 2;
    ViewPlanned *plan = sample_take(s, sizeof *plan);
    plan[0] = (ViewPlanned){T("Lobby the Mayor, for the text"), {0}};
    v->plan = plan;
    v->plan_count = 1;
    ViewOption *options = sample_take(s, 2 * sizeof *options);
    options[0] =
            (ViewOption){T("Open the kitchen for the night queue (money -1, the place +3)"),
                    0, true, ""};
    options[1] = (ViewOption){T("Send people home"), 1, true, ""};
    ViewChoice *choices = sample_take(s, sizeof *choices);
    choices[0] = (ViewChoice){T("A dry night"),
            T("The pumps stand still until morning. Two hundred people wait at your door."),
            3, true, false, options, 2};
    v->choices = choices;
    v->choices_count = 1;
}

static void sample_home(Sample *s) {
    static const char *const TITLES[3] = {
            "Water at the Old Quay", "Night Buses", "The Seed Library"};
    HomePack *packs = sample_take(s, 3 * sizeof *packs);
    for (int32_t i = 0; i < 3; i++) {
        packs[i] = (HomePack){"pack", T(TITLES[i]),
                T("A partnership is formed over the heads of those who need it. Can they "
                  "still get a chair?"),
                T("3 to 12 people, 60 minutes, CC-BY-4.0"),
                i == 2 ? T("The pack has 2 mistakes. Run the check to see them.") : "",
                i == 0};
    }
    HomeSession *sessions = sample_take(s, 2 * sizeof *sessions);
    sessions[0] = (HomeSession){"a", T("Water at the Old Quay"),
            T("Round 2 of 4, you play Harbour Kitchen, today"), ""};
    sessions[1] = (HomeSession){"b", T("Night Buses"),
            T("Round 1 of 3, you play Drivers, 2 days ago"),
            T("The file is damaged. A copy of yesterday can be opened.")};
    const char **languages = sample_take(s, 2 * sizeof *languages);
    languages[0] = "English";
    languages[1] = "\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\xA9";
    s->home = (HomeView){.packs = packs,
            .sessions = sessions,
            .packs_count = 3,
            .sessions_count = 2,
            .languages = languages,
            .language_ids = languages,
            .languages_count = 2};
    CaseActor *roles = sample_take(s, 6 * sizeof *roles);
    for (int32_t i = 0; i < 6; i++) {
        roles[i] = (CaseActor){"x", s->view.actors[i].name, s->view.actors[i].brief,
                (uint8_t)i, i == 5 ? T("Played by the computer in this case.") : ""};
    }
    s->card = (CaseView){"pack", T(TITLES[0]),
            T("The city is folding the small taps into one Water Partnership. The council "
              "will soon decide who may draw water, at which price, and who sits at the "
              "table."),
            T("Goal: see who holds what, and use your voice in a meeting."),
            T("thirst and eviction are spoken of"), T("3 to 12 people, 60 minutes"), roles,
            6, 0, NULL, NULL, 0, 0};
    const char **plans = sample_take(s, 3 * sizeof *plans);
    plans[0] = T("Two hours"), plans[1] = T("One hour"), plans[2] = T("Micro lesson");
    s->card.plans = s->card.plan_ids = plans;
    s->card.plans_count = 3;
}

static const char *sample_say(void *context, const char *id) {
    Sample *s = context;
    for (int32_t i = 1; i < WORDS_COUNT; i++) {
        if (strcmp(word_id((Word)i), id) == 0) return T(word_english((Word)i));
    }
    return NULL;
}

static void sample_send(void *context, const Command *command, const char *words) {
    Sample *s = context;
    if (s->sent_count < 16) s->sent[s->sent_count++] = *command;
    size_t length = strlen(words);
    memcpy(s->words, words, length < sizeof s->words ? length + 1 : 0);
}

static int32_t sample_why(
        void *context, uint16_t cell, Region *region, const ViewWhy **lines) {
    Sample *s = context;
    ViewWhy *why = region_take(region, 3 * sizeof *why);
    (void)cell;
    why[0] = (ViewWhy){T("Harbour Kitchen lobbied on the record; 3 times 115 % because its "
                         "standing with deciders is 65"),
            34, 2};
    why[1] = (ViewWhy){T("Own people: you met behind closed doors"), -40, 1};
    why[2] = (ViewWhy){T("Other causes"), 5, 1};
    *lines = why;
    return 3;
}

static void sample_show(void *context, const char *pack) {
    ((Sample *)context)->shown += pack != NULL;
}
static void sample_plan(void *context, const char *pack, const char *plan) {
    ((Sample *)context)->planned += pack && plan;
}
static void sample_play(void *context, const char *pack, const char *actor) {
    ((Sample *)context)->played += pack && actor;
}
static void sample_go_on(void *context, const char *session) {
    ((Sample *)context)->went_on += session != NULL;
}
static void sample_leave(void *context) { ((Sample *)context)->shown = -1; }

// Every line there can be: a price that was changed by what was picked, what moves, what nobody here can read.
static const Forecast *sample_foresee(void *context, const Command *command) {
    Sample *s = context;
    static Forecast seen;
    (void)command;
    seen = (Forecast){
            .open = !s->foresees_refusal,
            .closed = s->foresees_refusal ? T("Costs 3 money, you have 1.") : "",
            .cost = T("1 effort · 2 Money"),
            .warn = "",
            .likely = {T("Harbour Kitchen: Public +4"), T("City Water Office: Hint +6"),
                       T("Words of strength 5")},
            .unknown = {T("City Water Office: Hint")       },
            .likely_count = 3,
            .unknown_count = 1
    };
    return s->foresees_late ? NULL : &seen;
}

static void sample_look_back(void *context, int32_t step) {
    ((Sample *)context)->looked_back = step;
}

static void sample_tell(void *context, int32_t actor) {
    ((Sample *)context)->told_of = actor;
}

static AppPorts sample_ports(Sample *s) {
    return (AppPorts){.context = s,
            .say = sample_say,
            .send = sample_send,
            .why = sample_why,
            .foresee = sample_foresee,
            .show_case = sample_show,
            .choose_plan = sample_plan,
            .play = sample_play,
            .go_on = sample_go_on,
            .look_back = sample_look_back,
            .tell = sample_tell,
            .leave = sample_leave,
            .host = sample_host,
            .console = sample_line};
}

static Sample *sample_create(SampleTongue tongue) {
    Sample *s = calloc(1, sizeof *s);
    ASSERT(s);
    s->tongue = tongue;
    sample_actors(s);
    sample_deciders(s);
    sample_text_on_table(s);
    sample_arenas(s);
    sample_moves(s);
    sample_meeting(s);
    sample_deals(s);
    sample_coalitions(s);
    sample_builder(s);
    sample_rest(s);
    sample_mine(s);
    sample_news(s);
    sample_end(s);
    sample_epilogue(s);
    sample_decision(s);
    sample_home(s);
    sample_console(s);
    return s;
}

static void sample_free(Sample *s) {
    region_clear(&s->region);
    free(s);
}

// The same table while a meeting is open; MEET_RECORD lets the viewer write the minutes.
static void sample_open_meeting(Sample *s, MeetingStep step) {
    View *v = &s->view;
    v->phase = 2;
    v->phase_kind = PHASE_MEETING;
    v->phase_does = DOES_NOTHING;
    v->phase_name = v->phase_names[2];
    v->sub = (uint8_t)step;
    v->sub_name = step == MEET_RECORD ? T("Minutes") : T("Speech");
    v->expected = step == MEET_RECORD ? T("Write the minutes.") : T("Say one thing well.");
    v->meeting.open = true;
    v->meeting.sub = (uint8_t)step;
}

#endif // SAMPLE_VIEW_H

// host/pilot.c — forecasts the end from the lengths a case plans and the pace so far. Never: acts, scores speed.
#include "host/pilot.h"
#include "session/timeline.h"

enum {
    MINUTE_S = 60,
    DAY_S = 24 * 60 * MINUTE_S,
    PACE_LOW = 700, // per mille
    PACE_HIGH = 1600,
    PACE_PRIOR_S = 10 * MINUTE_S, // so that one odd step does not swing the forecast
    AMBER_S = 5 * MINUTE_S,
    DEBRIEF_LEAST_S = 12 * MINUTE_S,
};

static int32_t phase_s(const Def *def, int32_t phase) {
    return def->phases[phase].half_minutes * 30;
}

static int32_t round_s(const Def *def, int32_t from) {
    int32_t sum = 0;
    for (int32_t i = from; i < def->phases_count; i++)
        sum += phase_s(def, i);
    return sum;
}

// Time and plan of every phase that is over, by the moments at which the steps began.
static void observe(const Session *session, int32_t *spent_s, int32_t *planned_s) {
    const Snapshot *begun = NULL;
    *spent_s = *planned_s = 0;
    for (int32_t i = 0; i < session->snapshots_count; i++) {
        const Snapshot *next = &session->snapshots[i];
        bool other = begun
                     && (next->state->round != begun->state->round
                             || next->state->phase != begun->state->phase);
        if (other) {
            uint32_t from = timeline_time(session, (int32_t)begun->seq),
                     to = timeline_time(session, (int32_t)next->seq);
            int32_t planned = phase_s(session->def, begun->state->phase);
            if (planned > 0 && to > from) {
                *spent_s += (int32_t)((to - from) / 1000);
                *planned_s += planned;
            }
        }
        if (other || !begun) begun = next->state->status == STATUS_RUNNING ? next : NULL;
    }
}

// Seconds this phase has lasted so far.
static int32_t gone_s(const Session *session) {
    const State *state = &session->state;
    uint32_t from = session_now(session);
    for (int32_t i = session->snapshots_count - 1; i >= 0; i--) {
        const Snapshot *snapshot = &session->snapshots[i];
        bool same = snapshot->state->round == state->round
                    && snapshot->state->phase == state->phase;
        if (!same) break;
        from = timeline_time(session, (int32_t)snapshot->seq);
    }
    return (int32_t)((session_now(session) - from) / 1000);
}

// Planned seconds that are left in this round, the phase that runs included.
static int32_t rest_of_round(const Session *session, int32_t pace) {
    const State *state = &session->state;
    int32_t here = phase_s(session->def, state->phase) * pace / 1000 - gone_s(session);
    return core_max(here, 0) + round_s(session->def, state->phase + 1) * pace / 1000;
}

static int32_t left_s(const Session *session, int32_t pace) {
    const Def *def = session->def;
    const State *state = &session->state;
    int32_t whole = round_s(def, 0) * pace / 1000;
    switch ((Status)state->status) {
    case STATUS_LOBBY:
    case STATUS_BRIEF: return def->brief_minutes * MINUTE_S + def->rounds * whole;
    case STATUS_RUNNING:
        return rest_of_round(session, pace) + (def->rounds - state->round) * whole;
    case STATUS_DEBRIEF:
    case STATUS_CLOSED: break;
    }
    return 0;
}

static int32_t kept_for_debrief(const Def *def, const Steer *steer) {
    if (steer->plan_debrief_s) return steer->plan_debrief_s;
    int32_t total = def->brief_minutes * MINUTE_S + def->rounds * round_s(def, 0);
    return core_max(total / 3, DEBRIEF_LEAST_S);
}

// Seconds until the planned minute of the day; the next one, when it is long past.
static int32_t until(const Session *session, int32_t minute) {
    const Clock *clock = &session->clock;
    if (!clock->wall_ms) return 0;
    int32_t now = clock_second_of_day(clock->wall_ms(clock->context));
    int32_t wait = minute * MINUTE_S - now;
    return wait < -DAY_S / 2 ? wait + DAY_S : wait;
}

Pilot pilot_look(const Party *party) {
    const Session *session = party_session(party);
    const Steer *steer = &session->state.steer;
    int32_t spent, planned;
    observe(session, &spent, &planned);
    Pilot out = {
            .pace = core_clamp((spent + PACE_PRIOR_S) * 1000 / (planned + PACE_PRIOR_S),
                    PACE_LOW, PACE_HIGH)};
    int32_t lengths = steer->pace ? steer->pace : 100;
    if (session->state.status == STATUS_RUNNING) {
        out.phase_spent_s = gone_s(session);
        out.phase_planned_s = phase_s(session->def, session->state.phase) * lengths / 100;
    }
    out.left_s = left_s(session, out.pace) * lengths / 100;
    out.debrief_s = kept_for_debrief(session->def, steer);
    out.saves_s[PILOT_DEBRIEF] = out.left_s;
    if (session->state.status == STATUS_RUNNING)
        out.saves_s[PILOT_SKIP_ROUND] = rest_of_round(session, out.pace) * lengths / 100;
    out.shorten_percent = lengths;
    if (steer->plan_finish == 0) return out;
    int32_t have = until(session, steer->plan_finish - 1) - out.debrief_s;
    out.late_s = out.left_s - have;
    out.lamp = (uint8_t)(out.late_s <= 0         ? LAMP_GREEN
                         : out.late_s <= AMBER_S ? LAMP_AMBER
                                                 : LAMP_RED);
    if (out.left_s > 0)
        out.shorten_percent = core_clamp(
                (int32_t)((int64_t)have * lengths / out.left_s), PACE_LEAST, lengths);
    out.saves_s[PILOT_SHORTEN] =
            out.left_s - (int32_t)((int64_t)out.left_s * out.shorten_percent / lengths);
    return out;
}

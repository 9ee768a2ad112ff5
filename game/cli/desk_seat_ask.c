// cli/desk_seat_ask.c — the questions of this window's seat that change nothing: what would the act on the open sheet cost and bring. Never: sends an act.
#include "base/clock.h"
#include "cli/desk_seat_parts.h"
#include "wire/action_write.h"

const Forecast *desk_seat_foresee(Desk *desk, const Command *command) {
    Clock clock = clock_system();
    return desk_foresee_want(&desk->seat->foresee, command, clock.now_ms(clock.context));
}

void desk_seat_foresee_turn(const Desk *desk, DeskSeat *seat, int64_t now_ms) {
    DeskForesee *foresee = &seat->foresee;
    char id[ACT_ID_BYTES];
    if (!desk->app.act.open) desk_foresee_forget(foresee);
    if (mirror_number(seat->held) != seat->foreseen_at) {
        seat->foreseen_at = mirror_number(seat->held);
        desk_foresee_stale(foresee, now_ms);
    }
    bool able = seat->line.open && seat->read;
    if (!able || !desk_foresee_due(foresee, now_ms)) return;
    desk_seat_next_id(seat, id);
    if (!action_write_probe(&seat->view, &foresee->wanted, id, &seat->message)) return;
    desk_foresee_asked(foresee, id);
    peer_line_say(&seat->line,
            (Bytes){(const uint8_t *)seat->message.data, seat->message.length});
}

// cli/desk_look.c — reads `peeked` into the View of that seat, and forgets it when the host says so or its time is over. Never: a connection, a drawing.
#include "cli/desk_look.h"
#include "wire/answer.h"
#include "wire/seat_view.h"
#include <string.h>

void desk_look_open(DeskLook *look) { look->held = mirror_make(); }

static void forget(DeskLook *look) {
    mirror_clear(look->held);
    region_clear(&look->view.region);
    memset(&look->view, 0, sizeof look->view);
    desk_foresee_forget(&look->foresee);
    look->shown = (AppLook){0};
    look->until_ms = 0;
}

void desk_look_close(DeskLook *look) {
    if (!look->held) return;
    forget(look);
    mirror_free(look->held);
    look->held = NULL;
}

void desk_look_hear(DeskLook *look, Bytes message) {
    PeekedHead head;
    answer_peeked(message, &head);
    forget(look);
    if (head.seat <= 0 || !mirror_take_peeked(look->held, message)
            || !seat_view_read(look->held, &look->view)) {
        forget(look);
        return;
    }
    look->shown = (AppLook){.seat = head.seat, .acts = head.acts, .view = &look->view};
    look->until_ms = head.until_ms;
}

int32_t desk_look_seconds(const DeskLook *look, int64_t now_ms) {
    enum { MOST_S = 3600 };
    if (look->shown.seat == 0) return 0;
    int64_t left = (look->until_ms - now_ms + 999) / 1000;
    return left < 0 ? 0 : left > MOST_S ? MOST_S : (int32_t)left;
}

const AppLook *desk_look_shown(DeskLook *look, int64_t now_ms) {
    look->shown.left_s = desk_look_seconds(look, now_ms);
    return look->shown.seat ? &look->shown : NULL;
}

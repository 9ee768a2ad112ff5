// wire/console_view.h — what a console or a board was sent, as plain data to draw. Never: adds anything the host did not send.
#ifndef WIRE_CONSOLE_VIEW_H
#define WIRE_CONSOLE_VIEW_H
#include "base/region.h"
#include "model/console.h"
#include "wire/mirror.h"

// Both fill `view` with texts in the region, and leave alone what the host does not send: url, network,
// the picture of the code, the facilitator's own code. now_ms: of the host's clock.
void console_view_read(
        const Mirror *mirror, int64_t now_ms, Region *region, ConsoleView *view);
// What the clock of the step shows, -1 = none runs: the one number that changes by itself.
int32_t console_seconds_left(const Mirror *mirror, int64_t now_ms);
void board_view_read(const Mirror *mirror, int64_t now_ms, Region *region, BoardView *view);

#endif // WIRE_CONSOLE_VIEW_H

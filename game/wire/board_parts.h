// wire/board_parts.h — pieces that the pages of the board share. Never: included outside wire/.
#ifndef WIRE_BOARD_PARTS_H
#define WIRE_BOARD_PARTS_H
#include "wire/console_view_parts.h"

// At most BOARD_ROWS_MAX of them, none without a name.
void board_add_row(BoardView *view, BoardRow row);
// The word of a band: its own, or the one all numbers of its kind share.
const char *board_band_word(
        const Mirror *mirror, Region *region, const json_t *number, const char *kind);
// board_pages.c: one page each, into view.
void board_page_one(const Mirror *mirror, Region *region, BoardView *view);
void board_page_decisions(const Mirror *mirror, Region *region, BoardView *view);
void board_page_coalitions(const Mirror *mirror, Region *region, BoardView *view);
void board_page_meeting(const Mirror *mirror, Region *region, BoardView *view);
void board_page_end(const Mirror *mirror, Region *region, BoardView *view);
void board_page_influence(const Mirror *mirror, Region *region, BoardView *view);

#endif // WIRE_BOARD_PARTS_H

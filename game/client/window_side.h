// client/window_side.h — a second window that is shown and not operated: the board. Never: included outside window*.c.
#ifndef CLIENT_WINDOW_SIDE_H
#define CLIENT_WINDOW_SIDE_H
#include "client/window.h"

typedef struct WindowSide WindowSide;
union SDL_Event;

// Opens, closes and redraws it as the app wishes; dirty: the app has something new to show. side is the
// window of the turn before, NULL = none; returns the one there is now.
WindowSide *window_side_turn(WindowSide *side, const WindowApp *app,
        const WindowSetup *setup, int64_t now_ms, bool dirty);
// True when the event was meant for it.
bool window_side_handle(
        WindowSide *side, const WindowApp *app, const union SDL_Event *event);
void window_side_close(WindowSide *side);

#endif // CLIENT_WINDOW_SIDE_H

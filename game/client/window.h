// client/window.h — the window and its loop, and pictures without a window. Never: knows the game.
#ifndef CLIENT_WINDOW_H
#define CLIENT_WINDOW_H
#include "client/ui.h"

// What the loop shows and asks. All functions get context.
typedef struct WindowApp {
    void *context;
    void (*screen)(void *context, Ui *ui);
    // Called between frames; true when something came in and a new frame is due. May be NULL.
    bool (*poll)(void *context);
    // Called every `poll_ms` even without input; 0 = only when people do something.
    int32_t poll_ms;
    // True ends the loop. May be NULL.
    bool (*finished)(void *context);
    // A second window beside the first, shown and not operated: open while side_wanted says so. May be NULL.
    bool (*side_wanted)(void *context);
    void (*side_screen)(void *context, Ui *ui);
    void (*side_closed)(void *context); // a person closed it
    // The few keys it takes itself: UI_KEY_LEFT and UI_KEY_RIGHT, UI_KEY_SPACE for B. May be NULL.
    void (*side_key)(void *context, UiKey key);
    void (*side_shown)(void *context, const char *display); // where it is; may be NULL
    // Where F12 puts a picture: fills path; false = not now (secrets on the screen). May be NULL.
    bool (*picture_path)(void *context, char *path, size_t capacity);
    // It was kept there; or path is "" and problem says why not.
    void (*picture_done)(void *context, const char *path, const char *problem);
    bool pad_off; // a game controller is not listened to
    int32_t board_screen; // of the second window: 0 = the second one if there is one, else its number
} WindowApp;

typedef struct WindowSetup {
    const char *title;
    int32_t width, height; // dp of the first size; 0 = 1280 x 800
    bool full_screen, software;
    UiSetup ui; // scale 0 = guess from the display
} WindowSetup;

typedef struct WindowFigures {
    int64_t first_frame_ms; // from window_run to the first shown frame
    int64_t frames;
} WindowFigures;

// Opens a window and stays until finished or closed. Fails with a sentence when there is no display.
MUST_USE bool window_run(
        const WindowSetup *setup, const WindowApp *app, WindowFigures *figures, Err *err);
// How many screens this machine has; 0 when nothing is shown.
int32_t window_screens(void);
// Draws one screen off screen, needs no display, and writes a PNG.
MUST_USE bool window_shot(const UiSetup *setup, int32_t width_px, int32_t height_px,
        void (*screen)(void *context, Ui *ui), void *context, const char *png_path,
        Err *err);

#endif // CLIENT_WINDOW_H

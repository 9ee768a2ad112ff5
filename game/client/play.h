// client/play.h — the app in its window: what the command line calls to let a person play. Never: a session (the ports reach it).
#ifndef CLIENT_PLAY_H
#define CLIENT_PLAY_H
#include "client/app.h"
#include "client/window.h"

typedef struct PlaySetup {
    const char *picture_folder; // where F12 puts pictures; NULL = nowhere
    const char *font_folder;    // NULL = the usual places
    bool software;
    int32_t width, height; // dp, 0 = 1280 x 800
    // Between frames: brings in what the world sent (app_set_view and the like); true when a new frame
    // is due. May be NULL. Called every poll_ms even when nobody touches anything; 0 = only then.
    bool (*poll)(void *context);
    void *poll_context;
    int32_t poll_ms;
} PlaySetup;

// Shows app until its window is closed or app->quit is set.
MUST_USE bool play_run(App *app, const PlaySetup *setup, WindowFigures *figures, Err *err);
// The present screen of app as a picture, without a window.
MUST_USE bool play_shot(App *app, const PlaySetup *setup, int32_t width_px,
        int32_t height_px, const char *png_path, Err *err);

#endif // CLIENT_PLAY_H

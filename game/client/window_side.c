// client/window_side.c — the board's own window: its size decides the size of its letters; F11 fills the screen, + and - change the letters. Never: input for the app but its closing and the keys of side_key.
#include "client/window_side.h"
#include <SDL.h>
#include <stdlib.h>

// Letters are laid out for a height of 720, so that they grow with the picture.
enum { ZOOM_LEAST = 60, ZOOM_MOST = 160, ZOOM_STEP = 10 };
enum { SIDE_W = 1024, SIDE_H = 768, SIDE_DP = 720, SCALE_LEAST = 75, SCALE_MOST = 300 };

struct WindowSide {
    SDL_Window *window;
    Paint *paint;
    Ui *ui;
    bool dirty, full_screen;
    int32_t wanted; // WindowApp.board_screen it was opened for
    int32_t zoom;   // percent of what its height asks for
};

// On the screen that was chosen; else on the second one, if there is one: that is the beamer.
static int display_of(int32_t wanted) {
    int count = SDL_GetNumVideoDisplays();
    if (wanted > 0 && wanted <= count) return (int)wanted - 1;
    return count > 1 ? 1 : 0;
}

static bool open_side(WindowSide *side, const WindowSetup *setup, Err *err) {
    int display = display_of(side->wanted);
    int at = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display);
    side->window = SDL_CreateWindow("Convene", at, at, SIDE_W, SIDE_H,
            SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    UiSetup ui = setup->ui;
    ui.scale_percent = 100;
    return side->window
           && paint_create_for_window(&side->paint, side->window, setup->software, err)
           && ui_create(&side->ui, side->paint, &ui, err);
}

static void draw(WindowSide *side, const WindowApp *app, int64_t now_ms) {
    int32_t width = 0, height = 0;
    paint_size(side->paint, &width, &height);
    int32_t scale =
            core_max(SCALE_LEAST, core_min(SCALE_MOST, height * side->zoom / SIDE_DP));
    if (ui_scale(side->ui) != scale) ui_set_scale(side->ui, scale);
    side->dirty = false;
    ui_run(side->ui, app->side_screen, app->context, now_ms);
    paint_show(side->paint);
}

void window_side_close(WindowSide *side) {
    if (!side) return;
    ui_destroy(side->ui);
    paint_destroy(side->paint);
    if (side->window) SDL_DestroyWindow(side->window);
    free(side);
}

static void tell_display(const WindowSide *side, const WindowApp *app) {
    int display = SDL_GetWindowDisplayIndex(side->window);
    const char *name = display >= 0 ? SDL_GetDisplayName(display) : NULL;
    if (app->side_shown) app->side_shown(app->context, name ? name : "?");
}

WindowSide *window_side_turn(WindowSide *side, const WindowApp *app,
        const WindowSetup *setup, int64_t now_ms, bool dirty) {
    bool wanted = app->side_wanted && app->side_wanted(app->context);
    if (side && side->wanted != app->board_screen) { // another screen: it opens there anew
        window_side_close(side);
        side = NULL;
    }
    if (!wanted) {
        window_side_close(side);
        return NULL;
    }
    if (!side) {
        Err err = {0};
        side = calloc(1, sizeof *side);
        ASSERT(side);
        side->wanted = app->board_screen;
        side->zoom = 100;
        if (!open_side(side, setup, &err)) {
            window_side_close(side);
            app->side_closed(app->context);
            return NULL;
        }
        dirty = true;
    }
    if (dirty || side->dirty) draw(side, app, now_ms);
    tell_display(side, app);
    return side;
}

static void window_event(
        WindowSide *side, const WindowApp *app, const SDL_WindowEvent *event) {
    if (event->event == SDL_WINDOWEVENT_CLOSE) app->side_closed(app->context);
    if (event->event != SDL_WINDOWEVENT_MOVED) side->dirty = true;
}

static void full_screen(WindowSide *side) {
    side->full_screen = !side->full_screen;
    SDL_SetWindowFullscreen(
            side->window, side->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

static void zoom(WindowSide *side, int32_t by) {
    side->zoom = core_clamp(side->zoom + by, ZOOM_LEAST, ZOOM_MOST);
    side->dirty = true;
}

// B blanks, + and - make it larger and smaller, arrows go through what is public: nothing else is taken here.
static void key_event(WindowSide *side, const WindowApp *app, SDL_Keycode key) {
    UiKey asked = key == SDLK_b       ? UI_KEY_SPACE
                  : key == SDLK_LEFT  ? UI_KEY_LEFT
                  : key == SDLK_RIGHT ? UI_KEY_RIGHT
                                      : UI_KEY_NONE;
    if (key == SDLK_F11) full_screen(side);
    if (key == SDLK_PLUS || key == SDLK_EQUALS || key == SDLK_KP_PLUS)
        zoom(side, ZOOM_STEP);
    if (key == SDLK_MINUS || key == SDLK_KP_MINUS) zoom(side, -ZOOM_STEP);
    if (asked != UI_KEY_NONE && app->side_key) app->side_key(app->context, asked);
}

bool window_side_handle(WindowSide *side, const WindowApp *app, const SDL_Event *event) {
    if (!side) return false;
    Uint32 own = SDL_GetWindowID(side->window);
    switch (event->type) {
    case SDL_WINDOWEVENT:
        if (event->window.windowID != own) return false;
        window_event(side, app, &event->window);
        return true;
    case SDL_KEYDOWN:
        if (event->key.windowID != own) return false;
        key_event(side, app, event->key.keysym.sym);
        return true;
    case SDL_KEYUP: return event->key.windowID == own;
    case SDL_TEXTINPUT: return event->text.windowID == own;
    case SDL_MOUSEMOTION: return event->motion.windowID == own;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event->button.windowID == own;
    case SDL_MOUSEWHEEL: return event->wheel.windowID == own;
    default: return false;
    }
}

// client/window.c — SDL events to input, frames only on change and at most 30 a second. Never: knows the game.
#include "client/window.h"
#include "base/clock.h"
#include "client/picture.h"
#include "client/window_side.h"
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME_LEAST_MS = 33,
    WAIT_MOST_MS = 60000,
    WINDOW_LEAST_W = 426,
    WINDOW_LEAST_H = 240
};

typedef struct Window {
    SDL_Window *window;
    SDL_GameController *pad;
    Paint *paint;
    Ui *ui;
    WindowSide *side; // NULL = closed
    const WindowApp *app;
    Clock clock;
    bool quit, side_dirty, full_screen, dirty, shot_wanted;
} Window;

static int64_t now_ms(const Window *w) { return w->clock.now_ms(w->clock.context); }

// --- Opening and closing ---

// SDL falls back to drivers that show nothing; unless somebody asked for one, that is no display.
static bool somebody_can_see(void) {
    static const char *const blind[] = {"offscreen", "dummy", "evdev"};
    const char *driver = SDL_GetCurrentVideoDriver();
    if (!driver || SDL_GetHint("SDL_VIDEODRIVER")) return driver != NULL;
    for (size_t i = 0; i < ARRAY_COUNT(blind); i++)
        if (strcmp(driver, blind[i]) == 0) return false;
    return true;
}

static bool start_video(Err *err) {
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    bool started = SDL_Init(SDL_INIT_VIDEO | SDL_INIT_GAMECONTROLLER) == 0
                   || SDL_Init(SDL_INIT_VIDEO) == 0;
    if (started && somebody_can_see()) return true;
    err_set(err, ERR_SYSTEM, "There is no display to open a window on%s%s.",
            started ? "" : ": ", started ? "" : SDL_GetError());
    SDL_Quit();
    const char *display = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    err_where(err, "DISPLAY=%s WAYLAND_DISPLAY=%s", display ? display : "(not set)",
            wayland ? wayland : "(not set)");
    return err_fix(err, "Start it from a desktop, or use `convene shot` for pictures and "
                        "`convene simulate` for games without a window.");
}

static int32_t guessed_scale(void) {
    float dpi = 0;
    SDL_DisplayMode mode = {0};
    if (SDL_GetDisplayDPI(0, NULL, &dpi, NULL) == 0 && dpi > 150)
        return dpi > 220 ? 200 : 150;
    if (SDL_GetDesktopDisplayMode(0, &mode) == 0 && mode.h >= 2000) return 175;
    return 100;
}

static bool open_window(Window *w, const WindowSetup *setup, Err *err) {
    int32_t width = setup->width ? setup->width : 1280,
            height = setup->height ? setup->height : 800;
    SDL_DisplayMode mode = {0};
    if (SDL_GetDesktopDisplayMode(0, &mode) == 0 && mode.w > 0) {
        width = core_min(width, mode.w);
        height = core_min(height, mode.h);
    }
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (setup->full_screen) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    w->full_screen = setup->full_screen;
    // Without this SDL draws even plain pixels through OpenGL, which costs 60 MB where no card helps.
    if (setup->software) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    w->window = SDL_CreateWindow(setup->title, SDL_WINDOWPOS_CENTERED,
            SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (!w->window) {
        err_set(err, ERR_SYSTEM, "The window cannot be opened: %s.", SDL_GetError());
        return err_fix(err, "Start it from a desktop session.");
    }
    SDL_SetWindowMinimumSize(w->window, WINDOW_LEAST_W, WINDOW_LEAST_H);
    if (!paint_create_for_window(&w->paint, w->window, setup->software, err)) return false;
    UiSetup ui = setup->ui;
    if (!ui.scale_percent) ui.scale_percent = guessed_scale();
    return ui_create(&w->ui, w->paint, &ui, err);
}

static void close_window(Window *w) {
    window_side_close(w->side);
    ui_destroy(w->ui);
    paint_destroy(w->paint);
    if (w->pad) SDL_GameControllerClose(w->pad);
    if (w->window) SDL_DestroyWindow(w->window);
    SDL_Quit();
}

// --- Events ---

static UiKey key_of(SDL_Keycode code) {
    switch (code) {
    case SDLK_TAB: return UI_KEY_TAB;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return UI_KEY_ENTER;
    case SDLK_SPACE: return UI_KEY_SPACE;
    case SDLK_ESCAPE: return UI_KEY_ESCAPE;
    case SDLK_UP: return UI_KEY_UP;
    case SDLK_DOWN: return UI_KEY_DOWN;
    case SDLK_LEFT: return UI_KEY_LEFT;
    case SDLK_RIGHT: return UI_KEY_RIGHT;
    case SDLK_HOME: return UI_KEY_HOME;
    case SDLK_END: return UI_KEY_END;
    case SDLK_PAGEUP: return UI_KEY_PAGE_UP;
    case SDLK_PAGEDOWN: return UI_KEY_PAGE_DOWN;
    case SDLK_BACKSPACE: return UI_KEY_BACKSPACE;
    case SDLK_DELETE: return UI_KEY_DELETE;
    case SDLK_F1: return UI_KEY_WHY;
    case SDLK_F9: return UI_KEY_CURTAIN;
    case SDLK_F6: return UI_KEY_GROUP_NEXT;
    case SDLK_F10: return UI_KEY_MENU;
    default: return UI_KEY_NONE;
    }
}

static UiKey control_key_of(SDL_Keycode code) {
    if (code == SDLK_PLUS || code == SDLK_EQUALS || code == SDLK_KP_PLUS)
        return UI_KEY_BIGGER;
    if (code == SDLK_MINUS || code == SDLK_KP_MINUS) return UI_KEY_SMALLER;
    if (code == SDLK_a) return UI_KEY_SELECT_ALL;
    if (code == SDLK_f) return UI_KEY_FIND;
    return code == SDLK_0 || code == SDLK_KP_0 ? UI_KEY_NORMAL_SIZE : UI_KEY_NONE;
}

static void give(Window *w, UiInput input) {
    if (ui_input(w->ui, &input)) w->dirty = true;
}

static void paste(Window *w) {
    char *clip = SDL_GetClipboardText();
    // Long pastes come in pieces; a piece never divides a letter's bytes.
    for (size_t at = 0, length = clip ? strlen(clip) : 0; at < length;) {
        UiInput input = {.kind = UI_INPUT_TEXT};
        size_t end = at;
        while (end < length && end - at < sizeof input.text - 5) {
            end++;
            while (end < length && ((unsigned char)clip[end] & 0xC0) == 0x80)
                end++;
        }
        memcpy(input.text, clip + at, end - at);
        if (ui_wants_text(w->ui)) give(w, input);
        at = end;
    }
    SDL_free(clip);
}

// Copies what is selected in a field; cutting takes it away too.
static void copy(Window *w, bool cut) {
    const char *selected = ui_selected(w->ui);
    if (!*selected) return;
    SDL_SetClipboardText(selected);
    if (cut) give(w, (UiInput){.kind = UI_INPUT_KEY, .key = UI_KEY_DELETE});
}

// The left Alt with a letter or a figure; the right one writes letters in many languages.
static bool alt_letter(Window *w, const SDL_KeyboardEvent *key) {
    SDL_Keycode code = key->keysym.sym;
    bool sign = (code >= SDLK_a && code <= SDLK_z) || (code >= SDLK_0 && code <= SDLK_9)
                || code == SDLK_SLASH;
    if (!sign || !(key->keysym.mod & KMOD_LALT)) return false;
    give(w, (UiInput){.kind = UI_INPUT_TEXT, .alt = true, .text = {(char)code}});
    return true;
}

static void key_down(Window *w, const SDL_KeyboardEvent *key) {
    SDL_Keycode code = key->keysym.sym;
    bool control = key->keysym.mod & KMOD_CTRL;
    if (code == SDLK_F11) {
        w->full_screen = !w->full_screen;
        SDL_SetWindowFullscreen(
                w->window, w->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
        w->dirty = true;
        return;
    }
    if (code == SDLK_F12) w->shot_wanted = w->dirty = true;
    if (control && code == SDLK_v) paste(w);
    if (control && (code == SDLK_c || code == SDLK_x)) copy(w, code == SDLK_x);
    if (alt_letter(w, key)) return;
    bool shift = key->keysym.mod & KMOD_SHIFT;
    UiKey ui_key = control ? control_key_of(code) : key_of(code);
    if (ui_key == UI_KEY_GROUP_NEXT && shift) ui_key = UI_KEY_GROUP_BACK;
    if (ui_key == UI_KEY_NONE) return;
    give(w, (UiInput){.kind = UI_INPUT_KEY,
                    .key = ui_key,
                    .shift = shift,
                    .control = control});
}

static void pad_button(Window *w, Uint8 button) {
    static const UiKey KEYS[SDL_CONTROLLER_BUTTON_MAX] = {
            [SDL_CONTROLLER_BUTTON_A] = UI_KEY_ENTER,
            [SDL_CONTROLLER_BUTTON_B] = UI_KEY_ESCAPE,
            [SDL_CONTROLLER_BUTTON_Y] = UI_KEY_WHY,
            [SDL_CONTROLLER_BUTTON_START] = UI_KEY_MENU,
            [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = UI_KEY_GROUP_BACK,
            [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = UI_KEY_GROUP_NEXT,
            [SDL_CONTROLLER_BUTTON_DPAD_UP] = UI_KEY_UP,
            [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = UI_KEY_DOWN,
            [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = UI_KEY_LEFT,
            [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = UI_KEY_RIGHT,
    };
    if (w->app->pad_off || button >= SDL_CONTROLLER_BUTTON_MAX) return;
    if (KEYS[button] == UI_KEY_NONE) return;
    give(w, (UiInput){.kind = UI_INPUT_KEY, .key = KEYS[button]});
}

// Mouse places come in window units; on dense displays the picture has more pixels.
static void scale_point(const Window *w, int32_t *x, int32_t *y) {
    int window_w = 1, window_h = 1;
    int32_t pixels_w = 0, pixels_h = 0;
    SDL_GetWindowSize(w->window, &window_w, &window_h);
    paint_size(w->paint, &pixels_w, &pixels_h);
    *x = (int32_t)((int64_t)*x * pixels_w / core_max(1, window_w));
    *y = (int32_t)((int64_t)*y * pixels_h / core_max(1, window_h));
}

static void pointer(Window *w, UiInputKind kind, int32_t x, int32_t y) {
    scale_point(w, &x, &y);
    give(w, (UiInput){.kind = kind, .x = x, .y = y});
}

static void wheel(Window *w, const SDL_MouseWheelEvent *event) {
    int x = 0, y = 0;
    SDL_GetMouseState(&x, &y);
    int32_t px = x, py = y;
    scale_point(w, &px, &py);
    int32_t steps = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -event->y : event->y;
    give(w, (UiInput){.kind = UI_INPUT_WHEEL, .x = px, .y = py, .steps = steps});
}

static void handle(Window *w, const SDL_Event *event) {
    UiInput text = {.kind = UI_INPUT_TEXT};
    if (window_side_handle(w->side, w->app, event)) return;
    switch (event->type) {
    case SDL_QUIT: w->quit = true; break;
    case SDL_WINDOWEVENT:
        // With two windows open the system does not say that the game is to end.
        if (event->window.event == SDL_WINDOWEVENT_CLOSE) w->quit = true;
        if (event->window.event == SDL_WINDOWEVENT_LEAVE)
            give(w, (UiInput){.kind = UI_INPUT_LEAVE});
        w->dirty = w->dirty || event->window.event != SDL_WINDOWEVENT_MOVED;
        break;
    case SDL_RENDER_TARGETS_RESET: w->dirty = true; break;
    case SDL_MOUSEMOTION:
        pointer(w, UI_INPUT_MOVE, event->motion.x, event->motion.y);
        break;
    case SDL_MOUSEBUTTONDOWN:
        if (event->button.button == SDL_BUTTON_LEFT)
            pointer(w, UI_INPUT_PRESS, event->button.x, event->button.y);
        break;
    case SDL_MOUSEBUTTONUP:
        if (event->button.button == SDL_BUTTON_LEFT)
            pointer(w, UI_INPUT_RELEASE, event->button.x, event->button.y);
        break;
    case SDL_MOUSEWHEEL: wheel(w, &event->wheel); break;
    case SDL_KEYDOWN: key_down(w, &event->key); break;
    case SDL_TEXTINPUT:
        if (SDL_GetModState() & KMOD_LALT) break; // told with the key already
        snprintf(text.text, sizeof text.text, "%s", event->text.text);
        give(w, text);
        break;
    case SDL_CONTROLLERDEVICEADDED:
        if (!w->pad) w->pad = SDL_GameControllerOpen(event->cdevice.which);
        break;
    case SDL_CONTROLLERBUTTONDOWN: pad_button(w, event->cbutton.button); break;
    default: break;
    }
}

int32_t window_screens(void) {
    int count = SDL_WasInit(SDL_INIT_VIDEO) ? SDL_GetNumVideoDisplays() : 0;
    return count > 0 ? count : 0;
}

// --- The loop ---

static bool save_picture(Paint *paint, const char *path, Err *err) {
    int32_t width = 0, height = 0;
    paint_size(paint, &width, &height);
    uint8_t *pixels = malloc((size_t)width * (size_t)height * 4);
    ASSERT(pixels);
    bool ok = paint_read(paint, pixels, err)
              && picture_write_png(path, pixels, width, height, err);
    free(pixels);
    return ok;
}

static void keep_picture(Window *w) {
    char path[512];
    Err err = {0};
    w->shot_wanted = false;
    w->dirty = true; // what is said of it is drawn next
    if (!w->app->picture_path || !w->app->picture_path(w->app->context, path, sizeof path))
        return;
    // A picture that cannot be saved must not end the game.
    bool kept = save_picture(w->paint, path, &err);
    w->app->picture_done(w->app->context, kept ? path : "", kept ? "" : err.what);
}

static void draw(Window *w) {
    w->dirty = false;
    ui_run(w->ui, w->app->screen, w->app->context, now_ms(w));
    if (w->shot_wanted) keep_picture(w);
    paint_show(w->paint);
}

static int32_t wait_ms(const Window *w) {
    int32_t wake = ui_wake_ms(w->ui, now_ms(w)), wait = WAIT_MOST_MS;
    if (w->app->poll_ms > 0) wait = core_min(wait, w->app->poll_ms);
    if (wake >= 0) wait = core_min(wait, wake);
    return core_max(1, wait);
}

// True when the world sent something; asked before every wait, because a frame may just have sent
// something to the world.
static bool world_moved(Window *w) { return w->app->poll && w->app->poll(w->app->context); }

static bool is_press(const SDL_Event *event) {
    return event->type == SDL_KEYDOWN || event->type == SDL_TEXTINPUT
           || event->type == SDL_MOUSEBUTTONUP || event->type == SDL_CONTROLLERBUTTONDOWN;
}

// Takes the events that are there; sleeps first when nothing is due. A press ends the round, so that the
// next one meets what this one opened, however fast a person types.
static void take_events(Window *w) {
    SDL_Event event;
    if (world_moved(w)) {
        w->dirty = w->side_dirty = true;
        return;
    }
    bool due = ui_wake_ms(w->ui, now_ms(w)) >= 0;
    bool got = w->dirty ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, wait_ms(w));
    if (!got && due) w->dirty = true;
    while (got) {
        handle(w, &event);
        if (w->dirty && is_press(&event)) return;
        got = SDL_PollEvent(&event);
    }
}

MUST_USE bool window_run(
        const WindowSetup *setup, const WindowApp *app, WindowFigures *figures, Err *err) {
    Window w = {.app = app, .clock = clock_system(), .dirty = true};
    WindowFigures own = {0};
    int64_t started = now_ms(&w);
    if (!start_video(err)) return false;
    bool ok = open_window(&w, setup, err);
    if (ok) SDL_StartTextInput();
    while (ok && !w.quit && !(app->finished && app->finished(app->context))) {
        if (w.dirty) {
            int64_t before = now_ms(&w);
            draw(&w);
            if (own.frames++ == 0) own.first_frame_ms = now_ms(&w) - started;
            int64_t spent = now_ms(&w) - before;
            if (spent < FRAME_LEAST_MS && w.dirty)
                SDL_Delay((Uint32)(FRAME_LEAST_MS - spent));
        }
        bool side_dirty = w.side_dirty;
        w.side_dirty = false;
        w.side = window_side_turn(w.side, app, setup, now_ms(&w), side_dirty);
        take_events(&w);
    }
    close_window(&w);
    if (figures) *figures = own;
    return ok;
}

MUST_USE bool window_shot(const UiSetup *setup, int32_t width_px, int32_t height_px,
        void (*screen)(void *context, Ui *ui), void *context, const char *png_path,
        Err *err) {
    Paint *paint = NULL;
    Ui *ui = NULL;
    // A picture shows how things stand, not how they move there.
    UiSetup still = *setup;
    still.reduced_motion = true;
    bool ok = paint_create(&paint, width_px, height_px, err)
              && ui_create(&ui, paint, &still, err);
    if (ok) {
        ui_run(ui, screen, context, 0);
        ok = save_picture(paint, png_path, err);
    }
    ui_destroy(ui);
    paint_destroy(paint);
    return ok;
}

// client/fonts.h — which font file shows a letter; fonts opened once for each face, weight and size. Never: lays out text.
#ifndef CLIENT_FONTS_H
#define CLIENT_FONTS_H
#include "base/err.h"

// SDL_ttf's font; a plain pointer here, so that only .c files see SDL.
typedef struct _TTF_Font FontHandle;
typedef struct Fonts Fonts;

typedef enum FontWeight { FONT_REGULAR, FONT_BOLD, FONT_WEIGHTS_COUNT } FontWeight;

// folder: where the Noto files are; NULL = the usual places of Debian. Fails with the package to
// install when the first face is missing; other missing faces only leave their scripts unshown.
MUST_USE bool fonts_create(Fonts **out, const char *folder, Err *err);
void fonts_destroy(Fonts *fonts);
// The face that shows this letter of this script, or the first face (its empty box) if none does.
int32_t fonts_face_for(Fonts *fonts, uint32_t code_point, const char *script);
// True when the face has a picture of the letter.
bool fonts_face_has(Fonts *fonts, int32_t face, uint32_t code_point);
// The opened font; lives as long as Fonts. Never NULL: a face that does not open gives the first one.
FontHandle *fonts_open(Fonts *fonts, int32_t face, FontWeight weight, int32_t size_px);

#endif // CLIENT_FONTS_H

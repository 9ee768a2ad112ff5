// pack/sound.h — may this sound be played: Ogg Vorbis and its length from page headers. Never: decodes it.
#ifndef PACK_SOUND_H
#define PACK_SOUND_H
#include "base/bytes.h"
#include "base/diag.h"

// Pure over any bytes: one Vorbis stream in whole Ogg pages, 1 or 2 channels, at most 60 seconds and
// 2 MiB. Otherwise E410 about `file`. The samples are not looked at.
MUST_USE bool sound_check(Bytes ogg, const char *file, Diags *diags);

#endif // PACK_SOUND_H

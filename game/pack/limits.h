// pack/limits.h — how large a pack and its parts may be. Never: limits of what Lua declares.
#ifndef PACK_LIMITS_H
#define PACK_LIMITS_H

enum {
    PACK_ZIP_BYTES_MAX = 16 * 1024 * 1024,      // the archive as it lies on the disk
    PACK_UNPACKED_BYTES_MAX = 64 * 1024 * 1024, // all files together
    PACK_RATIO_MAX = 100, // unpacked : packed, for each large entry and for all
    PACK_RATIO_FREE_BYTES = 64 * 1024, // an entry up to this size may shrink as it likes
    PACK_ENTRIES_MAX = 2000,           // files and folders
    PACK_NAME_BYTES_MAX = 100,         // of a path inside the pack
    PACK_DEPTH_MAX = 6,                // parts of such a path

    PACK_LUA_FILE_BYTES_MAX = 128 * 1024,
    PACK_LUA_BYTES_MAX = 1024 * 1024, // of all Lua files that are loaded in play
    PACK_TEXTS_BYTES_MAX = 2 * 1024 * 1024,
    PACK_NOTE_BYTES_MAX = 256 * 1024,
    PACK_PICTURE_BYTES_MAX = 2 * 1024 * 1024,
    PACK_PICTURE_SIDE_MAX = 2048, // pixels
    PACK_SOUND_BYTES_MAX = 2 * 1024 * 1024,
    PACK_SOUND_SECONDS_MAX = 60,
    PACK_LOCK_BYTES_MAX = 64 * 1024,
};

#endif // PACK_LIMITS_H

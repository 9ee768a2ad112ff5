// tests/unit/script_words.h — the words of scenario files for tests that need no schema. Never: their fields.
#ifndef TESTS_SCRIPT_WORDS_H
#define TESTS_SCRIPT_WORDS_H
#include "script/declare.h"

static const ScriptWord SCRIPT_WORDS[] = {
        {"pack",           WORD_BODY,     WORD_ID_PLAIN, "pack stands alone in pack.lua.", NULL},
        {"scenario",       WORD_BODY,     WORD_ID_PLAIN, NULL,                             NULL},
        {"content_note",   WORD_BODY,     WORD_ID_PLAIN, NULL,                             NULL},
        {"use",            WORD_ID_MAYBE, WORD_ID_PACK,  NULL,                             NULL},
        {"change",         WORD_ID_BODY,  WORD_ID_PATH,  NULL,                             NULL},
        {"text",           WORD_ID_TEXT,  WORD_ID_PLAIN, NULL,                             NULL},
        {"on",             WORD_MOMENT,   WORD_ID_PLAIN, NULL,                             NULL},
        {"test",           WORD_ID_BODY,  WORD_ID_TITLE, NULL,                             NULL},
        {"simulate",       WORD_ID_BODY,  WORD_ID_TITLE, NULL,                             NULL},
        {"setting",        WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"phase",          WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"resource",       WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"memory",         WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"actor",          WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"arena",          WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"decider",        WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"issue",          WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"clause",         WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"frame",          WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"verb",           WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"tradeoff",       WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"point_of_power", WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"rule",           WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"happening",      WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"window",         WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"ending",         WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"shock",          WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
        {"journal",        WORD_ID_BODY,  WORD_ID_PLAIN, NULL,                             NULL},
};

enum { SCRIPT_WORDS_COUNT = sizeof SCRIPT_WORDS / sizeof SCRIPT_WORDS[0] };

#endif // TESTS_SCRIPT_WORDS_H

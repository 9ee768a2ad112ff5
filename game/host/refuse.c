// host/refuse.c — why a message was not taken, as a sentence in the reader's language. Never: a refusal of the game's rules (reply_verdict).
#include "host/guest.h"
#include <string.h>

typedef struct Row {
    const char *code;
    SayId say;
} Row;

static const Row rows[] = {
        {"bad_message", SAY_NOT_UNDERSTOOD   },
        {"version",     SAY_NOT_VERSION      },
        {"rate",        SAY_TOO_FAST         },
        {"pin_wrong",   SAY_PIN_WRONG        },
        {"pin_locked",  SAY_PIN_RESTS        },
        {"locked",      SAY_JOIN_LOCKED      },
        {"declined",    SAY_JOIN_DECLINED    },
        {"full",        SAY_JOIN_FULL        },
        {"code_wrong",  SAY_CODE_WRONG       },
        {"token_dead",  SAY_TOKEN_DEAD       },
        {"no_seat",     SAY_SEAT_NONE        },
        {"not_yours",   SAY_NOT_YOURS        },
        {"read_only",   SAY_READ_ONLY        },
        {"busy",        SAY_RECORD_FAILED    },
        {"team_lead",   SAY_TEAM_LEAD        },
        {"muted",       SAY_MUTED            },
        {"no_words",    SAY_NO_WORDS         },
        {"drafts",      SAY_DRAFTS_FULL      },
        {"argument",    SAY_ARGUMENT         },
        {"no_person",   SAY_NO_PERSON        },
        {"no_knock",    SAY_NO_KNOCK         },
        {"over",        SAY_SESSION_OVER     },
        {"over_once",   SAY_SESSION_OVER_ONCE},
        {"care_first",  SAY_CARE_FIRST       },
        {"not_cast",    SAY_NOT_CAST         },
        {"cast_late",   SAY_CAST_LATE        },
        {"name_wrong",  SAY_NAME_WRONG       },
        {"no_place",    SAY_NO_PLACE         },
        {"not_here",    SAY_NOT_HERE         },
        {"no_second",   SAY_NO_SECOND        },
};

static SayId sentence_of(const char *code) {
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (strcmp(rows[i].code, code) == 0) return rows[i].say;
    }
    return SAY_NOT_UNDERSTOOD;
}

void guest_refuse_about(Hall *hall, const Guest *guest, const char *id, const char *code,
        const char *what) {
    const Party *party = guest_house(hall, guest);
    Region region = {0};
    const char *text = "";
    if (party) {
        Language language = party->tongues.of(party->tongues.context, guest->lang);
        Say say = {party_session(party)->def, language, &region};
        text = say_sentence(&say, sentence_of(code), (SayWith){.what = what, .text = what});
    }
    reply_refused(hall, guest, id, code, text);
    region_clear(&region);
}

void guest_refuse(Hall *hall, const Guest *guest, const char *id, const char *code) {
    guest_refuse_about(hall, guest, id, code, "");
}

void refuse(Hall *hall, const Guest *guest, const Message *message, const char *code) {
    guest_refuse(hall, guest, message->id[0] ? message->id : message->cid, code);
}

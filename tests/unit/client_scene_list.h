// tests/unit/client_scene_list.h — the scenes of looking back at what would have been, and the list of all scenes. Never: included by itself; it is the end of client_scenes.h.
#ifndef CLIENT_SCENE_LIST_H
#define CLIENT_SCENE_LIST_H

// The page "What if": all is known, or only the first teams.
static inline void scene_what_if(Stage *stage) {
    scene_end(stage);
    show_what_if(stage);
}
static inline void scene_what_if_runs(Stage *stage) {
    scene_console_facts(stage);
    show_what_if(stage);
    WhatIfView *seen = (WhatIfView *)(uintptr_t)stage->app.what_if;
    seen->done = 3;
    seen->acts_known = seen->shares_known = false;
    seen->acts_count = 0;
    for (int32_t i = 2; i < seen->teams_count; i++)
        seen->teams[i] = (WhatIfRow){0};
}
// The way in: closed while somebody has not told, and open.
static inline void scene_what_if_closed(Stage *stage) {
    scene_console_facts(stage);
    stage->app.ports.what_if = ask_what_if;
}
static inline void scene_what_if_way(Stage *stage) {
    stage->sample->view.end.told = UINT16_MAX;
    scene_end(stage);
    stage->app.ports.what_if = ask_what_if;
}

static const Scene SCENES[] = {
        {"home",           scene_home          },
        {"case",           scene_case          },
        {"case_host",      scene_case_host     },
        {"lobby",          scene_lobby         },
        {"console",        scene_console       },
        {"console_people", scene_console_people},
        {"console_held",   scene_console_held  },
        {"curtain",        scene_curtain       },
        {"console_seat",   scene_console_seat  },
        {"console_sure",   scene_console_sure  },
        {"console_point",  scene_console_point },
        {"console_board",  scene_console_board },
        {"console_facts",  scene_console_facts },
        {"console_verbs",  scene_console_verbs },
        {"console_form",   scene_console_form  },
        {"form_debrief",   scene_form_debrief  },
        {"form_rewind",    scene_form_rewind   },
        {"form_adjust",    scene_form_adjust   },
        {"form_act",       scene_form_act      },
        {"form_numbers",   scene_form_numbers  },
        {"form_plan",      scene_form_plan     },
        {"form_peek",      scene_form_peek     },
        {"look",           scene_look          },
        {"look_acts",      scene_look_acts     },
        {"look_act",       scene_look_act      },
        {"settings",       scene_settings      },
        {"settings_trial", scene_settings_trial},
        {"find",           scene_find          },
        {"text_150",       scene_text_150      },
        {"table",          scene_table         },
        {"meeting",        scene_meeting       },
        {"record",         scene_record        },
        {"deals",          scene_deals         },
        {"news",           scene_news          },
        {"end",            scene_end           },
        {"end_locked",     scene_end_locked    },
        {"what_if",        scene_what_if       },
        {"what_if_runs",   scene_what_if_runs  },
        {"what_if_closed", scene_what_if_closed},
        {"what_if_way",    scene_what_if_way   },
        {"act",            scene_act           },
        {"act_waits",      scene_act_waits     },
        {"act_closed",     scene_act_closed    },
        {"speech",         scene_speech        },
        {"lead",           scene_lead          },
        {"backstage",      scene_backstage     },
        {"guests",         scene_guests        },
        {"why",            scene_why           },
        {"actor",          scene_actor         },
        {"help",           scene_help          },
        {"deal",           scene_deal          },
        {"deal_of_four",   scene_deal_of_four  },
        {"coalition",      scene_coalition     },
        {"group",          scene_group         },
        {"group_closed",   scene_group_closed  },
        {"taps",           scene_taps          },
        {"votes",          scene_votes         },
        {"templates",      scene_templates     },
        {"seat",           scene_seat          },
        {"seat_waits",     scene_seat_waits    },
        {"author",         scene_author        },
        {"author_first",   scene_author_first  },
        {"author_fine",    scene_author_fine   },
        {"author_runs",    scene_author_runs   },
        {"journal",        scene_journal       },
        {"observe",        scene_observe       },
        {"watch",          scene_watch         },
        {"away",           scene_away          },
        {"stood_in",       scene_stood_in      },
        {"debrief",        scene_debrief       },
        {"seat_help",      scene_seat_help     },
        {"home_join",      scene_home_join     },
        {"lobby_care",     scene_lobby_care    },
        {"overdue",        scene_overdue       },
        {"overdue_sure",   scene_overdue_sure  },
        {"lobby_check",    scene_lobby_check   },
        {"lobby_second",   scene_lobby_second  },
        {"console_second", scene_console_second},
        {"lobby_options",  scene_lobby_options },
        {"lobby_knobs",    scene_lobby_knobs   },
        {"lobby_notes",    scene_lobby_notes   },
        {"console_notes",  scene_console_notes },
        {"lobby_hotspot",  scene_lobby_hotspot },
        {"lobby_seat",     scene_lobby_seat    }
};

#endif // CLIENT_SCENE_LIST_H

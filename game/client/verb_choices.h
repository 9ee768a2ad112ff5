// client/verb_choices.h — what can be picked for an argument of a facilitator's verb: what is shown, and what is written in the line. Never: judges it.
#ifndef CLIENT_VERB_CHOICES_H
#define CLIENT_VERB_CHOICES_H
#include "client/screen_host.h"
#include "wire/console.h"

enum { CHOICES_MOST = 128 };

typedef struct Choices {
    const char *labels[CHOICES_MOST], *words[CHOICES_MOST];
    int32_t count;
    bool many;           // several may be picked, with commas between them
    bool written;        // it may be written too
    const char *example; // how, for who has never typed one, "" = none
} Choices;

// Of the form that is open: HostDraft.verb, and what was picked before this argument.
void verb_choices(Ui *ui, const ConsoleView *console, const App *app, ConsoleVerb verb,
        const ConsoleArg *arg, Choices *out);
// "Give a seat back"; the verb's name where the table of words has none.
const char *verb_title(const App *app, ConsoleVerb verb);
// A setting of the session, and a value of one.
const char *verb_option(const App *app, const char *key);
const char *verb_value(const App *app, const char *value);
// The verb that takes another back, CONSOLE_COUNT = none.
ConsoleVerb verb_undoing(ConsoleVerb verb);

#endif // CLIENT_VERB_CHOICES_H

// cli/facts.h — what the program knows of its own place, for the lamps of a console. Never: a promise about the next minute.
#ifndef CLI_FACTS_H
#define CLI_FACTS_H
#include "cli/hosting.h"

// context: a Hosting.
HallFacts facts_of(void *context);

#endif // CLI_FACTS_H

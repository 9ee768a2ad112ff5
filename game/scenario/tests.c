// scenario/tests.c — reads author tests and simulations. Never: runs them.
#include "scenario/work.h"

void tests_read(Load *load) { (void)load; }

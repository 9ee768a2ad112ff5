// scenario/check.c — what a case lacks as a design: warnings and counts. Never: an error of form.
#include "scenario/work.h"

void check_design(Load *load) { (void)load; }

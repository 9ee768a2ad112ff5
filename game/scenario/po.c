// scenario/po.c — translations of a pack. Never: formats a text.
#include "scenario/work.h"

void texts_catalogues(Load *load) { (void)load; }

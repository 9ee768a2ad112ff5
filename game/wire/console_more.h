// wire/console_more.h — the lists of a ConsoleView that forms pick from. Never: a private number.
#ifndef WIRE_CONSOLE_MORE_H
#define WIRE_CONSOLE_MORE_H
#include "base/region.h"
#include "model/console.h"
#include "wire/mirror.h"

void console_more_read(const Mirror *mirror, Region *region, ConsoleView *view);

#endif // WIRE_CONSOLE_MORE_H

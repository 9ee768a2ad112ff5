// wire/forecast.h — what the host foretells of an act before it is sent, as a sheet shows it. Never: works anything out.
#ifndef WIRE_FORECAST_H
#define WIRE_FORECAST_H
#include "base/bytes.h"
#include "base/region.h"

enum { FORECAST_LINES_MAX = 8 };

// Texts are never NULL; they live in the region they were read into.
typedef struct Forecast {
    bool open;
    const char *closed;      // why it would be refused now, "" = it would not
    const char *cost, *warn; // "" = nothing to say
    const char *likely[FORECAST_LINES_MAX];  // what it moves, and by how much
    const char *unknown[FORECAST_LINES_MAX]; // numbers it moves that this seat cannot read
    int32_t likely_count, unknown_count;
} Forecast;

// Total: what is missing, and all of a message that is none, is "".
void forecast_read(Bytes message, Region *region, Forecast *out);

#endif // WIRE_FORECAST_H

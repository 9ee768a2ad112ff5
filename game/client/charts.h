// client/charts.h — actor marks, radar, curves and shares as drawings with their legends in words. Never: knows rules.
#ifndef CLIENT_CHARTS_H
#define CLIENT_CHARTS_H
#include "client/ui.h"

enum {
    CHART_AXES_MAX = 8,
    CHART_POINTS_MAX = 16,
    CHART_CURVES_MAX = 6,
    CHART_SHARES_MAX = 16
};

// The actor's shape in its colour; size in dp.
void chart_actor_mark(Ui *ui, int32_t actor, int32_t size);
// Mark, two-letter tag and name in a row. grow as in UiText.
void chart_actor(Ui *ui, int32_t actor, const char *name, int32_t grow);

// Values 0 to 100 on count axes; before may be NULL. The axes carry numbers, the legend the words.
void chart_radar(Ui *ui, const char *name, const char *const *labels, const int32_t *values,
        const int32_t *before, int32_t count, int32_t height_dp);

typedef struct ChartCurve {
    const char *label;
    ColorToken token;
    ShapeKind shape; // marks the points, so that curves differ without colour
    LineStyle style;
    int32_t points[CHART_POINTS_MAX], count;
} ChartCurve;
// Curves over rounds 0, 1, 2 …; values 0 to most.
void chart_curves(Ui *ui, const char *name, const ChartCurve *curves, int32_t count,
        int32_t most, int32_t height_dp);

// A bar whose last part is hollow, of a longest one, with its number; and what the two parts are.
void chart_split(Ui *ui, int32_t value, int32_t hollow, int32_t most, const char *number);
void chart_split_legend(Ui *ui, const char *filled, const char *hollow);

// Two bars per actor, per mille of all: what it holds, and what it moved.
typedef struct ChartShare {
    const char *label;
    int32_t actor, first, second;
} ChartShare;
void chart_shares(Ui *ui, const char *first_label, const char *second_label,
        const ChartShare *shares, int32_t count);

#endif // CLIENT_CHARTS_H

// scenario/csv.h — translations from a spreadsheet as the entries of a PO file. Never: knows what a path means.
#ifndef SCENARIO_CSV_H
#define SCENARIO_CSV_H
#include "scenario/po.h"

// Columns by the names in the first row: id and text are needed, source and state may be there; others
// are looked over. Divided by commas, semicolons or tabs, quoted as spreadsheets do; the mark ' before
// = + - @ is taken away. E510 when a column is missing or a row cannot be read. False then.
bool csv_read(Region *region, const char *file, Bytes bytes, PoFile *out, Diags *diags);

#endif // SCENARIO_CSV_H

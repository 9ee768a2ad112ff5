// cli/beside.h — the program with windows, which lies beside this one. Never: looked for anywhere else.
#ifndef CLI_BESIDE_H
#define CLI_BESIDE_H
#include "base/err.h"

// Becomes that program, with the same words. Returns only when it cannot: err is filled.
void beside_become(char **argv, Err *err);

#endif // CLI_BESIDE_H

// base/defect.h — promises that a build breaks on purpose, so that the tests which guard them are seen to fail. Never: in a program people play.
#ifndef BASE_DEFECT_H
#define BASE_DEFECT_H

// tests/CMakeLists.txt compiles one source file at a time with one of these; everywhere else it is 0 and the
// compiler leaves nothing of it.
#ifndef CONVENE_SEED_DEFECT
#define CONVENE_SEED_DEFECT 0
#endif

enum {
    DEFECT_EARLY_ACK = 1,   // acts are acknowledged before they are on disk
    DEFECT_TWICE = 2,       // an act that is sent again counts again
    DEFECT_LEAK = 3,        // the board learns how many acts a seat has planned
    DEFECT_NO_SYNC = 4,     // commits do not wait for the disk
    DEFECT_WRONG_FOLD = 5,  // what is lost is lost by one too many
    DEFECT_KEEPS_WORDS = 6, // erased words stay where they stood
    DEFECT_HIDES = 7,       // what the gate accepts is shown as closed
};

#define DEFECT(one) (CONVENE_SEED_DEFECT == (one))

#endif // BASE_DEFECT_H

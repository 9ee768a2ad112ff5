// store/schema.h — the tables of a session file and their version. Never: statements (statements.def) or migration of old files in place.
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

enum {
    SCHEMA_APPLICATION = 0x436E766E, // "Cnvn" in the file's header
    SCHEMA_VERSION = 1,
};

// All CREATE statements of version 1.
extern const char SCHEMA_TABLES[];

#endif // STORE_SCHEMA_H

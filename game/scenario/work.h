// scenario/work.h — what the files of this room share while a pack is read. Never: included by another room, kept after loading.
#ifndef SCENARIO_WORK_H
#define SCENARIO_WORK_H
#include "base/region.h"
#include "expr/compile.h"
#include "model/def.h"
#include "pack/pack.h"
#include "scenario/load.h"
#include "scenario/schema.h"
#include "script/machine.h"

enum {
    UNITS_MAX = SCENARIO_PACKS_MAX,
    PATH_PARTS_MAX = 8,
    IDS_MAX = 96, // ids in one field
};

// A part of a declaration: enough to point at its place in the author's file.
typedef struct At {
    const Machine *machine;
    const Decl *decl;
    int32_t count;
    const char *path[PATH_PARTS_MAX];
    bool key; // the name before the = is meant, whatever is said of the value
} At;

// A value and where it stands; node is NULL when the author wrote none.
typedef struct Value {
    const Node *node;
    At at;
} Value;

// One pack: its files, its machine, and what its manifest says.
typedef struct Unit {
    Pack *pack; // in Load.packs
    Machine *manifest, *machine, *tests;
    const char *id, *version, *alias;
    bool alias_given; // by `use`: things that clash go under alias_name
    bool scenario;
    const Decl *decl; // pack { … }
} Unit;

typedef struct Override {
    const char *field;
    const Node *node;
    At at;
    const Unit *by;
} Override;

// ---- index.c: places in a list by the hash of an id or path ---------------------------------
typedef struct Index {
    int32_t *heads, *next; // place + 1; 0 = none
    uint32_t mask;
} Index;
uint32_t index_hash(const char *letters, size_t length);
// Room for places from 0 to places - 1, in the region.
Index index_make(Region *region, int32_t places);
// Each place once. What is added last is found first: lists are entered from their end, so that the
// first of several with one id is found before the others.
void index_add(Index *index, uint32_t hash, int32_t place);
// Places that may have this hash, one after the other; -1 at the end.
int32_t index_first(const Index *index, uint32_t hash);
int32_t index_next(const Index *index, int32_t place);

// One declaration that counts. index is its place in the Def, -1 without.
typedef struct Item {
    const Decl *decl;
    Unit *unit;
    const SchemaWord *word;
    const char *id;
    Override *overrides;
    int32_t overrides_count;
    int32_t index;
    bool dropped;
    Names *names;      // filled once
    SchemaSpan fields; // of its word
    uint32_t hash;     // of id
    uint8_t space;     // NameSpace
    bool declares;     // other parts of a pack can name it
} Item;

// What is true of every item of one word.
typedef struct WordFacts {
    SchemaSpan fields;
    uint8_t space; // NameSpace
    bool declares;
} WordFacts;

// A file of a language, and its place in Catalogs.
typedef struct Sheet {
    int32_t language;
    const Unit *unit;
    PackFile file;
} Sheet;

enum { SHEETS_MAX = 2 * UNITS_MAX * LANGUAGES_MAX };

typedef struct Load {
    Def *def;
    Diags *diags;
    Region *region; // dies with the Load
    Scenario *out;  // NULL once all but languages is read
    Catalogs *catalogs;
    Region *words_region; // of translations: lives as long as the catalogues
    const LoadOptions *options;
    Unit units[UNITS_MAX]; // plugins first, in load order; the case last
    int32_t units_count;
    const WordFacts *words; // one for each row of the schema
    Item *items;
    int32_t items_count;
    Index by_id;     // of items, once their ids are final
    bool renamed;    // two packs declare one id, and one of them has an alias
    bool incomplete; // something could not be read: missing names need not be mistakes
    const Item *scenario_item, *format_item;
    uint8_t own_rounds; // of the case's own time plan
    bool other_format;  // options->format chose another one
    bool turned;        // options->format turns settings of its own
    Index by_path;      // of Def.texts, when the first language is read
    Sheet *sheets;
    int32_t sheets_count;
} Load;

// ---- read.c: values and their places --------------------------------------------------------
At at_item(const Item *item);
At at_key(At at, const char *key);
At at_number(At at, int32_t place); // item of a list, from 0
// A finding at a place. The caller fills expected, near and fix.
Diag *complain(Load *load, const char *code, const At *at, PlacePart part,
        const char *format, ...) PRINTF_LIKE(5, 6);
// True when an error already stands at this place: what follows from it is not told as well.
bool told_at(const Load *load, const At *at);
// A file of a plugin under its pack's id ("core-coalition/70_points.lua"); of the pack asked for, its
// own name.
const char *unit_file(Load *load, const Unit *unit, const char *name);
// Findings of another room since `before`: gives them the source line, and takes out missing names
// while something of the pack could not be read.
void settle_findings(Load *load, const Machine *machine, int32_t before);
// Gives findings since `before` their source line from a pack's files.
void quote_findings(Load *load, const Unit *unit, int32_t before);
// The row of schema.def for a field of an item; NULL if its word has no such field.
const SchemaField *item_field(const Item *item, const char *name);
Value value_field(const Item *item, const char *name);
Value value_in(const Value *record, const char *key);
Value value_nth(const Value *list, int32_t place);
// "verb \"engage\"" in the load's region.
const char *item_title(Load *load, const Item *item);
// "verb \"engage\": gives".
const char *item_place(Load *load, const Item *item, const char *field);
// The value when it has the right kind, else the schema's default (0, false, NULL without one).
const char *read_text(const Item *item, const char *name);
int32_t read_number(const Item *item, const char *name);
bool read_yes(const Item *item, const char *name);
bool read_given(const Item *item, const char *name);
// Place among the schema's words; the default's place, or -1 without.
int32_t read_choice(const Item *item, const char *name);
// A single id; NULL without. at gets its place.
const char *read_id(const Item *item, const char *name, At *at);

typedef struct Ids {
    const char *id[IDS_MAX];
    At at[IDS_MAX];
    int32_t count;
} Ids;
// "a, b" or { "a", "b" }.
void read_ids(Load *load, const Value *value, Ids *out);
void read_ids_of(Load *load, const Item *item, const char *name, Ids *out);
// A number or a list of numbers as a mask of bits; bit n for n.
uint16_t read_rounds(const Value *value);
int32_t value_number(const Value *value, int32_t fallback);

// ---- shape.c: fields, kinds of values, ranges ------------------------------------------------
void shape_check_item(Load *load, const Item *item);

// ---- names.c: which id means what -------------------------------------------------------------
typedef enum NameSpace {
    SPACE_THINGS, // actors, arenas, … , memories and settings
    SPACE_MOVES,
    SPACE_HAPPENINGS, // windows too
    SPACE_ENDINGS,
    SPACE_TEXTS,
    SPACE_OTHER, // by word: formats, phases, personas, decision rules …
} NameSpace;
// Makes Load.by_id; ids must be final.
void names_enter(Load *load);
// What can be known of each word before any item is read; lives in the load's region.
const WordFacts *names_words(Load *load);
// Fills fields, hash, space and declares of an item.
void names_classify(Item *item, const WordFacts *word);
void names_apply_use(Load *load);
void names_apply_change(Load *load);
void names_check(Load *load);
// True for declarations that other parts of a pack can name.
bool names_declares(const Item *item);
// Gives every declaration its index in the Def and fills counts; too many is E225.
void names_number(Load *load);
// Finds a thing of a word ("actor", "move", "phase" …) or tells E201, E202 at the place. NULL then.
const Item *names_find(Load *load, const char *word, const char *id, const At *at);
// The same for the key of a map: the place is the key.
const Item *names_find_key(Load *load, const char *word, const Value *value);
// Without a finding.
const Item *names_look(const Load *load, const char *word, const char *id);
// Index in the Def of a thing, or NONE after a finding.
uint8_t names_index(Load *load, const char *word, const char *id, const At *at);
uint8_t names_index_of(Load *load, const Item *item, const char *field, const char *word);
// The nearest id of a word, NULL if none is near.
const char *names_near(const Load *load, const char *word, const char *id);
void names_list(const Load *load, const char *word, char *out, size_t size);

bool names_same_space(const Item *a, const Item *b);

// ---- alias.c ------------------------------------------------------------------------------------
void alias_apply(Load *load);
// The unit an alias stands for when nothing else has that name.
const Unit *alias_unit(const Load *load, const char *letters, size_t length);
// An id or expression with alias.name and names of renamed things put into the ids of the Def;
// the text itself when nothing changes. machine: of the file it stands in.
const char *alias_text(Load *load, const Machine *machine, const char *text);

// ---- texts.c -----------------------------------------------------------------------------------
PoolId pool_add(Def *def, const char *text);
// Adds words with their path ("actor.union.name") to the catalogue.
TextId texts_add(
        Load *load, const char *path, const char *words, int32_t most, const At *at);
// Complains about placeholders that none of the names fills (catalogues.c).
void texts_check_names(Load *load, TextId id, const char *const *names, int32_t count);
TextId texts_field(Load *load, const Item *item, const char *name);
// name, about, icon and id of a thing; entered at the first call.
Names texts_names(Load *load, const Item *item);
// "key_holders" -> "Key holders".
const char *texts_id_in_words(Load *load, const char *id);

// ---- programs.c: expressions of declarations ----------------------------------------------------
ExprPlace programs_place(Load *load, const Item *item, const char *field, const At *at);
ExprId programs_condition(Load *load, const Value *value, const ExprPlace *place);
// A whole number or an expression.
ExprId programs_amount(Load *load, const Value *value, const ExprPlace *place);
ExprId programs_condition_of(
        Load *load, const Item *item, const char *field, const ExprPlace *place);
// Enters the lets of an item and makes them known to the place.
void programs_lets(Load *load, const Item *item, ExprPlace *place);
// Enters the asks; returns how many.
int32_t programs_asks(Load *load, const Item *item, Ask out[ASKS_MAX]);

// ---- changes.c: gives, loses, costs, needs, does -------------------------------------------------
typedef struct ChangeStyle {
    bool sides, plain, breadth, tires;
    bool repeats, together;
    bool gated;
    bool cost, minus;
} ChangeStyle;
// Adds changes at the end of Def.changes.
void changes_numbers(Load *load, const Item *item, const Value *value,
        const ExprPlace *place, const ChangeStyle *style);
// words.c: change words of `does`.
void changes_words(
        Load *load, const Item *item, const Value *value, const ExprPlace *place);
// Room for one more change, zeroed with a, b, c = -1; NULL after E225.
Change *changes_take(Load *load, const At *at);
ChangeSpan changes_begin(const Load *load);
void changes_end(const Load *load, ChangeSpan *span);

// ---- families of words ----------------------------------------------------------------------------
uint16_t who_actors(Load *load, const Value *value, const char *fallback, Sel *out_sel);
uint32_t who_deciders(Load *load, const Value *value);
void numbers_settings(Load *load);
void numbers_memories(Load *load); // before the layout
void numbers_starts(Load *load);   // after it
void people_fill(Load *load);
void people_programs(Load *load);
void places_fill(Load *load);
void places_programs(Load *load);
void budget_programs(Load *load); // after places_fill
void issues_fill(Load *load);
void moves_fill(Load *load);
void happenings_fill(Load *load);
// The time plan a wish names ("hour ease=7"), false when it names none; and whether it turns settings.
enum { KNOBS_PLAN_BYTES = 64 };
bool knobs_plan(const char *wish, char out[KNOBS_PLAN_BYTES]);
bool knobs_any(const char *wish);
void knobs_turn(Load *load);     // after the settings of the case and of its time plan
void formats_choose(Load *load); // before the settings: a time plan may bring its own
// Rounds as written, in the chosen time plan: the case's last round is the last of every plan, and
// rounds between that are not played fall away.
uint16_t formats_rounds(const Load *load, uint16_t rounds);
void formats_fill(Load *load);
void formats_decks(Load *load);
void notes_texts(Load *load); // before anything tells one
void notes_fill(Load *load);
void deals_fill(Load *load); // after moves_fill
// References that only show when all is read: circles, deciding arenas without deciders (E24x).
void check_structure(Load *load);
void check_design(Load *load);
// plain.c: labels of few words (W803), sentences of one breath (W805).
typedef struct PlainPlace {
    const char *file;
    int32_t line, column;
    bool translated;
} PlainPlace;
void plain_look(Load *load, TextId id, const PlainPlace *place, const char *words);
// All texts the pack itself brings; its translations are looked at one by one as they are read.
void plain_check(Load *load);
void tests_read(Load *load, Machine *machine, Unit *unit);
// Lists the languages, and reads them when findings are asked for; otherwise each is read when somebody
// asks for its words. True when some wait, and the Load must stay.
bool texts_catalogues(Load *load);
// manifest.c: opens the pack and its plugins, reads pack.lua, runs the files.
bool manifest_open(Load *load, const char *where, Err *err);

#endif // SCENARIO_WORK_H

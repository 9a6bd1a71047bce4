/* What each word of the inventory is: a place, a month, a mark of a copy, a catalogue code.
 *
 * Made once per inventory from the word lists (words_*.def), the shape of the word and how it
 * stands in the names. Words that mean the same (KS and Kansas, reports and report, annual and
 * yearly) share one meaning; meanings are numbers, as words are. Owns its memory; const once it is
 * made. */
#ifndef PARE_MATCH_WORDS_H
#define PARE_MATCH_WORDS_H

#include "match/tokens.h"

enum word_class {
    WORD_PLACE = 1 << 0,
    WORD_PERIOD = 1 << 1, /* a month, a weekday, a quarter */
    WORD_YEAR = 1 << 2,
    WORD_NUMBER = 1 << 3,
    WORD_POPULATION = 1 << 4, /* closed, adult, imported: whom or what it is about */
    WORD_CODE = 1 << 5,       /* letters and digits mixed */
    WORD_RHYTHM = 1 << 6,
    WORD_SPAN = 1 << 7,    /* day, month: a unit of time */
    WORD_EDITION = 1 << 8, /* morning, preliminary */
    WORD_DEPTH = 1 << 9,   /* summary, detail */
    WORD_COPY = 1 << 10,
    WORD_ACCESS = 1 << 11,  /* internal, public */
    WORD_EXTENT = 1 << 12,  /* top, all */
    WORD_REGION = 1 << 13,  /* county, branch: a kind of place */
    WORD_UNIT = 1 << 14,    /* department, office */
    WORD_GENERIC = 1 << 15, /* report, list */
    WORD_FORMAT = 1 << 16,
    WORD_STOP = 1 << 17,
    WORD_WHOLE = 1 << 19,        /* detail, all, internal: more than its counterpart */
    WORD_CITING = 1 << 22,       /* law, form: the number behind it is a name */
    WORD_ORGANISATION = 1 << 23, /* finance, marketing */
    WORD_PLAIN = 1 << 24,        /* dairy: no slip of another listed word */
    WORD_CATALOGUE = 1 << 18     /* the number that most names of this inventory carry */
};

/* Behind the classes of a word: the line of words_kin.def that it stands in, 0 for none. */
enum { KIN_SHIFT = 25, KIN_LINES = 127 };

static inline uint32_t kin_of(uint32_t classes)
{
    return classes >> KIN_SHIFT;
}

/* Lists of words_asked.def. */
enum asked_words {
#define ASKED(list, words) ASKED_##list,
#include "match/words_asked.def"
#undef ASKED
};

/* Lines of opposed_words.def that have a word on the one side, on the other; each a bit. */
struct word_sides {
    uint64_t one, other;
};

/* What is asked of the letters of very many words. */
enum word_form {
    FORM_SHORT = 1 << 0,   /* five letters at most: it may be an acronym */
    FORM_NEGATIVE = 1 << 1 /* it begins as a word that denies another one, see negation_of */
};

struct word_book {
    const struct tokens *tokens;
    uint32_t *meaning; /* by word */
    uint32_t *asked;   /* by word or meaning: a bit for each of enum asked_words it is on */
    uint16_t *side;    /* by meaning: its number in sides, 0 where it is on none */
    struct word_sides *sides;
    uint32_t *classes;     /* by meaning: enum word_class, and its kin */
    uint8_t *forms;        /* by meaning: enum word_form */
    uint32_t *weight;      /* by meaning: in names, WEIGHT_ONE * log2(names / those with it) */
    uint32_t *text_weight; /* by meaning: in descriptions */
    uint32_t count;        /* meanings run from 1 to this */
    uint32_t home;         /* meaning: the place that most mentions of places are of; 0 none */
    struct table *extra;   /* meanings that are no word of the inventory */
};

void word_book_init(struct word_book *book, const struct tokens *tokens);
void word_book_clear(struct word_book *book);
struct text word_book_text(const struct word_book *book, uint32_t meaning);
/* The number of a text, as word or meaning; 0 where it is neither. */
uint32_t word_book_number(const struct word_book *book, struct text text);
/* Fills side and sides. */
void word_book_find_sides(struct word_book *book);
/* Adds the kin to the classes. */
void word_book_find_kin(struct word_book *book);
/* The meaning of a text that is one word; 0 where the inventory has no such word. */
uint32_t word_book_find(const struct word_book *book, struct text word);

/* How many letters of the word may deny what follows them, as in "uncategorized" and "nonprofit"; 0
 * where none do. */
enum { LEAST_DENIED = 4 /* letters of a word that may be denied */ };
size_t negation_of(struct text word);

/* What stands between the words of a text. */
extern const char word_ends[];

/* WEIGHT_ONE * log2((total + 1) / (share + 1/2)) in whole numbers, at least 1: what it tells that
 * two things share what share of total have. The same on every machine. */
uint32_t information(uint32_t total, uint32_t share);

#endif

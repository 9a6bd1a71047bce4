/* Makes an inventory of any size with reports that are near-duplicates of others, and tells which:
 *
 *     generate REPORTS [SEED [wide|long|names]] INVENTORY TRUTH
 *
 * wide: a row for each report; long: a row for each report and recipient; names: ids and names
 * alone. TRUTH has a row for each report in the order of the inventory: cluster and kind (base, or
 * how it was made from the base of its cluster). The same arguments give the same bytes everywhere:
 * whole numbers only. Shapes follow what inventories of offices look like: a few long distribution
 * lists, many small teams, a few people who get a part of everything; common fields and fields of a
 * subject; names by template, most words frequent, some words rare. */
#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 256, MOST_SET = 160, CHIEFS = 16, TEAM = 12, SUBJECT_FIELDS = 24 };

#define LIST(macro_name) static const char *const macro_name[]

LIST(subjects) = {
#define SUBJECT(word) word,
#include "generate_words.def"
};
LIST(measures) = {
#define MEASURE(word) word,
#include "generate_words.def"
};
LIST(types) = {
#define TYPE(word) word,
#include "generate_words.def"
};
LIST(places) = {
#define PLACE(word) word,
#include "generate_words.def"
};
LIST(units) = {
#define UNIT(word) word,
#include "generate_words.def"
};
LIST(dimensions) = {
#define DIMENSION(word) word,
#include "generate_words.def"
};
LIST(field_names) = {
#define FIELD_NAME(word) word,
#include "generate_words.def"
};
LIST(syllables) = {
#define SYLLABLE(word) word,
#include "generate_words.def"
};
static const char *const shortened[][2] = {
#define SHORT(full, brief) {full, brief},
#include "generate_words.def"
};
LIST(frequencies) = {"Daily", "Weekly", "Monthly", "Quarterly", "Annual", "Biweekly"};
LIST(months) = {"January", "February", "March",     "April",   "May",      "June",
                "July",    "August",   "September", "October", "November", "December"};
#define COUNT(list) ((uint32_t)(sizeof(list) / sizeof *(list)))

enum kind { BASE, EXACT, CASE, COPY, ORDER, TYPO, TYPOS, BRIEF, EXTRA, PLACED, RENAMED, SERIES };
LIST(kind_names) = {"base",  "exact", "case",  "copy",  "order",   "typo",
                    "typos", "short", "extra", "place", "renamed", "series"};
/* Of a hundred copies so many are of each kind. */
static const uint32_t kind_shares[] = {0, 10, 10, 18, 9, 13, 7, 9, 10, 8, 6, 0};

struct report {
    char name[NAME_SIZE];
    uint32_t unit, frequency, owner, minutes, subject, texts[4];
    uint32_t people_count, field_count, cluster;
    enum kind kind;
    uint32_t people[MOST_SET], fields[MOST_SET];
};

struct world {
    uint64_t state;
    uint32_t reports, people, departments, codes, areas;
    const struct form *form;
    char **made; /* packed reports: all before the sets, then as much of them as is used */
    uint32_t made_count;
};

/* --- chance --- */

/* splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
static uint64_t scramble(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static uint32_t below(struct world *world, uint32_t limit)
{
    return (uint32_t)((scramble(world->state += UINT64_C(0x9e3779b97f4a7c15)) >> 32) * limit >> 32);
}

static bool chance(struct world *world, uint32_t percent)
{
    return below(world, 100) < percent;
}

/* Small numbers are more frequent: the lower of a few draws is taken within a share of the limit.
 */
static uint32_t skewed(struct world *world, uint32_t limit)
{
    uint32_t most = limit;

    while (most > 8 && chance(world, 50))
        most = most / 2 + 1;
    return below(world, most);
}

static uint32_t square_root(uint32_t n)
{
    uint32_t root = 0;

    while ((root + 1) * (root + 1) <= n)
        root++;
    return root;
}

/* --- a report --- */

static void add(uint32_t *set, uint32_t *count, uint32_t member)
{
    uint32_t i;

    for (i = 0; i < *count; i++)
        if (set[i] == member)
            return;
    if (*count < MOST_SET)
        set[(*count)++] = member;
}

/* A word that stands for a product, a system, a project: always the same for a number. */
static void code_word(uint32_t number, char *word)
{
    uint64_t z = scramble(number + 1);
    uint32_t i, parts = 2 + (uint32_t)(z & 1) + (number > 2000);

    word[0] = '\0';
    for (i = 0, z >>= 1; i < parts; i++, z /= COUNT(syllables))
        strcat(word, syllables[z % COUNT(syllables)]);
    word[0] = (char)toupper((unsigned char)word[0]);
}

/* In templates a capital letter stands for a word of a list. */
LIST(templates) = {"F S M by D T", "P S M T",   "C S T",   "U: C S M (F)",
                   "S & S M C T",  "F P S C T", "C S M T", "F S M by D - C"};

static void put_slot(struct world *world, const struct report *report, char slot, char *out)
{
    switch (slot) {
    case 'F':
        strcat(out, frequencies[report->frequency]);
        break;
    case 'S':
        strcat(out, subjects[report->subject % COUNT(subjects)]);
        break;
    case 'M':
        strcat(out, measures[below(world, COUNT(measures))]);
        break;
    case 'D':
        strcat(out, dimensions[below(world, COUNT(dimensions))]);
        break;
    case 'T':
        strcat(out, types[skewed(world, COUNT(types))]);
        break;
    case 'P':
        strcat(out, places[below(world, COUNT(places))]);
        break;
    case 'U':
        strcat(out, units[report->unit % COUNT(units)]);
        break;
    case 'C':
        code_word(skewed(world, world->codes), out + strlen(out));
        break;
    default:
        strncat(out, &slot, 1);
    }
}

static void make_name(struct world *world, struct report *report)
{
    const char *slot = templates[below(world, COUNT(templates))];

    report->name[0] = '\0';
    for (; *slot; slot++)
        put_slot(world, report, *slot, report->name);
    if (below(world, 50) == 0)
        strcat(report->name, " \xe2\x80\x93 \xc3\x9c"
                             "bersicht");
}

static void make_people(struct world *world, struct report *report)
{
    uint32_t span = world->people / world->departments + 1, home = report->unit * span, i, count;

    if (chance(world, 55)) {
        uint64_t team = scramble(report->unit * UINT64_C(1000) + skewed(world, span / 4 + 1));
        bool whole = chance(world, 50);

        for (i = 0; i < 4 + team % TEAM; i++)
            if (whole || chance(world, 85))
                add(report->people, &report->people_count,
                    CHIEFS + (home + (uint32_t)(scramble(team + i) % span)) % world->people);
    } else {
        count = chance(world, 20) ? 20 + skewed(world, 120) : 1 + skewed(world, 10);
        for (i = 0; i < count; i++)
            add(report->people, &report->people_count,
                CHIEFS + (home + skewed(world, span)) % world->people);
    }
    for (i = 0; i < CHIEFS; i++)
        if (below(world, 4 * (i + 1)) == 0)
            add(report->people, &report->people_count, i);
    if (!report->people_count)
        add(report->people, &report->people_count, CHIEFS + home % world->people);
}

static void make_fields(struct world *world, struct report *report)
{
    uint32_t i, count = 3 + below(world, 7) + skewed(world, 30);

    for (i = 0; i < count; i++)
        add(report->fields, &report->field_count,
            chance(world, 30) ? skewed(world, COUNT(field_names))
                              : COUNT(field_names) + report->subject * SUBJECT_FIELDS +
                                    below(world, SUBJECT_FIELDS));
}

static void make_base(struct world *world, struct report *report)
{
    uint32_t i;

    memset(report, 0, sizeof *report);
    report->unit = skewed(world, world->departments);
    report->frequency = skewed(world, COUNT(frequencies));
    report->owner = CHIEFS + below(world, world->people);
    report->minutes = 5 + below(world, 240);
    report->subject = skewed(world, world->areas);
    for (i = 0; i < 4; i++)
        report->texts[i] = below(world, 1 << 16);
    make_name(world, report);
    make_people(world, report);
    make_fields(world, report);
}

/* --- copies --- */

static void swap_words(struct world *world, char *name)
{
    char copy[NAME_SIZE], *words[40], *word;
    uint32_t count = 0, a, b, i;

    strcpy(copy, name);
    for (word = strtok(copy, " "); word && count < 40; word = strtok(NULL, " "))
        words[count++] = word;
    if (count < 2)
        return;
    a = below(world, count);
    b = (a + 1 + below(world, count - 1)) % count;
    word = words[a];
    words[a] = words[b];
    words[b] = word;
    for (name[0] = '\0', i = 0; i < count; i++) {
        strcat(name, words[i]);
        if (i + 1 < count)
            strcat(name, " ");
    }
}

static void misspell(struct world *world, char *name)
{
    size_t size = strlen(name), at = 1 + below(world, (uint32_t)size - 2);
    char letter = (char)('a' + below(world, 26));

    while (at > 1 && !isalpha((unsigned char)name[at]))
        at--;
    switch (below(world, 4)) {
    case 0:
        name[at] = letter;
        break;
    case 1:
        memmove(name + at, name + at + 1, size - at);
        break;
    case 2:
        memmove(name + at + 1, name + at, size - at + 1);
        name[at] = letter;
        break;
    default:
        letter = name[at];
        name[at] = name[at + 1];
        name[at + 1] = letter;
    }
}

static void replace(char *name, const char *old, const char *new)
{
    char *at = strstr(name, old), rest[NAME_SIZE];

    if (!at)
        return;
    strcpy(rest, at + strlen(old));
    strcpy(at, new);
    strcat(at, rest);
}

static void shorten(struct world *world, char *name)
{
    uint32_t first = below(world, COUNT(shortened)), i, done = 0;

    for (i = 0; i < COUNT(shortened) && done < 2; i++) {
        const char *const *pair = shortened[(first + i) % COUNT(shortened)];

        done += strstr(name, pair[0]) != NULL;
        replace(name, pair[0], pair[1]);
    }
}

static void change_case(struct world *world, char *name)
{
    uint32_t way = below(world, 3);

    for (; *name; name++)
        *name = (char)(way == 0       ? toupper((unsigned char)*name)
                       : way == 1     ? tolower((unsigned char)*name)
                       : *name == ' ' ? '_'
                                      : *name);
}

/* "%" stands for the name. */
static void frame(char *name, const char *form)
{
    char old[NAME_SIZE];

    strcpy(old, name);
    strcpy(name, form);
    replace(name, "%", old);
}

static void change_place(struct world *world, char *name)
{
    const char *place = places[below(world, COUNT(places))];
    uint32_t i;

    for (i = 0; i < COUNT(places); i++)
        if (strstr(name, places[i])) {
            replace(name, places[i], place);
            return;
        }
    strcat(name, " - ");
    strcat(name, place);
}

static void change_set(struct world *world, uint32_t *set, uint32_t *count, uint32_t limit)
{
    uint32_t i, changes = 1 + *count / 8;

    for (i = 0; i < changes; i++) {
        if (chance(world, 50) && *count > 2)
            set[below(world, *count)] = set[*count - 1], --*count;
        else
            add(set, count, below(world, limit));
    }
}

static void change_name(struct world *world, struct report *report)
{
    LIST(copy_forms) = {"Copy of %", "% (2)", "% v2",  "% FINAL",
                        "% - Copy",  "%_old", "% NEW", "% v3.1"};
    LIST(extra_forms) = {"Detailed %", "% Internal", "Interim %", "% Consolidated",
                         "% Provisional"};

    switch (report->kind) {
    case CASE:
        change_case(world, report->name);
        break;
    case COPY:
        frame(report->name, copy_forms[below(world, COUNT(copy_forms))]);
        break;
    case ORDER:
        swap_words(world, report->name);
        break;
    case TYPOS:
        misspell(world, report->name); /* fall through */
    case TYPO:
        misspell(world, report->name);
        break;
    case BRIEF:
        shorten(world, report->name);
        break;
    case EXTRA:
        frame(report->name, extra_forms[below(world, COUNT(extra_forms))]);
        break;
    case PLACED:
        change_place(world, report->name);
        break;
    case RENAMED:
        make_name(world, report);
        break;
    default:
        break;
    }
}

static void make_copy(struct world *world, struct report *report)
{
    uint32_t share = below(world, 100), kind = EXACT;

    while (share >= kind_shares[kind])
        share -= kind_shares[kind++];
    report->kind = (enum kind)kind;
    change_name(world, report);
    if (chance(world, 45))
        change_set(world, report->fields, &report->field_count,
                   COUNT(field_names) + world->areas * SUBJECT_FIELDS);
    if (chance(world, 50))
        change_set(world, report->people, &report->people_count, CHIEFS + world->people);
    if (chance(world, 30))
        report->owner = CHIEFS + below(world, world->people);
    report->minutes = 5 + below(world, 240);
}

/* --- the inventory --- */

static char *pack(const struct report *report, uint32_t cluster)
{
    size_t head = offsetof(struct report, people), people = report->people_count * sizeof(uint32_t);
    size_t fields = report->field_count * sizeof(uint32_t);
    struct report copy = *report;
    char *packed = malloc(head + people + fields);

    if (!packed)
        exit(2);
    copy.cluster = cluster;
    memcpy(packed, &copy, head);
    memcpy(packed + head, copy.people, people);
    memcpy(packed + head + people, copy.fields, fields);
    return packed;
}

static void unpack(const char *packed, struct report *report)
{
    size_t head = offsetof(struct report, people), people;

    memcpy(report, packed, head);
    people = report->people_count * sizeof(uint32_t);
    memcpy(report->people, packed + head, people);
    memcpy(report->fields, packed + head + people, report->field_count * sizeof(uint32_t));
}

static void keep(struct world *world, const struct report *report, uint32_t cluster)
{
    if (world->made_count == world->reports)
        return;
    world->made[world->made_count++] = pack(report, cluster);
}

static void make_all(struct world *world)
{
    struct report base, copy;
    uint32_t cluster, i, count;

    for (cluster = 0; world->made_count < world->reports; cluster++) {
        make_base(world, &base);
        keep(world, &base, cluster);
        for (count = chance(world, 12); count; count = chance(world, 40)) {
            copy = base;
            make_copy(world, &copy);
            keep(world, &copy, cluster);
        }
        for (i = 0, count = below(world, 80) ? 0 : 3 + below(world, 10); i < count; i++) {
            copy = base;
            copy.kind = SERIES;
            strcat(copy.name, " ");
            strcat(copy.name, cluster % 2 ? months[i % 12] : places[i * 7 % COUNT(places)]);
            keep(world, &copy, cluster);
        }
    }
    for (i = world->made_count; i > 1; i--) {
        uint32_t other = below(world, i);

        char *packed = world->made[i - 1];

        world->made[i - 1] = world->made[other];
        world->made[other] = packed;
    }
}

static void write_person(FILE *out, uint32_t person)
{
    uint64_t z = scramble(person + 77);

    fprintf(out, "%s%s.%s%s%u@corp.example", syllables[z % 32], syllables[z / 32 % 32],
            syllables[z / 1024 % 32], syllables[z / 32768 % 32], person);
}

static void write_field(FILE *out, uint32_t field)
{
    char code[64] = "";
    uint32_t subject;

    if (field < COUNT(field_names)) {
        fputs(field_names[field], out);
        return;
    }
    field -= COUNT(field_names);
    subject = field / SUBJECT_FIELDS;
    if (subject >= COUNT(subjects))
        code_word(subject, code);
    fprintf(out, "%s%s%s %s", subjects[subject % COUNT(subjects)], *code ? " " : "", code,
            field_names[field % SUBJECT_FIELDS]);
}

static void write_text(FILE *out, const struct report *report)
{
    const uint32_t *t = report->texts;

    fprintf(out, "\"Shows %s %s for %s with %s detail%s, used to follow %s%s\"",
            subjects[report->subject % COUNT(subjects)], measures[t[0] % COUNT(measures)],
            places[t[1] % COUNT(places)], dimensions[t[2] % COUNT(dimensions)],
            t[3] % 4 ? "" : ", including the period before", measures[t[3] % COUNT(measures)],
            t[3] % 32 ? "" : "\nNote: see the \"\"old\"\" version");
}

static void write_unit(FILE *out, uint32_t unit)
{
    fprintf(out, unit < COUNT(units) ? "%s" : "%s %u", units[unit % COUNT(units)],
            unit / COUNT(units));
}

static void write_wide(FILE *out, const struct report *report, uint32_t number)
{
    uint32_t i;

    fprintf(out, "RPT-%07u,%s,", number, report->name);
    write_text(out, report);
    fputc(',', out);
    write_person(out, report->owner);
    fputc(',', out);
    write_unit(out, report->unit);
    fputc(',', out);
    for (i = 0; i < report->people_count; i++) {
        fputs(i ? ";" : "", out);
        write_person(out, report->people[i]);
    }
    fprintf(out, ",%s,", frequencies[report->frequency]);
    for (i = 0; i < report->field_count; i++) {
        fputs(i ? ";" : "", out);
        write_field(out, report->fields[i]);
    }
    fprintf(out, ",%u\n", report->minutes);
}

static void write_long(FILE *out, const struct report *report, uint32_t number)
{
    uint32_t i;

    for (i = 0; i < report->people_count; i++) {
        fprintf(out, "RPT-%07u,%s,", number, report->name);
        write_unit(out, report->unit);
        fputc(',', out);
        write_person(out, report->people[i]);
        fprintf(out, ",%s\n", frequencies[report->frequency]);
    }
}

static void write_name(FILE *out, const struct report *report, uint32_t number)
{
    fprintf(out, "RPT-%07u,%s\n", number, report->name);
}

static const struct form {
    const char *name, *header;
    void (*write)(FILE *out, const struct report *report, uint32_t number);
} forms[] = {
    {"wide",
     "Report ID,Report Name,Description,Owner,Department,Recipients,Frequency,Fields,"
     "Effort Minutes",
     write_wide},
    {"long", "Report ID,Report Name,Department,Recipient,Frequency", write_long},
    {"names", "Report ID,Report Name", write_name},
};

static const struct form *form_of(const char *name)
{
    size_t i;

    for (i = 0; i < COUNT(forms); i++)
        if (!strcmp(forms[i].name, name))
            return &forms[i];
    return NULL;
}

static int write_all(const struct world *world, const char *inventory, const char *truth)
{
    FILE *out = fopen(inventory, "w"), *answers = fopen(truth, "w");
    uint32_t i;

    if (!out || !answers)
        return 2;
    fprintf(out, "%s\n", world->form->header);
    fputs("cluster,kind\n", answers);
    for (i = 0; i < world->made_count; i++) {
        struct report report;

        unpack(world->made[i], &report);
        free(world->made[i]);
        world->form->write(out, &report, i + 1);
        fprintf(answers, "%u,%s\n", report.cluster, kind_names[report.kind]);
    }
    return (fclose(out) != 0) | (fclose(answers) != 0) ? 2 : 0;
}

int main(int argc, char **argv)
{
    struct world world = {0};
    int status;

    world.form = form_of(argc == 6 ? argv[3] : "wide");
    if (argc < 4 || argc > 6 || !world.form) {
        fputs("usage: generate REPORTS [SEED [wide|long|names]] INVENTORY TRUTH\n", stderr);
        return 2;
    }
    world.reports = (uint32_t)strtoul(argv[1], NULL, 10);
    world.state = argc > 4 ? strtoull(argv[2], NULL, 10) : 1;
    world.people = world.reports / 4 + 200;
    world.departments = COUNT(units) + world.reports / 2000;
    world.codes = 40 * square_root(world.reports);
    world.areas = 60 + 3 * square_root(world.reports);
    world.made = malloc((world.reports + 1) * sizeof *world.made);
    if (!world.made)
        return 2;
    make_all(&world);
    status = write_all(&world, argv[argc - 2], argv[argc - 1]);
    free(world.made);
    return status;
}

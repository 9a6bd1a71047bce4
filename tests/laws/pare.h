/* Runs pare as a user does, for the laws: what must hold for every input.
 *
 * The program is named by the variable PARE, else build/pare. Texts and objects are the caller's:
 * free, json_object_put. */
#ifndef PARE_LAWS_PARE_H
#define PARE_LAWS_PARE_H

#include <json-c/json.h>

#include "unit.h"

/* What the shell command prints on stdout, ended by NUL; "pare" in it is found, and it is
 * 2025-12-01. *status: exit. */
char *pare_output(const char *command, int *status);
/* The JSON of an audit; fails the test where it is not valid or the exit status is not 0. */
struct json_object *pare_audit(const char *arguments);

struct json_object *json_table(struct json_object *audit, const char *key);
const char *json_text(struct json_object *row, const char *key); /* "" for null */
double json_number(struct json_object *row, const char *key);    /* NAN for null */
/* An amount in cents, which must be whole; 0 for null. */
long long json_cents(struct json_object *row, const char *key);
/* The row of a table whose key has that text, or NULL. */
struct json_object *json_find(struct json_object *table, const char *key, const char *text);

/* The path of a real inventory, in static memory; skips the test loudly without PARE_DATA. */
const char *real_inventory(const char *name);
/* The cells of one column of a CSV file, without its header; ends with NULL. */
char **csv_column(const char *path, const char *header, size_t *count);
void csv_column_free(char **cells);

#endif

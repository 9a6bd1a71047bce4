/* Cells of exports that hold a small document: XML of SSRS, JSON of Power BI, Superset, Metabase.
 */
#ifndef PARE_INPUT_EXPORT_CELLS_H
#define PARE_INPUT_EXPORT_CELLS_H

#include "base/arena.h"

/* What the ExtensionSettings of an SSRS subscription say; empty where they say nothing. */
struct delivery_settings {
    struct text recipients; /* TO, CC and BCC, separated by ; */
    struct text path, render_format, include_report, include_link;
};

/* Reads as far as the XML is well-formed: what was cut keeps what stands before the cut; false
 * then. */
bool delivery_settings_read(struct arena *arena, struct text xml,
                            struct delivery_settings *settings);

/* The people in JSON, separated by ";": strings under keys that name addresses, wherever they
 * stand, as "Name <address>" where a name stands beside. Single quotes and None of Python are read
 * too. Of what breaks off, the whole addresses; empty where nobody is named. */
struct text people_in_json(struct arena *arena, struct text json);
/* Strings and names in JSON, wherever they stand, separated by ";"; empty where it is broken. */
struct text strings_in_json(struct arena *arena, struct text json);
bool json_is_whole(struct arena *arena, struct text json);
/* The string under a key of a JSON object; empty where there is none. */
struct text json_string(struct arena *arena, struct text json, const char *key);

/* Whether a cell that begins as such XML or JSON is well-formed; true for all others. */
bool markup_is_whole(struct arena *arena, struct text cell);

/* Plain addresses that commas separate, separated by semicolons; other lists as they are. */
struct text address_list(struct arena *arena, struct text list);
/* a and b with "; " between, either may be empty. */
struct text join_lists(struct arena *arena, struct text a, struct text b);

#endif

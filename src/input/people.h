/* From the spellings of people and lists to persons: who is one, and who is a list. */
#ifndef PARE_INPUT_PEOPLE_H
#define PARE_INPUT_PEOPLE_H

#include "model/inventory.h"

/* One spelling taken apart: "Ann Lee <ann@x.org>", "Lee, Ann", "ann@x.org", "Ward managers". */
struct spelling {
    struct text name, email; /* empty where there is none */
};

void spelling_parse(struct text t, struct spelling *spelling);
/* The directory finds people by address and by name while the inventory is read. */
struct directory;

struct directory *directory_new(struct inventory *inventory);
void directory_free(struct directory *directory);
/* Whether a spelling names a list, a team, a role of many or a shared mailbox. */
bool directory_is_list(struct directory *directory, const struct spelling *spelling);
/* From the people file: entered before anybody else. Number of the person. */
uint32_t directory_enter(struct directory *directory, struct text email, struct text name);
/* Learns which name an address goes with; all spellings before the first directory_find. */
void directory_learn(struct directory *directory, struct text spelling);
/* The person or list that is spelled so, new where it is not known; 0 for an empty spelling. What
 * is no address in a column of lists is a list. */
uint32_t directory_find(struct directory *directory, struct text spelling, bool in_list_column);
/* The same without entering: 0 where not known. */
uint32_t directory_look(struct directory *directory, struct text spelling);

#endif

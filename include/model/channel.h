/* How a report is sent. A report may have several channels: a bit for each. */
#ifndef PARE_MODEL_CHANNEL_H
#define PARE_MODEL_CHANNEL_H

#include "base/text.h"

enum channel {
#define CHANNEL(name, key, paper) CHANNEL_##name,
#include "model/channels.def"
#undef CHANNEL
    CHANNEL_COUNT
} __attribute__((packed)); /* one byte: there are millions */

const char *channel_name(enum channel channel);
bool channel_is_paper(enum channel channel);
/* The channels that the words of a cell name ("PDF by e-mail", "printed + post"); 0 where none is.
 */
uint32_t channels_parse(struct text t);

#endif

/* From the bytes of a file to UTF-8: by BOM, by the pattern of NUL bytes, or as told. */
#ifndef PARE_INPUT_ENCODING_H
#define PARE_INPUT_ENCODING_H

#include "base/text.h"

/* The encoding that the first bytes give away ("UTF-16LE", "UTF-32BE", ...), or NULL; *bom gets the
 * size of a byte order mark, which for UTF-8 is all there is. */
const char *encoding_of_start(struct text start, size_t *bom);

/* Converts all of t. What has no character becomes U+FFFD and is counted in *replaced. NULL data
 * where the system does not know the encoding; otherwise memory for memory_free. */
struct text encoding_convert(struct text t, const char *encoding, size_t *replaced);

/* Checks UTF-8 that comes in blocks. */
struct utf8_check {
    char tail[4]; /* of a character that the block cut */
    size_t tail_size;
    bool invalid;
    bool multibyte; /* well-formed characters beyond ASCII were seen */
};

void utf8_check_block(struct utf8_check *check, struct text block);
void utf8_check_end(struct utf8_check *check);

#endif

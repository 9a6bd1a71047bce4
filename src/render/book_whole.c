#include "render/book.h"

#include <errno.h>
#include <expat.h>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

/* The library writes each part to a file of its own, sees no error there, and packs what it finds.
 * So the parts are read again: all are XML, and what was cut is none. */

enum {
    BLOCK = 1 << 16,
    PART = 0x04034b50, /* the numbers that begin a part and the list of them: APPNOTE of PKWARE */
    DIRECTORY = 0x02014b50, /* 4.3.7 and 4.3.12 */
    HEADER_SIZE = 30,
    RAW_DEFLATE = -15, /* zlib: no header, windows of 32 KiB */
};

/* A part; its bytes are at the offset at of the file. */
struct part {
    int file;
    off_t at;
    uint32_t packed;
    bool is_deflated;
};

/* What it takes to read one. */
struct reading {
    XML_Parser parser;
    z_stream stream;
    unsigned char packed[BLOCK], plain[BLOCK];
    bool ended; /* the packed stream says so */
};

static uint32_t number(const unsigned char *bytes, int size)
{
    uint32_t value = 0;

    while (size--)
        value = value << 8 | bytes[size];
    return value;
}

static ssize_t read_at(int file, void *buffer, size_t size, off_t at)
{
    ssize_t got;

    do
        got = pread(file, buffer, size, at);
    while (got < 0 && errno == EINTR);
    return got;
}

static bool parse(struct reading *reading, const unsigned char *bytes, size_t size, bool last)
{
    return XML_Parse(reading->parser, (const char *)bytes, (int)size, last) == XML_STATUS_OK;
}

static bool unpack_and_parse(struct reading *reading, size_t size)
{
    z_stream *stream = &reading->stream;
    int result;

    stream->next_in = reading->packed;
    stream->avail_in = (unsigned)size;
    do {
        stream->next_out = reading->plain;
        stream->avail_out = BLOCK;
        result = inflate(stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return false;
        if (!parse(reading, reading->plain, BLOCK - stream->avail_out, false))
            return false;
    } while (!stream->avail_out);
    reading->ended = result == Z_STREAM_END;
    return true;
}

static bool parse_part(const struct part *part, struct reading *reading)
{
    uint32_t left = part->packed;
    off_t at = part->at;

    reading->ended = !part->is_deflated;
    while (left) {
        ssize_t got = read_at(part->file, reading->packed, left < BLOCK ? left : BLOCK, at);

        if (got <= 0 || !(part->is_deflated ? unpack_and_parse(reading, (size_t)got)
                                            : parse(reading, reading->packed, (size_t)got, false)))
            return false;
        at += got;
        left -= (uint32_t)got;
    }
    return reading->ended && parse(reading, reading->packed, 0, true);
}

/* 0 or an errno value. */
static int check_part(const struct part *part)
{
    struct reading reading = {.parser = XML_ParserCreate("UTF-8")};
    bool ready = reading.parser && inflateInit2(&reading.stream, RAW_DEFLATE) == Z_OK;
    bool whole = ready && parse_part(part, &reading);

    if (ready)
        inflateEnd(&reading.stream);
    if (reading.parser)
        XML_ParserFree(reading.parser);
    return !ready ? ENOMEM : whole ? 0 : EIO;
}

static int check_parts(int file)
{
    unsigned char header[HEADER_SIZE];
    off_t at = 0;
    int error = 0;

    while (!error && read_at(file, header, sizeof header, at) == HEADER_SIZE &&
           number(header, 4) == PART) {
        uint32_t packed = number(header + 18, 4);
        off_t from = at + HEADER_SIZE + number(header + 26, 2) + number(header + 28, 2);

        error = check_part(&(struct part){file, from, packed, number(header + 8, 2) != 0});
        at = from + packed;
    }
    if (!error && (!at || number(header, 4) != DIRECTORY))
        error = EIO;
    return error;
}

int book_check(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    int error = file < 0 ? errno : check_parts(file);

    if (file >= 0)
        close(file);
    return error;
}

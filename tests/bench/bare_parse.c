/* The yardstick of every speed figure: libcsv alone on a file, with callbacks that do nothing. */
#include <csv.h>
#include <stdio.h>

static char block[1 << 20];

static void take_field(void *bytes, size_t size, void *context)
{
    (void)bytes;
    (void)size;
    (void)context;
}

static void take_row(int end, void *context)
{
    (void)end;
    (void)context;
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    struct csv_parser parser;
    size_t size;

    if (!file || csv_init(&parser, 0)) {
        fputs("usage: bare_parse FILE\n", stderr);
        return 2;
    }
    setvbuf(file, NULL, _IONBF, 0);
    while ((size = fread(block, 1, sizeof block, file)) > 0)
        if (csv_parse(&parser, block, size, take_field, take_row, NULL) != size)
            return 2;
    csv_fini(&parser, take_field, take_row, NULL);
    csv_free(&parser);
    return fclose(file) ? 2 : 0;
}

/* Cells that say how a report is sent. */
#include <string.h>

#include "base/memory.h"
#include "input/builder.h"
#include "model/channel.h"

/* Words that name no channel, each at its first row; what has no letter says nothing. */
static void tell_channels(struct builder *builder, const struct reading *reading,
                          struct csv_row *const *rows, size_t count, uint32_t known, size_t column)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t number = builder->numbers[i];

        if (number <= known || builder->channels[number])
            continue;
        known = number; /* numbers grow with first use */
        diag_add(builder->inventory->diag, SEVERITY_NOTE, "channel-unknown",
                 place_of_cell(reading, rows[i], column),
                 "channel: \"%.*s\" names no way to send a report that pare knows",
                 TEXT_ARGS(table_text(builder->channel_words, number)));
    }
}

/* Channels: a bit for each, of all columns together. */
void take_channels(struct builder *builder, const struct reading *reading,
                   const struct field_columns *columns, struct csv_row *const *rows, size_t count,
                   uint32_t *bits)
{
    uint32_t known, number;
    size_t i, j;

    memset(bits, 0, count * sizeof *bits);
    for (j = 0; j < columns->count; j++) {
        gather_keys(builder, &(struct field_columns){&columns->column[j], 1}, rows, count);
        known = table_count(builder->channel_words);
        table_add_batch(builder->channel_words, builder->keys, count, builder->numbers);
        number = table_count(builder->channel_words) + 1;
        if (number > builder->channel_capacity)
            builder->channels = memory_grow(builder->channels, number, &builder->channel_capacity,
                                            sizeof *builder->channels);
        builder->channels[0] = 0;
        for (number = known + 1; number <= table_count(builder->channel_words); number++)
            builder->channels[number] = channels_parse(table_text(builder->channel_words, number));
        if (known < table_count(builder->channel_words))
            tell_channels(builder, reading, rows, count, known, columns->column[j]);
        for (i = 0; i < count; i++)
            bits[i] |= builder->channels[builder->numbers[i]];
    }
}

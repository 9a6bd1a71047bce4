/* A document as one page of HTML: no network, readable without scripts, for screen and paper.
 *
 * A content policy that knows the hashes of our own style and script keeps everything else from
 * running, should something get past the escaping; so there are no style attributes. Markup is
 * written with all end tags. WCAG 2.2 AA: https://www.w3.org/TR/WCAG22/ */
#include "render/formats.h"
#include "render/lines.h"
#include "render/markup.h"

static const char style[] =
#include "render/proposal_css.inc"
    ;
static const char script[] =
#include "render/proposal_js.inc"
    ;

static const struct block *block_at(const struct page *page, size_t number)
{
    return number < page->document->count ? &page->document->blocks[number] : NULL;
}

static bool is_kind(const struct page *page, size_t number, enum block_kind kind)
{
    const struct block *block = block_at(page, number);
    return block && block->kind == kind;
}

static void close_section(struct page *page)
{
    if (page->section)
        out_string(page->out, "</section>\n");
    page->section = false;
}

static void write_heading(struct page *page, const struct block *block)
{
    if (block->level > 1) {
        markup_element(page, "h3", NULL, block->text);
        out_char(page->out, '\n');
        return;
    }
    close_section(page);
    page->section = true;
    out_printf(page->out, "<section aria-labelledby=\"s%zu\">\n<h2 id=\"s%zu\">", page->last_block,
               page->last_block);
    markup_text(page, block->text);
    out_string(page->out, "</h2>\n");
}

static void write_labelled(const struct page *page, const struct block *block)
{
    if (block->label.size)
        markup_element(page, "dt", NULL, block->label);
    out_string(page->out, "<dd>");
    if (block->kind == BLOCK_COMMAND) {
        markup_element(page, "code", NULL, block->text);
        out_char(page->out, ' ');
        markup_text(page, block->what);
    } else {
        markup_text(page, block->text);
    }
    out_string(page->out, "</dd>\n");
}

/* A list of terms begins with the first of them; one without a label goes on. */
static void write_list(const struct page *page, const struct block *block)
{
    size_t number = page->last_block;
    bool first = !number || !(is_kind(page, number - 1, BLOCK_TERM) ||
                              is_kind(page, number - 1, BLOCK_COMMAND));
    bool last = !is_kind(page, number + 1, BLOCK_TERM) && !is_kind(page, number + 1, BLOCK_COMMAND);
    if (first)
        out_string(page->out, "<dl class=\"terms\">\n");
    if (first && !block->label.size)
        out_string(page->out, "<dt>Also</dt>\n");
    write_labelled(page, block);
    if (last)
        out_string(page->out, "</dl>\n");
}

static void write_tiles(const struct page *page, const struct block *block)
{
    out_string(page->out, "<dl class=\"tiles\">\n");
    for (size_t i = 0; i < block->tile_count; i++) {
        out_string(page->out, "<div>");
        markup_element(page, "dt", NULL, text_of(block->tiles[i].label));
        markup_element(page, "dd", "value", block->tiles[i].value);
        if (block->tiles[i].remark.size)
            markup_element(page, "dd", NULL, block->tiles[i].remark);
        out_string(page->out, "</div>\n");
    }
    out_string(page->out, "</dl>\n");
}

static void write_chart(struct page *page, const struct block *block)
{
    out_string(page->out, "<div class=\"chart\">\n<figure><figcaption>");
    markup_element(page, "strong", NULL, text_of(block->table.title));
    out_char(page->out, ' ');
    markup_text(page, text_of(block->chart.what));
    out_string(page->out, "</figcaption>\n");
    svg_chart(page, block);
    out_string(page->out, "</figure>\n");
    html_rows(page, &block->table, NULL, false);
    out_string(page->out, "</div>\n");
}

static void write_block(struct page *page, const struct block *block, bool scripts)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        write_heading(page, block);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_NOTE:
        markup_element(page, "p", block->kind == BLOCK_NOTE ? "note" : NULL, block->text);
        out_char(page->out, '\n');
        break;
    case BLOCK_TERM:
    case BLOCK_COMMAND:
        write_list(page, block);
        break;
    case BLOCK_TABLE:
        if (block->table.title)
            html_rows(page, &block->table, NULL, true);
        break;
    case BLOCK_CHART:
        if (block->table.title)
            write_chart(page, block);
        break;
    case BLOCK_TILES:
        write_tiles(page, block);
        break;
    case BLOCK_CHOICES:
        if (block->table.title)
            html_choices(page, block, scripts);
        break;
    case BLOCK_PAGE:
        close_section(page);
        out_string(page->out, "<div class=\"page\"></div>\n");
        break;
    case BLOCK_RECORD:
        break;
    }
}

static void write_contents(const struct page *page)
{
    const struct document *document = page->document;
    size_t headings = 0;
    for (size_t i = 0; i < document->count; i++)
        headings += is_kind(page, i, BLOCK_HEADING) && document->blocks[i].level == 1;
    if (headings < 4)
        return;
    out_string(page->out,
               "<nav aria-label=\"Contents\"><details><summary>Contents</summary><ul>\n");
    for (size_t i = 0; i < document->count; i++) {
        if (!is_kind(page, i, BLOCK_HEADING) || document->blocks[i].level != 1)
            continue;
        out_printf(page->out, "<li><a href=\"#s%zu\">", i);
        markup_text(page, document->blocks[i].text);
        out_string(page->out, "</a></li>\n");
    }
    out_string(page->out, "</ul></details></nav>\n");
}

static void write_head(const struct page *page, struct text title, bool scripts)
{
    struct out *out = page->out;
    out_string(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out_string(out, "style-src 'sha256-");
    out_text(out, markup_hash(page->arena, text_of(style)));
    if (scripts) {
        out_string(out, "'; script-src 'sha256-");
        out_text(out, markup_hash(page->arena, text_of(script)));
    }
    out_string(out, "'; base-uri 'none'; form-action 'none'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n");
    markup_element(page, "title", NULL, title);
    out_string(out, "\n<style>");
    out_string(out, style);
    out_string(out, "</style>\n</head>\n<body>\n"
                    "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n");
    markup_element(page, "h1", NULL, title);
    out_string(out, "\n</header>\n");
    write_contents(page);
    out_string(out, "<main id=\"main\">\n");
}

static void write_foot(const struct page *page, bool scripts)
{
    out_string(page->out, "</main>\n");
    if (scripts) {
        out_string(page->out, "<script>");
        out_string(page->out, script);
        out_string(page->out, "</script>\n");
    }
    out_string(page->out, "</body>\n</html>\n");
}

void render_html(const struct document *document, struct out *out,
                 const struct render_options *options)
{
    bool scripts = !options->no_script;
    struct out *memory = out_memory();
    struct page page = {arena_new(), document, memory, 0, false, PAGE_BYTES, 0};
    struct text title = document->title.size ? document->title : text_of("Reports");
    write_head(&page, title, scripts);
    for (size_t i = 0; i < document->count; i++) {
        struct arena *kept = page.arena;
        page.arena = arena_new();
        page.last_block = i;
        write_block(&page, &document->blocks[i], scripts);
        arena_free(page.arena);
        page.arena = kept;
    }
    close_section(&page);
    write_foot(&page, scripts);
    out_text(out, out_written(memory));
    out_abandon(memory);
    arena_free(page.arena);
}

#include "sections/inquiries.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "sections/pick.h"
#include "sections/question_words.h"
#include "sections/words.h"

static const struct finding *finding_at(const struct story *story, size_t number)
{
    return &story->findings->list[number];
}

static uint32_t report_of(const struct story *story, size_t number)
{
    return finding_at(story, number)->report;
}

/* Something else is asked about the report, and one question is enough. */
static bool is_asked_anyway(const struct story *story, size_t number)
{
    size_t count = story->findings->count, from = number, i;

    while (from > 0 && report_of(story, from - 1) == report_of(story, number))
        from--;
    for (i = from; i < count && report_of(story, i) == report_of(story, number); i++)
        if (pick_question(story, i) > 0)
            return true;
    return false;
}

static bool is_asked_jointly(const struct story *story, size_t number)
{
    const enum verdict *verdict = story->plan_options ? story->plan_options->verdict : NULL;

    return finding_is_joint(finding_at(story, number)) &&
           !(verdict && verdict[number] != VERDICT_NONE) &&
           pick_shows(story, report_of(story, number)) && !is_asked_anyway(story, number);
}

static int by_saving(const void *a, const void *b)
{
    const struct finding *x = *(const struct finding *const *)a;
    const struct finding *y = *(const struct finding *const *)b;

    if (x->saving != y->saving)
        return x->saving < y->saving ? 1 : -1;
    return (x > y) - (x < y); /* findings stand in the order of ids */
}

static int by_worth(const void *a, const void *b)
{
    const struct joint *x = a, *y = b;

    if (x->saving != y->saving)
        return x->saving < y->saving ? 1 : -1;
    return text_compare(x->whom, y->whom);
}

static double runs_of(const struct story *story, const struct finding *finding)
{
    return story->findings->baseline.basis[finding->report].runs;
}

/* Who is asked jointly, numbered from 1 in the order of findings. */
struct gathering {
    uint32_t *whom;   /* by finding: that number, 0 where it is not asked jointly */
    uint32_t *text;   /* by that number, of the inventory */
    uint32_t *counts; /* by that number */
    size_t people;    /* the first number that is free */
};

static void gather(const struct story *story, struct gathering *gathering)
{
    size_t count = story->findings->count, i;
    uint32_t *number =
        memory_alloc((size_t)table_count(story->inventory->strings) + 1, sizeof *number);

    gathering->whom = memory_alloc(count, sizeof *gathering->whom);
    gathering->text = memory_alloc(count + 1, sizeof *gathering->text);
    gathering->counts = memory_alloc(count + 1, sizeof *gathering->counts);
    gathering->people = 1;
    for (i = 0; i < count; i++) {
        uint32_t whom;

        if (!is_asked_jointly(story, i))
            continue;
        whom = finding_whom_to_ask_jointly(story->findings, report_of(story, i));
        if (!number[whom]) {
            gathering->text[gathering->people] = whom;
            number[whom] = (uint32_t)gathering->people++;
        }
        gathering->whom[i] = number[whom];
        gathering->counts[number[whom]]++;
    }
    memory_free(number);
}

static void add_member(const struct story *story, const struct finding *finding,
                       struct joint *joint)
{
    double runs = runs_of(story, finding);

    joint->same_rhythm = !joint->count || (joint->same_rhythm && !(runs > joint->slowest) &&
                                           !(runs < joint->slowest));
    joint->slowest = joint->count ? fmin(joint->slowest, runs) : runs;
    joint->saving += finding->saving;
    joint->list[joint->count++] = finding;
}

/* As people are called, who are known by their addresses; a unit is called by its name. */
static struct text name_of(const struct story *story, const struct joint *joint)
{
    uint32_t first = joint->list[0]->report;

    return joint->whom.size && text_equal(joint->whom, finding_whom_to_ask(story->inventory, first))
               ? question_person(story, first)
               : joint->whom;
}

struct joint *joints_find(struct arena *arena, const struct story *story, size_t *count)
{
    struct gathering gathering;
    struct joint *joints;
    size_t i;

    gather(story, &gathering);
    joints = ARENA_ARRAY(arena, gathering.people, struct joint);
    for (i = 1; i < gathering.people; i++) {
        joints[i].whom = inventory_text(story->inventory, gathering.text[i]);
        joints[i].list = ARENA_ARRAY(arena, gathering.counts[i], const struct finding *);
    }
    for (i = 0; i < story->findings->count; i++)
        if (gathering.whom[i])
            add_member(story, finding_at(story, i), &joints[gathering.whom[i]]);
    *count = 0;
    for (i = 1; i < gathering.people; i++) {
        qsort(joints[i].list, joints[i].count, sizeof *joints[i].list, by_saving);
        joints[i].person = name_of(story, &joints[i]);
        joints[(*count)++] = joints[i];
    }
    if (*count)
        qsort(joints, *count, sizeof *joints, by_worth);
    memory_free(gathering.whom);
    memory_free(gathering.text);
    memory_free(gathering.counts);
    return joints;
}

/* Few of them will turn out to be too frequent, for nothing speaks for it. */
static int64_t worth_of(const struct story *story, const struct joint *joint)
{
    return llround((double)joint->saving * assume(story->assumptions, ASSUMPTION_CANDIDATE_SHARE));
}

static void count_all(const struct story *story, struct inquiries *questions)
{
    size_t i;

    for (i = 0; i < story->findings->count; i++) {
        if (pick_question(story, i) <= 0 || !pick_shows(story, report_of(story, i)))
            continue;
        questions->all++;
        questions->saving += finding_at(story, i)->saving;
    }
}

void inquiries_find(struct arena *arena, const struct story *story, size_t most,
                    struct inquiries *questions)
{
    size_t room = most < story->findings->count ? most : story->findings->count;
    size_t *single = ARENA_ARRAY(arena, room, size_t);
    size_t singles =
        pick_largest(story, story->findings->count, room, pick_question, report_of, single);
    size_t joint_count, s = 0, j = 0, i;
    struct joint *joints = joints_find(arena, story, &joint_count);

    *questions = (struct inquiries){.list = ARENA_ARRAY(arena, room, struct inquiry)};
    count_all(story, questions);
    questions->all += joint_count;
    for (i = 0; i < joint_count; i++)
        questions->saving += joints[i].saving;
    while (questions->count < room && (s < singles || j < joint_count)) {
        int64_t worth = j < joint_count ? worth_of(story, &joints[j]) : 0;
        struct inquiry *question = &questions->list[questions->count++];

        if (s < singles && (j == joint_count || pick_question(story, single[s]) >= worth)) {
            const struct finding *finding = finding_at(story, single[s++]);

            *question = (struct inquiry){finding, NULL, finding->saving, finding_weight(finding)};
            continue;
        }
        *question = (struct inquiry){joints[j].list[0], joints[j].count > 1 ? &joints[j] : NULL,
                                     joints[j].saving, worth};
        j++;
    }
}

struct text inquiry_whom(const struct story *story, const struct inquiry *inquiry)
{
    return inquiry->joint ? inquiry->joint->whom
                          : finding_whom_to_ask(story->inventory, inquiry->finding->report);
}

struct text inquiry_person(const struct story *story, const struct inquiry *inquiry)
{
    return inquiry->joint ? inquiry->joint->person
                          : question_person(story, inquiry->finding->report);
}

#include "sections/inquiries.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* All joint questions while they are gathered; numbered from 1 in the order of findings. */
struct gathering {
    uint32_t *number;     /* by finding: that of its question, 0 where it is not asked jointly */
    struct joint *joints; /* by number, without lists and names */
    size_t count, capacity;
};

static void add_member(const struct story *story, const struct finding *finding,
                       struct joint *joint)
{
    double runs = runs_of(story, finding);

    joint->same_rhythm = !joint->count || (joint->same_rhythm && !(runs > joint->slowest) &&
                                           !(runs < joint->slowest));
    joint->slowest = joint->count ? fmin(joint->slowest, runs) : runs;
    joint->saving += finding->saving;
    joint->count++;
}

static void gather(const struct story *story, struct gathering *gathering)
{
    size_t count = story->findings->count, i;
    uint32_t *number =
        memory_alloc((size_t)table_count(story->inventory->strings) + 1, sizeof *number);

    *gathering = (struct gathering){.number = memory_alloc(count, sizeof *gathering->number)};
    gathering->count = 1;
    for (i = 0; i < count; i++) {
        uint32_t whom;

        if (!is_asked_jointly(story, i))
            continue;
        whom = finding_whom_to_ask_jointly(story->findings, report_of(story, i));
        if (!number[whom]) {
            number[whom] = (uint32_t)gathering->count;
            gathering->joints =
                MEMORY_ROOM(gathering->joints, gathering->count, gathering->capacity);
            gathering->joints[gathering->count++] = (struct joint){
                .whom = inventory_text(story->inventory, whom), .number = number[whom]};
        }
        gathering->number[i] = number[whom];
        add_member(story, finding_at(story, i), &gathering->joints[number[whom]]);
    }
    memory_free(number);
}

/* As people are called, who are known by their addresses; a unit is called by its name. */
static struct text name_of(const struct story *story, const struct joint *joint)
{
    uint32_t first = joint->list[0]->report;

    return joint->whom.size && text_equal(joint->whom, finding_whom_to_ask(story->inventory, first))
               ? question_person(story, first)
               : joint->whom;
}

/* Of the few questions that are asked. */
static void fill_lists(struct arena *arena, const struct story *story,
                       const struct gathering *gathering, const struct joints *joints)
{
    struct joint *list = joints->list;
    struct joint **place = memory_alloc(gathering->count, sizeof *place); /* by number */
    size_t i;

    for (i = 0; i < joints->count; i++) {
        place[list[i].number] = &list[i];
        list[i].list = ARENA_ARRAY(arena, list[i].count, const struct finding *);
        list[i].count = 0;
    }
    for (i = 0; i < story->findings->count; i++) {
        struct joint *joint = place[gathering->number[i]];

        if (joint)
            joint->list[joint->count++] = finding_at(story, i);
    }
    for (i = 0; i < joints->count; i++) {
        qsort(list[i].list, list[i].count, sizeof *list[i].list, by_saving);
        list[i].person = name_of(story, &list[i]);
    }
    memory_free(place);
}

void joints_find(struct arena *arena, const struct story *story, size_t most, struct joints *joints)
{
    struct gathering gathering;
    size_t i;

    gather(story, &gathering);
    *joints = (struct joints){.all = gathering.count - 1};
    if (joints->all)
        qsort(gathering.joints + 1, joints->all, sizeof *gathering.joints, by_worth);
    for (i = 1; i <= joints->all; i++)
        joints->saving += gathering.joints[i].saving;
    joints->count = joints->all < most ? joints->all : most;
    joints->list = ARENA_ARRAY(arena, joints->count, struct joint);
    if (joints->count)
        memcpy(joints->list, gathering.joints + 1, joints->count * sizeof *joints->list);
    fill_lists(arena, story, &gathering, joints);
    memory_free(gathering.joints);
    memory_free(gathering.number);
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
    size_t s = 0, j = 0;
    struct joints joints;

    joints_find(arena, story, room, &joints);
    *questions = (struct inquiries){.list = ARENA_ARRAY(arena, room, struct inquiry),
                                    .all = joints.all,
                                    .saving = joints.saving};
    count_all(story, questions);
    while (questions->count < room && (s < singles || j < joints.count)) {
        const struct joint *joint = &joints.list[j];
        int64_t worth = j < joints.count ? worth_of(story, joint) : 0;
        struct inquiry *question = &questions->list[questions->count++];

        if (s < singles && (j == joints.count || pick_question(story, single[s]) >= worth)) {
            const struct finding *finding = finding_at(story, single[s++]);

            *question = (struct inquiry){finding, NULL, finding->saving, finding_weight(finding)};
            continue;
        }
        *question =
            (struct inquiry){joint->list[0], joint->count > 1 ? joint : NULL, joint->saving, worth};
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

/* What every unit test includes first: cmocka and the headers that it needs before it. */
#ifndef PARE_UNIT_H
#define PARE_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* The text and the string have the same bytes. */
#define assert_text(t, string)                                                                     \
    do {                                                                                           \
        struct text text_ = (t);                                                                   \
        assert_int_equal(text_.size, strlen(string));                                              \
        assert_memory_equal(text_.data ? text_.data : "", string, text_.size);                     \
    } while (0)

#define assert_near(a, b, tolerance) assert_true(fabs((double)(a) - (double)(b)) <= (tolerance))

#endif

#include "cli/run.h"

int main(int argc, char **argv)
{
    return pare_main(argc, argv);
}

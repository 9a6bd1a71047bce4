/* One command from its words to its exit status. */
#ifndef PARE_CLI_RUN_H
#define PARE_CLI_RUN_H

/* 0: done. 1: the answer to what was asked is no. 2: could not do it. */
int pare_main(int argc, char **argv);

#endif

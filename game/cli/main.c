// cli/main.c — where the program starts, without the libraries of windows. Never: anything but that.
#include "cli/cli.h"

int main(int argc, char **argv) { return cli_main(argc, argv, NULL, 0); }

// cli/windowed_host.c — convene host with windows. Never: a rule, a message.
#include "cli/desk_host.h"
#include "cli/host_wish.h"
#include "cli/overdue.h"
#include "cli/windowed.h"

int windowed_host(const Args *args, Err *err) {
    HostWish wish;
    if (!host_wish_read(args, &wish, err)) return EXIT_USAGE;
    overdue_print(stdout, wish.house.data);
    return desk_host_run(&wish.house, &wish.server, wish.public_url, args, err);
}

// cli/hosting.h — a house that is open to people: pages, addresses, hall and server. Never: a rule, a message, a window.
#ifndef CLI_HOSTING_H
#define CLI_HOSTING_H
#include "base/crowd.h"
#include "cli/door.h"
#include "cli/house.h"
#include "host/inside.h"
#include "net/site.h"

enum { HOSTING_PORT_FIRST = 8080, HOSTING_PORT_LAST = 8089 };

typedef struct Hosting {
    House *house;
    SiteBook site;
    Door door;
    Crowd *crowd; // writes the session files while the hall goes on
    Hall *hall;
    Inside *inside; // peers of this process: console and board windows
    Server *server;
    bool windows;   // this process has windows
    char board[80]; // screen the board is on, "" = its window is not open
    // Called when people need another address, NULL = nobody to say it to.
    void (*say_address)(const struct Hosting *hosting);
    // Called when another session was opened, NULL = nobody to say it to.
    void (*say_second)(const struct Hosting *hosting, const Party *second);
} Hosting;

// Opens sessions and listens; nobody is served before server_run or server_turn. NULL with err, or with
// *findings true and what is wrong with the pack printed. public_url: NULL or borrowed.
MUST_USE Hosting *hosting_open(const HouseWish *wish, ServerConfig *server,
        const char *public_url, bool *findings, Err *err);
// Says good-bye to everybody and closes every session file.
void hosting_close(Hosting *hosting);

#endif // CLI_HOSTING_H

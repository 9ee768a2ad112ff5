// net/wireless.c — asks the system by which name phones find the network this machine is in. Never: a password, a scan.
#include "net/wireless.h"
#include "base/utf8.h"
#include <linux/wireless.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

// Whoever runs the access point chose these bytes: nothing that a screen or a terminal would obey.
static bool is_plain(const char *name) {
    size_t length = strlen(name), at = 0;
    if (!utf8_valid(name, length)) return false;
    while (at < length) {
        uint32_t code = utf8_next(name, length, &at);
        if (utf8_is_control(code, false) || utf8_is_invisible(code)) return false;
    }
    return true;
}

void wireless_name(const char *interface, char *out, size_t capacity) {
    char name[IW_ESSID_MAX_SIZE + 1] = "";
    struct iwreq ask = {0};
    out[0] = 0;
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return;
    snprintf(ask.ifr_name, sizeof ask.ifr_name, "%s", interface);
    ask.u.essid.pointer = name;
    ask.u.essid.length = IW_ESSID_MAX_SIZE;
    bool known = ioctl(fd, SIOCGIWESSID, &ask) == 0;
    close(fd);
    name[IW_ESSID_MAX_SIZE] = 0;
    if (known && is_plain(name)) snprintf(out, capacity, "%s", name);
}

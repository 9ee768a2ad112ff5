// tests/unit/net_client.h — a plain blocking client on loopback, for tests of the server. Never: polite.
#ifndef TESTS_NET_CLIENT_H
#define TESTS_NET_CLIENT_H
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static inline int client_connect(uint16_t port) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || connect(fd, (const struct sockaddr *)&to, sizeof to) != 0) return -1;
    return fd;
}

static inline void client_write(int fd, const void *bytes, size_t length) {
    (void)!send(fd, bytes, length, MSG_NOSIGNAL);
}

// What comes within wait_ms, at most room - 1 bytes; -1 when the other end is gone.
static inline ssize_t client_read(int fd, char *to, size_t room, int wait_ms) {
    struct pollfd one = {.fd = fd, .events = POLLIN};
    to[0] = 0;
    if (poll(&one, 1, wait_ms) <= 0) return 0;
    ssize_t got = recv(fd, to, room - 1, 0);
    if (got <= 0) return -1;
    to[got] = 0;
    return got;
}

static inline void client_upgrade(int fd, uint16_t port) {
    char text[400];
    int length = snprintf(text, sizeof text,
            "GET /api/1/ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: convene.1\r\nSec-WebSocket-Key: "
            "dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            port);
    client_write(fd, text, (size_t)length);
}

// One text message of less than 126 bytes, with a zero mask.
static inline void client_say(int fd, const char *text) {
    char frame[140] = {(char)0x81, (char)(0x80 | strlen(text))};
    memcpy(frame + 6, text, strlen(text));
    client_write(fd, frame, 6 + strlen(text));
}

#endif // TESTS_NET_CLIENT_H

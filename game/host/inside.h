// host/inside.h — peers of the hall in this very process: the windows of who hosts. Never: a shorter way in; they say hello and show a code like anybody.
#ifndef HOST_INSIDE_H
#define HOST_INSIDE_H
#include "host/hall.h"

enum { INSIDE_PEERS_MAX = 8 };

typedef struct Inside Inside;

// Stands between the hall and `outer`, which may be zeroed when there is no network: connects the hall.
// One thread, as the hall itself; freed before it.
Inside *inside_make(Hall *hall, Transport outer);
// The network, when it is there after this. The hall sends through it from now on.
void inside_connect(Inside *inside, Transport outer);
void inside_free(Inside *inside);
// A new peer on this machine; 0 when there are too many.
int32_t inside_open(Inside *inside);
// One message of the peer to the host; answers come with the next turn of the hall.
void inside_say(Inside *inside, int32_t peer, Bytes text);
// The oldest message to the peer, into out. False: there is none.
MUST_USE bool inside_hear(Inside *inside, int32_t peer, Buffer *out);

#endif // HOST_INSIDE_H

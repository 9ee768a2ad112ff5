// net/wireless.h — the name of the wireless network an interface is in. Never: changes a network.
#ifndef NET_WIRELESS_H
#define NET_WIRELESS_H
#include <stddef.h>

// As people see it on their phones, UTF-8; "" when there is none or the system does not say.
void wireless_name(const char *interface, char *out, size_t capacity);

#endif // NET_WIRELESS_H

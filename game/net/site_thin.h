// net/site_thin.h — a script without what only its readers need. Never: changes what a line says.
#ifndef NET_SITE_THIN_H
#define NET_SITE_THIN_H
#include "base/bytes.h"
#include "base/region.h"

// A module as it is sent: lines that are only a comment, empty lines and the indent are left out, about a
// tenth of its packed bytes. A line of several-line text keeps its words but not its indent.
Bytes site_thin(Region *region, Bytes script);

#endif // NET_SITE_THIN_H

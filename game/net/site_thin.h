// net/site_thin.h — a script, a style or words without what only their readers need. Never: changes what a line says.
#ifndef NET_SITE_THIN_H
#define NET_SITE_THIN_H
#include "base/bytes.h"
#include "base/region.h"

// A module as it is sent: lines that are only a comment, empty lines and the indent are left out, about a
// tenth of its packed bytes. A line of several-line text keeps its words but not its indent.
Bytes site_thin(Region *region, Bytes script);

// A style as it is sent: without remarks, and with no space where none is needed.
Bytes site_thin_style(Region *region, Bytes style);

// Words (JSON) as they are sent: on one line. A line cannot end within a text there.
Bytes site_thin_words(Region *region, Bytes words);

#endif // NET_SITE_THIN_H

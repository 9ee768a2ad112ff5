-- The steps of a round and the time plans. A format counts minutes; at least a third of them is for talking afterwards.
phase "news" { kind = "show", minutes = 1, name = "News", about = "What has happened, what was said again, and what it moved." }
phase "backstage" { kind = "open", minutes = 5, name = "Backstage", about = "Talk, make deals, build or leave a coalition." }
phase "meeting" { kind = "meeting", minutes = 4, name = "Meeting", about = "Roles, then speech, then the minutes. Everyone has two voices." }
phase "action" { kind = "sealed", minutes = 3, name = "Action", about = "Plan three hours of work. Nobody sees the plan before all are done." }
phase "resolution" { kind = "show", minutes = 1, name = "Resolution", about = "All plans happen together, and every change is explained." }
phase "reflect" { kind = "sealed", minutes = 1, name = "Reflect", about = "Who influenced you? Did it surprise you?" }

format "micro" { name = "Micro lesson", brief = 4, rounds = 2, phases = "news, meeting, reflect",
  minutes = { news = 1, meeting = 5, reflect = 1 }, debrief = 12 }
format "hour" { name = "One hour", brief = 7, rounds = 3,
  phases = "news, backstage, meeting, action, resolution, reflect",
  minutes = { news = 1, backstage = 4, meeting = 3, action = 2, resolution = 0, reflect = 1 }, debrief = 20 }
format "two_hours" { name = "Two hours", brief = 12, rounds = 4,
  phases = "news, backstage, meeting, action, resolution, reflect",
  minutes = { news = 1, backstage = 6, meeting = 4, action = 3, resolution = 0, reflect = 1 },
  pause = 8, pause_after = { 2 }, debrief = 40 }
format "half_day" { name = "Half a day", brief = 20, rounds = 6,
  phases = "news, backstage, meeting, action, resolution, reflect",
  minutes = { news = 2, backstage = 7, meeting = 4, action = 3, resolution = 1, reflect = 1 },
  pause = 15, pause_after = { 2, 4 }, debrief = 60 }

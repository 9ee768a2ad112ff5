setting "mood_at_start" { start = 5, min = 0, max = 10, ask = "How friendly is the press at the start?" }
memory "mood" { name = "Mood of the press", start = "mood_at_start", shown = "words",
                words = { "bored", "busy", "curious", "hungry" } }
memory "headlines" { name = "Headlines", per = "actor", max = 20, fades = 50 }
verb "call_press" {
  name = "Call the press", say = "{who} rings the news desk about {target}.", style = "to", starter = true,
  target = "frame", costs = { money = 1 },
  gives = { headlines = "1 + mood // 4", frame = { arenas = { target = { tenths = "3 + mood // 2" } } } },
  loses = { elite = 1, mood = "choose(headlines >= 2, 2, 0)" },
  warns = "A voice that is in the papers already bores the desk." }
point_of_power "press_bench" {
  name = "Speak to the press bench", say = "{who} turns to the reporters.", when = "mood >= 4",
  once_per_round = true, gives = { headlines = 1 }, loses = { peer = 1 } }
rule "mood_turns" { when = "sum(actors.headlines) <= 2", gives = { mood = 1 } }
rule "front_page" { each = "actors", when = "headlines >= 3", gives = { me = { public = 2 } }, loses = { mood = 1 } }
happening "slow_week" { text = "A slow week: the editor would print anything.", when = "mood >= 8",
  who_chooses = "everyone", default = "stay_calm", choices = {
    { id = "feed_it",   text = "Offer a story",   gives = { headlines = 3 }, loses = { peer = 2 } },
    { id = "stay_calm", text = "Let others talk", gives = { peer = 1 } } } }

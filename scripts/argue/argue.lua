-- For what no card says. The team states an act and up to three reasons, the others answer aloud, and the facilitator
-- picks one line of the list below. Without a facilitator it has no effect. Change the list to suit your group, but keep
-- it short and keep every effect between -2 and +6.
verb "argue" {
  name = "Argue something else", say = "{who} argues: {words}",
  about = "Say what you do and give up to three reasons. The others answer. Then the facilitator picks one effect from a short list.",
  style = "with", step = "block",
  time = 1, label = 140, does = { ruling { menu = "ruling_list" } },
  warns = "The ruling and its reasons are kept in the record. It can also go against you." }

happening "ruling_list" {
  text = "A team has argued its case. What comes of it?", menu = true, once = false, default = "no_effect",
  choices = {
    { id = "backfires", text = "It backfires: public support -2", loses = { public = 2 } },
    { id = "no_effect", text = "It makes no difference" },
    { id = "noticed", text = "It is noticed: public support +2", gives = { public = 2 } },
    { id = "own_people", text = "Their own people stand behind them: +4", gives = { base = 4 } },
    { id = "the_place", text = "The place stands behind them: +4", gives = { locals = 4 } },
    { id = "turns_heads", text = "It turns heads: public support +6", gives = { public = 6 } } } }

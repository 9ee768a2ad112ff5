-- Whose opinion of an actor counts. Standing runs from 0 to 100 and starts at 50 unless a case says more.
-- The audience of the place is called locals here, because "local" is a word of Lua.
audience "base" { start = 50, name = "Own people", about = "Those you speak for. They notice closed doors." }
audience "public" { start = 50, name = "The public", about = "People who read about you but will never meet you." }
audience "elite" { start = 50, name = "Those who decide", about = "Officials and deciders. They notice noise." }
audience "locals" { start = 50, name = "The place", about = "Neighbours, shopkeepers, the school gate." }
audience "peer" { start = 50, name = "The sector", about = "Other organisations that do what you do." }

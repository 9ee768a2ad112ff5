-- Personas close to the people concerned. A weight says how much a term counts, from 0 (not at all) to 5.
-- The lines are what the player says when that term was the reason for an act.

persona "grassroots" { name = "Grassroots group",
  weights = { mandate = 5, substance = 4, base = 5, public = 2, locals = 4, peer = 1, coalition = 3 },
  caution = 2, loyalty = 4, reciprocity = 4, style = { with = 2, over = -1 },
  lines = {
    substance = "The text has to change something on our street.",
    base = "We answer to our own people first.",
    public = "More people should hear about this.",
    locals = "The neighbours have to see us there.",
    peer = "Others who do this work should know.",
    coalition = "We said we would do this together." } }

persona "professional_ngo" { name = "Professional NGO",
  weights = { mandate = 1, substance = 4, base = 2, elite = 2, public = 2, locals = 1, peer = 3, coalition = 3, money = 2 },
  caution = 3, loyalty = 3, reciprocity = 3, style = { to = 2 },
  lines = {
    substance = "The wording is what lasts, so we work on the wording.",
    base = "Our members read our newsletter closely.",
    elite = "They will read a brief if we write it well.",
    public = "A clear case in public helps us all.",
    locals = "We should be seen where it happens.",
    peer = "The sector expects a serious position from us.",
    coalition = "Our partners need us to carry our part.",
    money = "This keeps the project funded for another year." } }

persona "transnational" { name = "Partner from abroad",
  weights = { mandate = 1, substance = 4, base = 1, elite = 2, public = 3, peer = 2, coalition = 2 },
  caution = 2, loyalty = 2, reciprocity = 3, style = { ["for"] = 2 },
  lines = {
    substance = "The principle must be in the text.",
    base = "Our supporters at home follow this.",
    elite = "We can open this door for others.",
    public = "The wider public can be won.",
    peer = "We learn from others in this field.",
    coalition = "We are guests in this alliance and act like it." } }

persona "opponent_in_good_faith" { name = "Fair opponent",
  weights = { mandate = 4, substance = 5, base = 4, elite = 2, public = 2, locals = 3, peer = 1, coalition = 2 },
  caution = 3, loyalty = 5, reciprocity = 3, style = { with = 1 },
  lines = {
    substance = "We believe this text would do harm, and we say so.",
    base = "Our people trust us to hold this line.",
    elite = "Those who decide should hear the other side too.",
    public = "There is another way to see this, and it deserves a hearing.",
    locals = "In this place we have always done it with care.",
    peer = "We can disagree and still respect each other.",
    coalition = "We do not leave our partners alone." } }

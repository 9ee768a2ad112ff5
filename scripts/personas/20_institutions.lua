-- Personas inside or close to the institutions.

persona "funder" { name = "Funder",
  weights = { mandate = 2, substance = 3, elite = 2, public = 2, peer = 3, coalition = 1 },
  caution = 3, loyalty = 3, reciprocity = 2, style = { ["for"] = 2 },
  lines = {
    substance = "We pay for results that can be shown.",
    elite = "Good relations make the next programme possible.",
    public = "The public should see what the money does.",
    peer = "Other funders look at what we do here.",
    coalition = "A group that works together is a safer grant." } }

persona "bureaucracy" { name = "Public officials", line_delay = true, follows_minutes = true,
  weights = { mandate = 2, substance = 2, base = 1, elite = 4, public = 2, locals = 1, peer = 1, money = 2 },
  caution = 5, loyalty = 3, reciprocity = 2, style = { over = 2 },
  lines = {
    substance = "The legal duty comes first.",
    base = "Our own staff must be able to carry this out.",
    elite = "The cabinet expects advice it can use.",
    public = "We would rather read nothing about this in the paper.",
    locals = "Residents will ask what changes for them.",
    peer = "Other authorities have done the same.",
    money = "There is a budget, and this fits into it." } }

persona "gatekeeper" { name = "Gatekeeper",
  weights = { mandate = 1, substance = 2, base = 2, elite = 5, public = 1, locals = 1, money = 1 },
  caution = 4, loyalty = 2, reciprocity = 3, style = { over = 2 },
  lines = {
    substance = "We know what is workable here.",
    base = "Our own house must stay calm.",
    elite = "We keep our line to those who decide.",
    public = "A good name is useful.",
    locals = "People here know where to find us.",
    money = "The offer was a fair one." } }

persona "incumbent_provider" { name = "Established provider",
  weights = { mandate = 1, substance = 3, base = 2, elite = 4, public = 1, locals = 1, peer = 1, coalition = 1, money = 4 },
  caution = 3, loyalty = 2, reciprocity = 2, style = { over = 1 },
  lines = {
    substance = "The service must run every day, also after the vote.",
    base = "Our staff need to know that their jobs are safe.",
    elite = "Those who commission us should know they can rely on us.",
    public = "People should see the good work that is done.",
    locals = "We have been here for years.",
    peer = "We do not want a quarrel in the sector.",
    coalition = "We can carry the back office for all of us.",
    money = "Without the contract there is no service." } }

persona "persuadable_legislator" { name = "Persuadable politician",
  weights = { mandate = 5, substance = 2, base = 4, elite = 3, public = 4, locals = 2 },
  caution = 4, loyalty = 2, reciprocity = 3, style = { to = 2 },
  lines = {
    substance = "If it works, I want my name near it.",
    base = "My voters talk to me in the supermarket.",
    elite = "I still need the party tomorrow.",
    public = "The mood is turning, and I can feel it.",
    locals = "My own district comes first." } }

persona "media" { name = "Media",
  weights = { mandate = 2, substance = 1, base = 1, elite = 1, public = 5, locals = 1, peer = 1, money = 1 },
  caution = 1, loyalty = 1, reciprocity = 1, noise = 25, novelty = true,
  lines = {
    substance = "There is a real question in this.",
    base = "Our readers wrote to us about it.",
    elite = "A source told us something new.",
    public = "This is a story people will talk about.",
    locals = "It happened two streets from our office.",
    peer = "Other desks are already on it.",
    money = "A paper has to be sold too." } }

persona "balanced" { name = "Balanced",
  weights = { mandate = 4, substance = 2, base = 2, elite = 2, public = 2, locals = 2, peer = 2, coalition = 2, money = 2 },
  caution = 2, loyalty = 2, reciprocity = 2,
  lines = {
    substance = "It brings the text closer to what we want.",
    base = "Our own people will welcome it.",
    elite = "It keeps the door to those who decide open.",
    public = "It helps with the public.",
    locals = "It helps us in the place.",
    peer = "Our partners in the sector will respect it.",
    coalition = "It keeps the group together.",
    money = "It keeps us going." } }

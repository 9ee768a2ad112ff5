-- What an actor can hold and spend. Everybody sees it. A case gives each actor its own start and income.
resource "money" { name = "Money", max = 20, about = "Pays for campaigns, for research and for salaries." }
resource "people" { name = "People", max = 20, about = "Those who come when you call. Fewer come when they are tired." }
resource "know" { name = "Knowledge", max = 20, about = "What you can prove or explain. It opens the desks of officials." }
resource "access" { name = "Access", max = 20, about = "Doors that open for you, and phone numbers that answer." }

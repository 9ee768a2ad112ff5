-- How an arena decides. Its members and its deciders belong to the case; the way of counting is here.
decision_rule "simple_majority" { kind = "vote", passes = "yes * 2 > total", name = "Simple majority",
  about = "More than half of all votes must say yes." }
decision_rule "two_thirds" { kind = "vote", passes = "yes * 3 >= total * 2", name = "Two thirds",
  about = "At least two of three votes must say yes." }
decision_rule "by_quota" { kind = "vote", passes = "yes >= quota", name = "Fixed vote count",
  about = "The arena states how many votes are enough." }
decision_rule "consent" { kind = "consent", name = "Consent",
  about = "It passes unless somebody has a reasoned objection." }
decision_rule "one_desk" { kind = "executive", name = "One desk",
  about = "One decider says yes or no." }
decision_rule "court" { kind = "court", needs = 12, name = "Court",
  about = "A claim must be built up, hearing by hearing." }
decision_rule "each_adopts" { kind = "adopt", count = 3, name = "One by one",
  about = "Each decider adopts the text alone; when enough have done so, it holds for all." }
decision_rule "by_lot" { kind = "sortition", draws = 5, name = "Drawn by lot",
  about = "Citizens are drawn by lot and decide by majority." }
decision_rule "budget_day" { kind = "budget", points = 10, name = "Budget day",
  about = "Everyone spreads ten points over the proposals." }

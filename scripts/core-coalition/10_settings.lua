-- The numbers behind the rules. Each one is neutral in the engine and gets its usual value here.
-- A case may turn any of them, for example with: scenario { settings = { ease = 7 } }.

-- 1. STANDING: who you are to an audience decides how far your act carries.
-- At standing 50 an act has its full effect; each point of standing more or less is one per cent.
setting "gate_floor" { start = 50, min = 0, max = 200, name = "Effect at standing 0, per cent",
  ask = "How much of an act is left when nobody trusts the actor?" }
setting "gate_slope" { start = 1, min = 0, max = 4, name = "Per cent for each point of standing" }
setting "saturate" { start = 1, min = 0, max = 1, name = "Standing moves slower near its ends",
  ask = "Is it harder to win the last points of standing than the first?" }

-- 2. REPEATS: the same act on the same target in one round wears out.
setting "repeat_2" { start = 60, min = 0, max = 100, name = "Second time the same, per cent" }
setting "repeat_3" { start = 30, min = 0, max = 100, name = "Third time the same, per cent" }
setting "repeat_4" { start = 10, min = 0, max = 100, name = "Fourth time and later, per cent" }

-- 3. TOGETHER: different acts by one coalition on one decider do more than more of the same.
setting "together_step" { start = 25, min = 0, max = 100, name = "Each further kind of act, per cent" }
setting "together_max" { start = 3, min = 0, max = 8, name = "Further kinds that count" }
setting "together_cohesion" { start = 50, min = 0, max = 100, name = "Cohesion that acts as one" }
setting "inside_outside" { start = 25, min = 0, max = 100, name = "Inside and outside at once, per cent" }
setting "coordinate_bonus" { start = 10, min = 0, max = 100, name = "A coordinating backbone, per cent" }
setting "breadth_step" { start = 3, min = 0, max = 20, name = "Each constituency above two, per cent" }
setting "breadth_max" { start = 12, min = 0, max = 100, name = "Most that breadth can add, per cent" }
setting "tired" { start = 1, min = 0, max = 1, name = "Tired people bring less" }
setting "abroad_weakens" { start = 10, min = 0, max = 30, name = "Less for each help from abroad, per cent" }

-- 4. LIMITS OF A ROUND: nobody turns a whole town in one evening.
setting "mind_change" { start = 8, min = 1, max = 200, name = "Most a decider moves in a round",
  ask = "How far can pressure move one decider in a round?" }
setting "mind_change_step" { start = 2, min = 0, max = 50, name = "More for each further kind of act" }
setting "mind_change_max" { start = 12, min = 1, max = 200, name = "The most with all kinds of act" }
setting "public_cap" { start = 10, min = 1, max = 100, name = "Most the public moves in a round" }
setting "trust_cap" { start = 2, min = 1, max = 10, name = "Most trust between two moves in a round" }
setting "tire_cap" { start = 1, min = 0, max = 9, name = "Most fatigue gained in a round" }
setting "heat_fades" { start = 50, min = 0, max = 100, name = "Heat lost in a round, per cent" }

-- 5. WORDS: how a sentence in a meeting becomes a habit of the room.
setting "frame_meeting_cap" { start = 3, min = 0, max = 10, name = "Most a frame gains in a meeting" }
setting "frame_weight" { start = 60, min = 0, max = 200, name = "Weight of the leading frame, per cent" }
setting "frames_fade" { start = 10, min = 0, max = 100, name = "Frames lost in a round, per cent" }
setting "echo_gain" { start = 2, min = 0, max = 20, name = "Frame gain for each strength, in tenths" }
setting "playback_gain" { start = 2, min = 0, max = 20, name = "Pull for strength and ear, in tenths" }
setting "playback_cap" { start = 4, min = 0, max = 200, name = "Most that playback moves a decider" }
setting "playback_age" { start = 2, min = 1, max = 9, name = "Echoes before words come back" }
setting "playback_strength" { start = 2, min = 1, max = 9, name = "Least strength that comes back" }
setting "word_step" { start = 3, min = 1, max = 20, name = "Net strength that changes the draft" }
setting "sticky_step" { start = 4, min = 1, max = 20, name = "The same, against words played back" }
setting "rename_at" { start = 8, min = 1, max = 11, name = "Adoption that renames the issue" }
setting "resist_force" { start = 2, min = 0, max = 9, name = "Strength one voice of resistance takes" }
setting "resist_trust" { start = 1, min = 0, max = 5, name = "Trust lost by who resists" }
setting "token_gain" { start = 1, min = 0, max = 9, name = "Strength a story or a fact adds" }
setting "pen_gain" { start = 1, min = 0, max = 9, name = "Strength the pen adds to wording" }
setting "summary_gain" { start = 1, min = 0, max = 9, name = "Strength the summary adds to one line" }
setting "home_gain" { start = 1, min = 0, max = 9, name = "Strength of one sentence on own ground" }
setting "prime_gain" { start = 1, min = 0, max = 9, name = "Strength of words another one voices" }
setting "overruled_cost" { start = 3, min = 0, max = 50, name = "Sector standing of an overruled chair" }
setting "slant_found" { start = 4, min = 0, max = 50, name = "Sector standing lost for a slant found" }
setting "slant_wrong" { start = 1, min = 0, max = 50, name = "Sector standing lost for a false doubt" }
setting "extras_max" { start = 2, min = 0, max = 9, name = "Most that extras add to a sentence" }
setting "late_round" { start = 2, min = 0, max = 12, name = "Last round to invite those affected" }
setting "late_trust" { start = 1, min = 0, max = 5, name = "Trust lost by inviting them later" }
setting "record_lines" { start = 3, min = 0, max = 6, name = "Lines in the minutes of a meeting" }
setting "author_credit" { start = 800, min = 0, max = 1000, name = "Author's part of an echo, per mille" }

-- 6. COALITIONS: what keeps a group together.
setting "cohesion_start" { start = 50, min = 0, max = 100, name = "Cohesion of a new coalition" }
setting "cohesion_trust" { start = 4, min = 0, max = 20, name = "More for each point of mean trust" }
setting "cohesion_work" { start = 2, min = 0, max = 20, name = "Gained by different acts on one decider" }
setting "cohesion_idle" { start = 2, min = 0, max = 20, name = "Lost in a round without common work" }
setting "cohesion_neutral" { start = 2, min = 0, max = 20, name = "Gained by a neutral backbone at work" }
setting "cohesion_backbone" { start = 1, min = 0, max = 20, name = "Gained by another backbone at work" }
setting "cohesion_dispute" { start = 15, min = 0, max = 200, name = "A dispute survived, in tenths" }
setting "cohesion_crowd" { start = 15, min = 0, max = 200, name = "Each member above four, in tenths" }
setting "cohesion_crowd_backbone" { start = 5, min = 0, max = 200, name = "The same with a backbone, in tenths" }
setting "cohesion_promise" { start = 4, min = 0, max = 20, name = "Lost for a promise broken inside" }
setting "cohesion_outvoted" { start = 3, min = 0, max = 20, name = "Lost for each level outvoted" }
setting "cohesion_off_text" { start = 2, min = 0, max = 20, name = "Lost for words against the target" }
setting "cohesion_split" { start = 15, min = 0, max = 100, name = "Below this, members are asked to stay" }
setting "cohesion_free" { start = 30, min = 0, max = 100, name = "Below this, leaving costs nothing" }
setting "found_peer" { start = 20, min = 0, max = 100, name = "Sector standing needed to found one" }
setting "leave_trust" { start = 1, min = 0, max = 5, name = "Trust lost by leaving a promise open" }
setting "backbone_frame" { start = 4, min = 0, max = 50, name = "Frame of a transforming backbone, tenths" }
setting "coalition_standing" { start = 1, min = 0, max = 20, name = "Standing for open or closed coalitions" }

-- 7. PROMISES AND ANSWERS: what a word given is worth, and what it costs to go against one's own.
setting "promise_kept" { start = 1, min = 0, max = 5, name = "Trust for each size of a promise kept" }
setting "promise_broken" { start = 1, min = 0, max = 5, name = "Trust lost beside the size when broken" }
setting "void_trust" { start = 1, min = 0, max = 5, name = "Trust lost by who cannot give" }
setting "trust_size_2" { start = 1, min = -5, max = 5, name = "Trust that a promise of size 2 needs" }
setting "trust_size_3" { start = 3, min = -5, max = 5, name = "Trust that a promise of size 3 needs" }
setting "red_line_base" { start = 15, min = 0, max = 50, name = "Own people lost at a red line" }
setting "base_rating" { start = 2, min = 0, max = 9, name = "Own people for each point of rating" }
setting "abstain_below" { start = 50, min = 0, max = 1000, name = "Doubt that abstains, in tenths" }
setting "opponent_below" { start = -20, min = -100, max = 0, name = "Stance of an opponent at the start",
  ask = "How far away must a decider have been for its yes to make a result last?" }
setting "own_vote_most" { start = 20, min = 0, max = 100, name = "Most paid for a vote against the mood" }
setting "question_trust" { start = 1, min = 0, max = 5, name = "Trust for an honest answer" }
setting "deflect_cost" { start = 1, min = 0, max = 20, name = "Standing lost by dodging a question" }
setting "claim_public" { start = 2, min = 0, max = 20, name = "Public standing for claiming credit" }
setting "claim_trust" { start = 1, min = 0, max = 5, name = "Partners' trust lost by claiming it" }
setting "give_trust" { start = 1, min = 0, max = 5, name = "Trust won by giving credit away" }
setting "give_peer" { start = 2, min = 0, max = 20, name = "Sector standing for giving credit" }

-- 8. THE TABLE: knobs a facilitator turns before the start.
setting "ease" { start = 0, min = -30, max = 60, name = "Help for a short session",
  ask = "How many points should every doubtful decider start nearer to yes?" }
setting "ai_noise" { start = 10, min = 0, max = 100, name = "How unsteady computer players are",
  ask = "How often may a computer player choose its second best act?" }
setting "power_sum" { start = 1, min = 0, max = 1, name = "Organising creates people",
  ask = "Can a group build power, or only take it from others?" }
setting "competition" { start = 0, min = 0, max = 1, name = "Competition for grants",
  ask = "Do groups compete for the same money?" }
setting "sensitivity" { start = 100, min = 25, max = 300, name = "How far one act moves things, per cent",
  ask = "How far should one act move standing, support, moods and words?" }
setting "window_frequency" { start = 100, min = 0, max = 100, name = "Windows that open by themselves, in 100",
  ask = "How many of the chances that the story opens by itself come up?" }

-- 9. WHO IS MEANT: some rules speak of the actor's own people or of those who decide. A number is the place of that
-- audience in 30_audiences.lua, or of the resource in 20_resources.lua; 0 switches the effect off.
setting "audience_home" { start = 1, min = 0, max = 8, open = false, name = "Audience: own people" }
setting "audience_public" { start = 2, min = 0, max = 8, open = false, name = "Audience: the wide public" }
setting "audience_power" { start = 3, min = 0, max = 8, open = false, name = "Audience: those who decide" }
setting "audience_place" { start = 4, min = 0, max = 8, open = false, name = "Audience: the place" }
setting "audience_sector" { start = 5, min = 0, max = 8, open = false, name = "Audience: the sector" }
setting "door_key" { start = 4, min = 0, max = 8, open = false, name = "Resource that opens doors" }
setting "purse" { start = 1, min = 0, max = 8, open = false, name = "Resource that givers can tie" }

-- The colours of the screen. A pack or a trainer may change any of them; names that are left out keep
-- the built-in value. Lowest contrast: text 4.5, parts of controls 3.
return {
  light = {
    ground = "#FAF9F6", surface = "#FFFFFF", sunk = "#EFEDE7", text = "#1C1B1A", muted = "#57544F",
    edge = "#7A766E", line = "#D9D5CB", accent = "#005A94", on_accent = "#FFFFFF",
    good = "#00664B", care = "#804600", alarm = "#A3230B",
    actor_1 = "#E69F00", actor_2 = "#56B4E9", actor_3 = "#009E73", actor_4 = "#F0E442",
    actor_5 = "#0072B2", actor_6 = "#D55E00", actor_7 = "#CC79A7", actor_8 = "#000000",
  },
  dark = {
    ground = "#14161A", surface = "#1F2329", sunk = "#0C0E11", text = "#F2F0EA", muted = "#B9B5AC",
    edge = "#8C887E", line = "#3A3F47", accent = "#8CCBFF", on_accent = "#0C0E11",
    good = "#63D6AC", care = "#FFC873", alarm = "#FFA390",
    actor_1 = "#E69F00", actor_2 = "#56B4E9", actor_3 = "#009E73", actor_4 = "#F0E442",
    actor_5 = "#0072B2", actor_6 = "#D55E00", actor_7 = "#CC79A7", actor_8 = "#BBBBBB",
  },
  contrast = {
    ground = "#000000", surface = "#000000", sunk = "#000000", text = "#FFFFFF", muted = "#FFFFFF",
    edge = "#FFFFFF", line = "#FFFFFF", accent = "#FFE600", on_accent = "#000000",
    good = "#7CFFB2", care = "#FFE600", alarm = "#FFB3A6",
    actor_1 = "#E69F00", actor_2 = "#56B4E9", actor_3 = "#009E73", actor_4 = "#F0E442",
    actor_5 = "#0072B2", actor_6 = "#D55E00", actor_7 = "#CC79A7", actor_8 = "#BBBBBB",
  },
}

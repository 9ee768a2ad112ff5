scenario { opening = “Curly quotes from a word processor.” } -- !E100
actor "tenants" { voice = 1.5 } -- !E112
actor "club" { voice = 0x2 } -- !E112
actor "choir" { voice = 4 / 2 } -- !E117
_G.actor = 1 -- !E116
actor "band" { brief = "A bell rings\a." } -- !E124

"""F1: a short help in the language of the window, and what SignDesk is made of."""

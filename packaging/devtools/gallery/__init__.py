"""Pictures of the window in every state, for looking at: `packaging/dev.py screenshots`."""

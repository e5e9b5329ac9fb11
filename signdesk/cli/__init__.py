"""The same jobs without a window. No Qt, no display."""

"""The parts of packaging/dev.py; standard library only, as nothing else is installed when they run."""

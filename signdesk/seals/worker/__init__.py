"""The document worker: a child process, without Qt, in which foreign documents are read within limits.

A document may be made to use up memory, to run for ever, or to break the library that reads it. `client` is
the program's side and may be used from any worker thread; `child` is the process; `tasks` is what it can do.
"""

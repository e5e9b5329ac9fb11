"""The practice server: speaks the six methods on loopback and really seals, with a test key.

`server` is the parent's side and imports nothing heavy. Everything else lives in the child process (or in a
thread of a test). Its seals have no legal effect, and nothing here is used with a real server.
"""

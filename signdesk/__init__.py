"""SignDesk: drop documents, choose a signing process, get the sealed ZIP on disk."""

__version__ = "0.1.0"

"""The durable list of batches. Opened and asked: `journal_file`; what its tables hold: `schema`, `rows`."""

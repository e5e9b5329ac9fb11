-- A journal as version 5 wrote it. Never changed: files like this are on people's disks.
PRAGMA application_id = 1399276651;
PRAGMA user_version = 5;
CREATE TABLE bad_rows (
    id INTEGER PRIMARY KEY,
    set_aside_at TEXT NOT NULL,
    batch_id,
    reason TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE batches (
    id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    held_at TEXT,
    reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sealed_at TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    process_id NOT NULL,
    base_url TEXT NOT NULL,
    practice INTEGER NOT NULL,
    server_id TEXT NOT NULL,
    maybe_started INTEGER NOT NULL,
    abandoned_ids TEXT NOT NULL,
    saved_to TEXT,
    keep_copy INTEGER NOT NULL,
    deleted_at TEXT,
    left_to_copy INTEGER NOT NULL,
    wants_a_look INTEGER NOT NULL,
    content TEXT NOT NULL
);
INSERT INTO batches VALUES('0f3a9c','sealing',NULL,'','2026-05-03T12:00:00.000000+00:00','2026-05-03T12:00:09.000000+00:00',NULL,0,'May leases','acme',12,'https://seal.example.com',0,'17',1,'["15"]',NULL,1,NULL,0,0,'{"id": "0f3a9c", "process": {"id": 12, "label": "Seal", "kind": "seal", "sentence": "", "changes_documents": true}, "server": {"base_url": "https://seal.example.com", "sign_in": "api_key", "api_key_header": "API-KEY", "accept_form": "body", "numbering": "newer", "label": "Acme", "practice": false}, "documents": [{"document": {"path": "/home/anna/Letter.pdf", "name": "Letter.pdf", "size_bytes": 1000, "modified_ns": 1700000000123456789, "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "crc32": 1}, "sent_name": "Letter.pdf", "outcome": "resealed", "facts": {"kind": "PAdES", "signer": "Acme", "signed_at": "2026-05-03T12:00:05+00:00", "level": "B-T"}}, {"document": {"path": "/home/anna/Contract.pdf", "name": "Contract.pdf", "size_bytes": 2000, "modified_ns": 1700000000123456789, "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "crc32": 2}, "sent_name": "Contract.pdf"}], "save_to": "/home/anna/Documents/Sealed", "created_at": "2026-05-03T12:00:00.000000+00:00", "delivery": {"file_name": "{first}", "unpack": true, "keep_copy": true, "receipt": true}, "state": "sealing", "server_id": "17", "maybe_started": true, "abandoned_ids": ["15"], "server_status": "InProgress", "heard_at": "2026-05-03T12:00:08.500000+00:00", "result_files": [{"name": "Letter.pdf", "sha256": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", "size_bytes": 9}], "receipts": ["/home/anna/Sealed/May leases receipt.json"], "sent_by": "anna on office-7", "reached": [["sealing", "2026-05-03T12:00:07.000000+00:00"]], "connection_id": "acme", "follows": "0f3a9b", "mount": {"point": "/home/anna/Sealed", "kind": "cifs", "source": "//office/sealed"}}');
CREATE TABLE documents (
    batch_id TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (batch_id, position)
);
INSERT INTO documents VALUES('0f3a9c',0,'/home/anna/Letter.pdf','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','resealed');
INSERT INTO documents VALUES('0f3a9c',1,'/home/anna/Contract.pdf','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','pending');
CREATE TABLE file_facts (name TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE unsent (position INTEGER NOT NULL PRIMARY KEY, content TEXT NOT NULL);
CREATE INDEX documents_by_sha256 ON documents (sha256);

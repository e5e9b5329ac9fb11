-- A journal as version 4 wrote it. Never changed: files like this are on people's disks.
PRAGMA application_id = 1399276651;
PRAGMA user_version = 4;
CREATE TABLE batches (
    id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    held_at TEXT,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    detail TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sealed_at TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    save_to TEXT NOT NULL,
    process_id NOT NULL,
    process_label TEXT NOT NULL,
    process_kind TEXT NOT NULL,
    process_sentence TEXT NOT NULL,
    base_url TEXT NOT NULL,
    sign_in TEXT NOT NULL,
    api_key_header TEXT NOT NULL,
    accept_form TEXT NOT NULL,
    numbering TEXT NOT NULL,
    server_label TEXT NOT NULL,
    practice INTEGER NOT NULL,
    server_id TEXT NOT NULL,
    maybe_started INTEGER NOT NULL,
    abandoned_ids TEXT NOT NULL,
    server_status TEXT NOT NULL,
    heard_at TEXT,
    saved_to TEXT,
    result_sha256 TEXT NOT NULL,
    extra_results TEXT NOT NULL,
    quarantined_to TEXT,
    deleted_at TEXT,
    warnings TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    sent_by TEXT NOT NULL DEFAULT '',
    file_name TEXT NOT NULL DEFAULT '{process} {date} {time}',
    unpack INTEGER NOT NULL DEFAULT 0,
    keep_copy INTEGER NOT NULL DEFAULT 0,
    receipt INTEGER NOT NULL DEFAULT 0,
    unpacked_to TEXT,
    reached TEXT NOT NULL DEFAULT '[]',
    result_files TEXT NOT NULL DEFAULT '[]',
    receipts TEXT NOT NULL DEFAULT '[]',
    facts TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE documents (
    batch_id TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    size_bytes NOT NULL,
    modified_ns NOT NULL,
    sha256 TEXT NOT NULL,
    crc32 INTEGER NOT NULL,
    sent_name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT NOT NULL,
    results TEXT NOT NULL,
    seal TEXT NOT NULL,
    checked INTEGER NOT NULL,
    facts TEXT,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX documents_by_sha256 ON documents (sha256);
CREATE TABLE bad_rows (
    id INTEGER PRIMARY KEY,
    set_aside_at TEXT NOT NULL,
    batch_id,
    reason TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE unsent (position INTEGER NOT NULL PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE file_facts (name TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL);
INSERT INTO batches VALUES (
    '0f3a9c', 'sealing', NULL, '', '', '', '2026-05-03T12:00:00.000000+00:00',
    '2026-05-03T12:00:09.000000+00:00', NULL, 0, '/home/anna/Documents/Sealed', 12, 'Seal', 'seal', '',
    'https://seal.example.com', 'api_key', 'API-KEY', 'body', 'newer', 'Acme', 0, '17', 1, '["15"]', 'InProgress',
    '2026-05-03T12:00:08.500000+00:00', NULL, '', '[]', NULL, NULL, '[]',
    'May leases', 'anna on office-7', '{first}', 1, 1, 1, NULL, '["sealing 2026-05-03T12:00:07.000000+00:00"]',
    '[{"name": "Letter.pdf", "sha256": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", "size_bytes": 9}]',
    '["/home/anna/Sealed/May leases receipt.json"]',
    '{"connection_id": "acme", "follows": "0f3a9b", "mount": {"point": "/home/anna/Sealed", "kind": "cifs", "source": "//office/sealed"}, "changes_documents": true}'
);
INSERT INTO documents VALUES (
    '0f3a9c', 0, '/home/anna/Letter.pdf', 'Letter.pdf', 1000, 1700000000123456789,
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 'Letter.pdf', 'resealed', '', '[]', '', 0,
    '{"kind": "PAdES", "signer": "Acme", "signed_at": "2026-05-03T12:00:05+00:00", "level": "B-T"}'
);
INSERT INTO documents VALUES (
    '0f3a9c', 1, '/home/anna/Contract.pdf', 'Contract.pdf', 2000, 1700000000123456789,
    'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 2, 'Contract.pdf', 'pending', '', '[]', '', 0, NULL
);

-- What is immutable in name but stable in its parts is never inlined: each row then starts a function of its own.
-- The text that is hashed stays the same, to the byte.
alter function ledger.journal_digest(uuid, text, uuid, date, timestamptz, text, text) stable;
alter function ledger.transfer_text(smallint, ledger.book, text, text, bigint, bigint, smallint) stable;
alter function record.row_digest(jsonb) stable;

-- The ledger only appends: SQLite itself refuses to change or remove a row of the record.
CREATE TRIGGER article_is_final BEFORE UPDATE ON article
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER article_stays BEFORE DELETE ON article
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER speaker_is_final BEFORE UPDATE ON speaker
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER speaker_stays BEFORE DELETE ON speaker
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER statement_is_final BEFORE UPDATE ON statement
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER relation_is_final BEFORE UPDATE ON relation
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER relation_stays BEFORE DELETE ON relation
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER utterance_key_is_final BEFORE UPDATE ON utterance_key
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER utterance_key_stays BEFORE DELETE ON utterance_key
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER acting_key_is_final BEFORE UPDATE ON acting_key
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER acting_key_stays BEFORE DELETE ON acting_key
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER target_key_is_final BEFORE UPDATE ON target_key
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER target_key_stays BEFORE DELETE ON target_key
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER utterance_tie_is_final BEFORE UPDATE ON utterance_tie
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER utterance_tie_stays BEFORE DELETE ON utterance_tie
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER across_relation_is_final BEFORE UPDATE ON across_relation
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER across_relation_stays BEFORE DELETE ON across_relation
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER tie_withdrawal_is_final BEFORE UPDATE ON tie_withdrawal
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER tie_withdrawal_stays BEFORE DELETE ON tie_withdrawal
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER verdict_is_final BEFORE UPDATE ON verdict
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;
CREATE TRIGGER verdict_stays BEFORE DELETE ON verdict
BEGIN SELECT raise(ABORT, 'the ledger only appends'); END;

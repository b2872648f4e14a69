-- What names sound like, so that the forms of one person's name are found together. `name_sound` is a function of the
-- program (name_forms.h), which is why only the program adds to a ledger; reading needs no function.
CREATE TABLE named_sound (sound TEXT NOT NULL, named INTEGER NOT NULL, PRIMARY KEY (sound, named)) STRICT, WITHOUT ROWID;
CREATE INDEX named_sound_of ON named_sound (named);

INSERT INTO named_sound
SELECT name_sound(name_key), number FROM named WHERE kind = 'person' AND merges = 1 AND name_sound(name_key) <> '';

CREATE TRIGGER named_is_heard AFTER INSERT ON named WHEN NEW.kind = 'person' AND NEW.merges = 1
BEGIN
  INSERT INTO named_sound SELECT name_sound(NEW.name_key), NEW.number WHERE name_sound(NEW.name_key) <> '';
END;

-- Somebody who opened a thing may want it to stand as unread for themselves again. That they opened it stays: a decision rests on it.
ALTER TABLE act_openings ADD COLUMN unread boolean NOT NULL DEFAULT false;

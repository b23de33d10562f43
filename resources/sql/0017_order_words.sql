-- The words of names and titles leave order_keys for a full-text table of their own: a tenth of
-- the time to write, and rare words are told from common ones.

CREATE VIRTUAL TABLE order_words USING fts5 (
    names, titles,                     -- folded words, parted by blanks; rowid is orders.id
    tokenize = 'unicode61 remove_diacritics 0', detail = column
);
INSERT INTO order_words (rowid, names, titles)
    SELECT order_row,
        group_concat(CASE WHEN kind = 'name_word' THEN value END, ' '),
        group_concat(CASE WHEN kind = 'title_word' THEN value END, ' ')
    FROM order_keys WHERE kind IN ('name_word', 'title_word') GROUP BY order_row;
DELETE FROM order_keys WHERE kind IN ('name_word', 'title_word');
CREATE TRIGGER order_words_go AFTER DELETE ON orders BEGIN
    DELETE FROM order_words WHERE rowid = old.id;
END;

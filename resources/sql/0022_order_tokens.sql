-- What an order is found by stands in one text beside it, and in one full-text table without a copy
-- of it: half the time to write of order_keys, order_words and the index of postal codes. A token is
-- the sign of its kind and the value, blanks in it made hard, so that it stays one token.

DROP TRIGGER order_words_go;
CREATE TEMP TABLE found AS SELECT orders.id, (
    SELECT group_concat(
        CASE key.value ->> 0 WHEN 'number' THEN 'n' WHEN 'record' THEN 'r' WHEN 'email' THEN 'e'
            WHEN 'username' THEN 'u' WHEN 'tracking' THEN 't' WHEN 'listing' THEN 'l'
            WHEN 'name_postal' THEN 'p' ELSE 'i' END
        || replace(replace(replace(replace(
            key.value ->> 1, ' ', char(160)), char(9), char(160)), char(10), char(160)),
            char(13), char(160)), ' ')
    FROM json_each(orders.found_by) AS key
) AS keys, substr(replace(upper(json_extract(document, '$.ship_to.postal')), ' ', ''), 1, 5)
    || '|' || substr(json_extract(document, '$.ship_to.street[0]'), 1, 1) AS door,
    names, titles
    FROM orders LEFT JOIN order_words ON order_words.rowid = orders.id;
DROP TABLE order_words;
DROP TABLE order_keys;
DROP INDEX orders_by_postal;
ALTER TABLE orders DROP COLUMN found_by;
ALTER TABLE orders ADD COLUMN tokens TEXT NOT NULL DEFAULT '';
UPDATE orders SET tokens = trim(
    coalesce('d' || door, '') || ' ' || coalesce(keys, '')
    || coalesce(' w' || replace(nullif(names, ''), ' ', ' w'), '')
    || coalesce(' b' || replace(nullif(titles, ''), ' ', ' b'), '')
) FROM temp.found WHERE found.id = orders.id;
DROP TABLE temp.found;

CREATE VIRTUAL TABLE order_tokens USING fts5 (
    tokens, content = '', columnsize = 0, detail = none,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
INSERT INTO order_tokens (rowid, tokens) SELECT id, tokens FROM orders ORDER BY id;
CREATE TRIGGER order_tokens_go AFTER DELETE ON orders BEGIN
    INSERT INTO order_tokens (order_tokens, rowid, tokens) VALUES ('delete', old.id, old.tokens);
END;

-- The header that a kept row of a file had, once for all its rows.
CREATE TABLE export_columns (
    digest TEXT PRIMARY KEY,           -- of the names; the first value of each kept row
    names TEXT NOT NULL                -- JSON
) WITHOUT ROWID;

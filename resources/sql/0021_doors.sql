-- Who else is written to at a door: by the postal code and the first sign of the street, so that
-- of a place that thousands of orders go to only few documents are read.

DROP INDEX orders_by_postal;
CREATE INDEX orders_by_door ON orders (
    substr(replace(upper(json_extract(document, '$.ship_to.postal')), ' ', ''), 1, 5),
    substr(json_extract(document, '$.ship_to.street[0]'), 1, 1)
);

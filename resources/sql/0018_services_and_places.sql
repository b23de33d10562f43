-- What the seller knows better of carrier services: her own figures, and services of her own.

CREATE TABLE own_services (
    id TEXT PRIMARY KEY,               -- that of a service of the program, or one of her own
    document TEXT NOT NULL             -- JSON: name, days, unit, claim line, source, checked
) WITHOUT ROWID;

-- Who else is written to at an address: found by the first five signs of its postal code.
CREATE INDEX orders_by_postal ON orders (
    substr(replace(upper(json_extract(document, '$.ship_to.postal')), ' ', ''), 1, 5)
);

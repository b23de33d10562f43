-- What the seller knows better of carrier services: her own figures, and services of her own.

CREATE TABLE own_services (
    id TEXT PRIMARY KEY,               -- that of a service of the program, or one of her own
    document TEXT NOT NULL             -- JSON: name, days, unit, claim line, source, checked
) WITHOUT ROWID;

-- Searches that the seller keeps under a name, in the order in which the rail shows them.

CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    typed TEXT NOT NULL                -- as she would type it
);

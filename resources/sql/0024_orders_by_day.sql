-- A new file brings newer orders: appended to the index, not put before all that it has. It is read
-- backwards for "newest first".
DROP INDEX orders_by_date;
CREATE INDEX orders_by_date ON orders (ordered_on);

"""Orders, parcels, and when they should arrive."""

"""Orders and parcels from notices of marketplaces and carriers in the mail (S0-32)."""

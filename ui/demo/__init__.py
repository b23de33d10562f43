"""The sample shop: its servers, letters and orders."""

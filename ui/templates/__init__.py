"""The window in which the seller writes templates of her own."""

"""Words, sentences, languages, and how numbers and dates are written in them."""

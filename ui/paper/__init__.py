"""Letters on paper: what stands on the pages, how they are laid out, printer and PDF."""

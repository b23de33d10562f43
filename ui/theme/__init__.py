"""The look: colours, icons, and small parts."""

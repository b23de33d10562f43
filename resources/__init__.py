"""Data: SQL, tone rules, templates, services, icons, translations."""

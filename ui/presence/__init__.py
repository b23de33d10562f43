"""The program beside its window: closing, the tray, notices, one program per profile."""

"""Signing in through a provider's page in the browser (OAuth 2), for servers without passwords."""

"""What letters mean and what is answered: orders, cases, tone, composing, the hold."""

"""What sealing is: frozen values and rules. No Qt, no network, no disk."""

"""What happens to a batch, in order. Retries live here and nowhere else. No Qt."""

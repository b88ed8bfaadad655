"""What held when, and who knew it by then."""

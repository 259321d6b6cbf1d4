"""Word files: what they show, and comments on the exact words with nothing else changed."""

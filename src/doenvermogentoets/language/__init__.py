"""The language of legal text: words, sentences and how hard they read."""

"""What an answer is as a text: a guard a file, all in guard.py's tables. Imports what reads text."""

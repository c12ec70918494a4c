"""What each command does, a module each: its arguments, and a run that gives an exit code."""

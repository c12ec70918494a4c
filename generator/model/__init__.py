"""What a handbook is: frozen types, one-to-one with the YAML files."""

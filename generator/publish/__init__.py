"""Writes and runs: the staging tree, PlantUML, the site builder, the swap."""

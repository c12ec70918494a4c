"""Measurements of the build, as ratios in one run."""

"""Turns a quality handbook written as YAML into a published site."""

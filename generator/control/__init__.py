"""Document control, pure: which version a change needs, who may approve, what is due."""

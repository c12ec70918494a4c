"""The handbook as data for others: JSON and the JSON Schemas that describe it and its sources."""

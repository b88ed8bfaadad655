"""From YAML that nobody trusts to a checked dataset."""

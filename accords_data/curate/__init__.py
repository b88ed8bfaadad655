"""What helps a curator: taking a source in, citing it, the canonical form of a record, coverage, conflicts."""

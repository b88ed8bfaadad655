"""From the files of a release back to facts; none of them is trusted."""

"""From a dataset to the files of a release."""

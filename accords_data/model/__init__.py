"""What the data is: the record classes, and the schemas and tables that follow from them."""
